package dev.llmagents.report.svea;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.report.JsonEnvelope;
import dev.llmagents.report.RunFacts;
import dev.llmagents.team.svea.ComplianceCase;
import dev.llmagents.team.svea.ComplianceReport;
import dev.llmagents.team.svea.Statement;
import dev.llmagents.team.svea.rule.Finding;
import dev.llmagents.team.svea.rule.Severity;
import java.util.List;
import java.util.Locale;

/**
 * A report as one JSON object. The schema is {@code schemas/svea.comply.1.json} on the class path; {@code result} is a
 * function of the inputs, the day and the baseline alone. Safe for threads.
 */
public final class ComplianceJson implements ComplianceRenderer {
    /** Names the form of the output; a change that readers would notice gets a new number. */
    public static final String SCHEMA = "https://llm-agents.example/schemas/svea.comply/1";

    @Override
    public String render(JudgedReport judged, RunFacts facts) {
        return JsonEnvelope.of(SCHEMA, facts, result(judged));
    }

    private static ObjectNode result(JudgedReport judged) {
        ObjectNode result = Json.object();
        ComplianceReport report = judged.report();
        ComplianceCase compliance = report.compliance();
        result.put("asOf", compliance.asOf().toString());
        result.put("verdict", judged.verdict().name().toLowerCase(Locale.ROOT));
        ObjectNode counts = result.putObject("counts");
        for (Severity severity : Severity.values()) {
            counts.put(key(severity), judged.open(severity));
        }
        counts.put("accepted", judged.accepted().size());
        statements(result.putArray("summary"), report.overview().summary());
        ArrayNode inputs = result.putArray("documents");
        compliance
                .inputs()
                .forEach(input -> inputs.addObject()
                        .put("name", input.name())
                        .put("kind", input.kind())
                        .put("summary", input.summary()));
        company(result.putObject("company"), compliance);
        ArrayNode findings = result.putArray("findings");
        for (int index = 0; index < judged.findings().size(); index++) {
            finding(findings.addObject(), judged, index);
        }
        ArrayNode priorities = result.putArray("priorities");
        report.overview().priorities().forEach(priority -> {
            ObjectNode node =
                    priorities.addObject().put("rank", priority.rank()).put("rule", priority.rule());
            priority.findings().forEach(node.putArray("findings")::add);
            node.put("action", priority.action())
                    .put("source", priority.source().label());
        });
        ArrayNode regulations = result.putArray("regulations");
        report.overview()
                .regulations()
                .forEach(regulation -> regulations
                        .addObject()
                        .put("name", regulation.name())
                        .put("why", regulation.why())
                        .put("source", regulation.source().label()));
        advice(result.putArray("advice"), report);
        requirements(result.putArray("requirements"), report);
        erp(result.putObject("erp"), report);
        validation(result.putObject("validation"), report);
        coverage(result.putArray("coverage"), compliance);
        judged.notes().forEach(result.putArray("baselineNotes")::add);
        return result;
    }

    /** {@code ej_bedömt} and the like: the label as one word. */
    private static String key(Severity severity) {
        return severity.label().replace(' ', '_');
    }

    private static void statements(ArrayNode array, List<Statement> statements) {
        statements.forEach(statement -> array.addObject()
                .put("text", statement.text())
                .put("source", statement.source().label()));
    }

    private static void company(ObjectNode node, ComplianceCase compliance) {
        node.put("name", compliance.company().name().orElse(null));
        node.put("organisationNumber", compliance.company().organisationNumber().orElse(null));
        node.put("form", compliance.company().form().orElse(null));
        ObjectNode figures = node.putObject("figures");
        compliance.company().figures().forEach(figures::put);
    }

