package dev.llmagents.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.agent.Workflow;
import dev.llmagents.app.App;
import dev.llmagents.app.Inputs;
import dev.llmagents.app.SveaRun;
import dev.llmagents.ident.NumberCheck;
import dev.llmagents.ident.NumberKind;
import dev.llmagents.ident.NumberVerdict;
import dev.llmagents.json.Json;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.svea.ComplianceFormats;
import dev.llmagents.report.svea.ComplianceWords;
import dev.llmagents.report.svea.JudgedReport;
import dev.llmagents.team.svea.book.BasAccount;
import dev.llmagents.team.svea.book.BookOptions;
import dev.llmagents.team.svea.rule.RuleCatalogue;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Svea's checks as tools: documents as a whole, SIE files, invoices, single identifiers and accounts. */
public final class SveaTools {
    private static final int USUAL_WIDTH = 80;

    private SveaTools() {}

    public static List<Tool> of(ToolRuns runs, ReadableFolder folder) {
        return List.of(
                Tool.of(
                        "svea_check_document",
                        "svea.comply.1",
                        arguments -> check(arguments, runs, folder, "dokument")),
                Tool.of("svea_check_sie", "svea.comply.1", arguments -> check(arguments, runs, folder, "bokforing.se")),
                Tool.of(
                        "svea_check_invoice",
                        "svea.comply.1",
                        arguments -> check(arguments, runs, folder, "faktura.xml")),
                Tool.of("svea_validate_identifier", SveaTools::identifier),
                Tool.of("svea_validate_account", SveaTools::account));
    }

    private static Tool.Answer check(JsonNode arguments, ToolRuns runs, ReadableFolder folder, String name)
            throws ToolFailure {
        LocalDate day = Days.in(arguments, "as_of").orElseGet(runs::today);
        Inputs.Input input = GivenInput.of(arguments, name, folder);
        List<String> warnings = new ArrayList<>();
        long start = runs.nanos();
        try (App app = runs.open(warnings::add)) {
            RuleCatalogue catalogue = RuleCatalogue.builtIn();
            SveaRun run = new SveaRun(
                    app.svea(catalogue), catalogue, app.access(), BookOptions.asOf(day), Workflow.Listener.NONE);
            SveaRun.Outcome outcome = run.comply(List.of(input), false, false);
            if (outcome.result().isEmpty()) {
                throw new ToolFailure(
                        outcome.problems().isEmpty()
                                ? "The document could not be read."
                                : outcome.problems().get(0));
            }
            RunFacts facts = runs.told(app, outcome, warnings).facts(Duration.ofNanos(runs.nanos() - start));
            JudgedReport report = new JudgedReport(outcome.result().get().report(), Map.of(), List.of());
            return new Tool.Answer(render(ComplianceFormats.MARKDOWN, report, facts), (ObjectNode)
                    Json.parse(render(ComplianceFormats.JSON, report, facts)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the report's own JSON cannot be read", impossible);
        }
    }

    private static String render(ComplianceFormats format, JudgedReport report, RunFacts facts) {
        return format.renderer(ComplianceWords.SV, USUAL_WIDTH, false, false).render(report, facts);
    }

    private static Tool.Answer identifier(JsonNode arguments) throws ToolFailure {
        String asked = arguments.path("kind").asText("");
        for (NumberKind kind : NumberKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(asked)) {
                NumberVerdict verdict =
                        NumberCheck.check(kind, arguments.path("value").asText(""));
                boolean valid = verdict == NumberVerdict.VALID;
                ObjectNode value = Json.object()
                        .put("kind", asked)
                        .put("valid", valid)
                        .put("verdict", verdict.name().toLowerCase(Locale.ROOT));
                return new Tool.Answer(
                        asked
                                + (valid
                                        ? ": giltigt"
                                        : ": inte giltigt ("
                                                + value.path("verdict").asText() + ")"),
                        value);
            }
        }
        throw new ToolFailure("There is no kind of identifier '" + asked + "'.");
    }

    private static Tool.Answer account(JsonNode arguments) throws ToolFailure {
        String number = arguments.path("number").asText("").strip();
        BasAccount account = BasAccount.of(number)
                .orElseThrow(() -> new ToolFailure("'" + number + "' is no account of four digits."));
        ObjectNode value = Json.object()
                .put("number", number)
                .put("class", account.basClass())
                .put("kind", account.kind())
                .put("meaning", account.meaning());
        return new Tool.Answer(number + ": " + account.meaning() + " (" + account.kind() + ")", value);
    }
}
