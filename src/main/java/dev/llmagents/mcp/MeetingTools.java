package dev.llmagents.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.agent.Workflow;
import dev.llmagents.app.App;
import dev.llmagents.app.Inputs;
import dev.llmagents.app.MeetingRun;
import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.json.Json;
import dev.llmagents.report.MeetingFormats;
import dev.llmagents.report.MeetingReports;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.ledger.LedgerFormats;
import dev.llmagents.team.meetmind.MeetMindTeam;
import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.ledger.Ledger;
import dev.llmagents.team.meetmind.text.Language;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** MeetMind as tools: the minutes of a transcript, and the tasks of many, as markdown and as JSON. */
public final class MeetingTools {
    private MeetingTools() {}

    public static List<Tool> of(ToolRuns runs, ReadableFolder folder) {
        return List.of(
                Tool.of("meetmind_analyze", "meetmind.analyze.1", arguments -> analyze(arguments, runs, folder)),
                Tool.of("meetmind_actions", "meetmind.actions.1", arguments -> actions(arguments, runs, folder)));
    }

    private static Tool.Answer actions(JsonNode arguments, ToolRuns runs, ReadableFolder folder) throws ToolFailure {
        List<String> paths = new ArrayList<>();
        for (JsonNode path : arguments.path("paths")) {
            paths.add(folder.fileOrFolder(path.asText()).toString());
        }
        Map<String, String> aliases = new LinkedHashMap<>();
        arguments
                .path("aliases")
                .properties()
                .forEach(alias -> aliases.put(alias.getKey(), alias.getValue().asText()));
        Optional<LocalDate> asOf = Days.in(arguments, "as_of");
        MeetingRun.Options options = new MeetingRun.Options(Optional.empty(), Optional.empty(), aliases);
        List<String> warnings = new ArrayList<>();
        long start = runs.nanos();
        try (App app = runs.open(warnings::add)) {
            List<Inputs.Input> inputs = inFolder(paths, folder);
            MeetingRun run = new MeetingRun(app.meetMind(), app.access(), options, Workflow.Listener.NONE);
            List<MeetingRun.Outcome> outcomes = run.analyze(inputs);
            List<MeetingReport> reports = outcomes.stream()
                    .flatMap(outcome -> outcome.result().stream())
                    .map(MeetMindTeam.Result::report)
                    .toList();
            if (reports.isEmpty()) {
                throw new ToolFailure(outcomes.get(0).problem().orElse("No transcript could be read."));
            }
            Ledger ledger = Ledger.of(reports, asOf);
            warnings.addAll(ledger.warnings());
            RunFacts facts =
                    runs.told(app, "actions", outcomes, warnings).facts(Duration.ofNanos(runs.nanos() - start));
            return new Tool.Answer(ledger(MeetingFormats.MARKDOWN, ledger, facts), (ObjectNode)
                    Json.parse(ledger(MeetingFormats.JSON, ledger, facts)));
        } catch (UnreadableInputException unreadable) {
            throw new ToolFailure(unreadable.getMessage(), unreadable);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the ledger's own JSON cannot be read", impossible);
        }
    }

    /** A link in a folder may lead out of it: what does is left out. */
    private static List<Inputs.Input> inFolder(List<String> paths, ReadableFolder folder)
            throws UnreadableInputException, ToolFailure {
        List<Inputs.Input> inputs =
                Inputs.of(paths, InputStream.nullInputStream(), Inputs.Kind.TRANSCRIPTS, folder::holdsFile);
        if (inputs.isEmpty()) {
            throw new ToolFailure("There is no transcript in what was named.");
        }
        return inputs;
    }

    private static String ledger(MeetingFormats format, Ledger ledger, RunFacts facts) {
        return LedgerFormats.renderer(format, MeetingFormats.Destination.PIPE).render(ledger, facts);
    }

    private static Tool.Answer analyze(JsonNode arguments, ToolRuns runs, ReadableFolder folder) throws ToolFailure {
        MeetingRun.Options options = new MeetingRun.Options(language(arguments), date(arguments), Map.of());
        var input = GivenInput.of(arguments, "transcript", folder);
        List<String> warnings = new ArrayList<>();
        long start = runs.nanos();
        try (App app = runs.open(warnings::add)) {
            MeetingRun run = new MeetingRun(app.meetMind(), app.access(), options, Workflow.Listener.NONE);
            MeetingRun.Outcome outcome = run.analyze(List.of(input)).get(0);
            if (outcome.result().isEmpty()) {
                throw new ToolFailure(outcome.problem().orElse("The transcript could not be read."));
            }
            RunFacts facts =
                    runs.told(app, "analyze", List.of(outcome), warnings).facts(Duration.ofNanos(runs.nanos() - start));
            MeetingReports reports =
                    new MeetingReports(List.of(outcome.result().get().report()));
            return new Tool.Answer(
                    MeetingFormats.MARKDOWN
                            .renderer(MeetingFormats.Destination.PIPE)
                            .render(reports, facts),
                    (ObjectNode) Json.parse(MeetingFormats.JSON
                            .renderer(MeetingFormats.Destination.PIPE)
                            .render(reports, facts)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the report's own JSON cannot be read", impossible);
        }
    }

    private static Optional<Language> language(JsonNode arguments) {
        String code = arguments.path("language").asText("");
        for (Language language : Language.values()) {
            if (language.code().equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(JsonNode arguments) throws ToolFailure {
        return Days.in(arguments, "date");
    }
}