    private static void finding(ObjectNode node, JudgedReport judged, int index) {
        Finding finding = judged.findings().get(index);
        node.put("id", ComplianceCase.id(index));
        node.put("ruleId", finding.rule().id());
        node.put("severity", key(finding.severity()));
        node.put("message", finding.message());
        node.put("law", finding.rule().printedGround());
        node.put("lawConfirmed", finding.rule().isConfirmed());
        node.put("validFrom", finding.rule().validFrom().map(Object::toString).orElse(null));
        node.put("validTo", finding.rule().validTo().map(Object::toString).orElse(null));
        node.put("file", finding.place().file());
        if (finding.place().line().isPresent()) {
            node.put("line", finding.place().line().getAsInt());
        } else {
            node.putNull("line");
        }
        node.put("subject", finding.place().subject().orElse(null));
        ObjectNode evidence = node.putObject("evidence");
        finding.evidence().forEach(evidence::put);
        node.put("suggestion", finding.suggestion());
        node.put("source", finding.source().label());
        judged.acceptance(index)
                .ifPresentOrElse(
                        entry -> {
                            ObjectNode accepted = node.putObject("accepted").put("reason", entry.reason());
                            accepted.put("by", entry.by())
                                    .put(
                                            "expires",
                                            entry.expires()
                                                    .map(Object::toString)
                                                    .orElse(null));
                        },
                        () -> node.putNull("accepted"));
    }

    private static void advice(ArrayNode array, ComplianceReport report) {
        report.overview()
                .advice()
                .forEach(advice -> array.addObject()
                        .put("text", advice.text())
                        .put("law", advice.law().orElse(null))
                        .put("quote", advice.quote().orElse(null))
                        .put("verified", false)
                        .put("source", "model"));
    }

    private static void requirements(ArrayNode array, ComplianceReport report) {
        report.requirements().requirements().forEach(requirement -> {
            ObjectNode node = array.addObject().put("id", requirement.id()).put("text", requirement.text());
            node.put("mandatory", requirement.isMandatory());
            node.put("deadline", requirement.deadline().orElse(null));
            node.put("impact", requirement.impact()).put("law", requirement.ground());
            requirement.findings().forEach(node.putArray("findings")::add);
            node.put("source", requirement.source().label());
        });
    }

    private static void erp(ObjectNode node, ComplianceReport report) {
        ArrayNode modules = node.putArray("modules");
        report.design()
                .modules()
                .forEach(module -> modules.addObject()
                        .put("name", module.name())
                        .put("purpose", module.purpose())
                        .put("why", module.why())
                        .put("source", module.source().label()));
        statements(node.putArray("customisations"), report.design().customisations());
        statements(node.putArray("integrations"), report.design().integrations());
        report.implementation().files().keySet().forEach(node.putArray("files")::add);
        ArrayNode remarks = node.putArray("remarks");
        report.implementation()
                .remarks()
                .forEach(remark -> remarks.addObject()
                        .put("file", remark.file())
                        .put("text", remark.statement().text())
                        .put("source", remark.statement().source().label()));
    }

    private static void validation(ObjectNode node, ComplianceReport report) {
        node.put("sound", report.validation().isSound());
        ArrayNode checks = node.putArray("checks");
        report.validation()
                .checks()
                .forEach(check -> checks.addObject()
                        .put("name", check.name())
                        .put("passed", check.isPassed())
                        .put("detail", check.detail()));
        ArrayNode concerns = node.putArray("concerns");
        report.validation()
                .concerns()
                .forEach(concern -> concerns.addObject()
                        .put("finding", concern.finding())
                        .put("problem", concern.problem())
                        .put("source", concern.source().label()));
    }

    private static void coverage(ArrayNode array, ComplianceCase compliance) {
        compliance
                .coverage()
                .forEach((name, covered) -> covered.forEach(coverage -> array.addObject()
                        .put("file", name)
                        .put("ruleId", coverage.ruleId())
                        .put("state", coverage.state().name().toLowerCase(Locale.ROOT))
                        .put("reason", coverage.reason())));
    }
}
