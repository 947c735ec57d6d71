package dev.llmagents.report.svea;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.clean.JsonText;
import dev.llmagents.team.svea.baseline.Baseline;
import dev.llmagents.team.svea.rule.Finding;
import dev.llmagents.team.svea.rule.Rule;
import dev.llmagents.team.svea.rule.Severity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The findings as SARIF 2.1.0 (OASIS), the form code hosts read results of checks in. Accepted findings are there, with the
 * suppression that says why. Safe for threads.
 */
final class ComplianceSarif implements ComplianceRenderer {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    @Override
    public String render(JudgedReport report, RunFacts facts) {
        ObjectNode root = Json.object();
        root.put("$schema", SCHEMA);
        root.put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "llm-agents svea");
        driver.put("informationUri", "https://llm-agents.example/");
        Map<String, Integer> indices = new LinkedHashMap<>();
        ArrayNode rules = driver.putArray("rules");
        for (Finding finding : report.findings()) {
            if (indices.putIfAbsent(finding.rule().id(), indices.size()) == null) {
                rule(rules.addObject(), finding.rule());
            }
        }
        run.put("language", "sv");
        ArrayNode results = run.putArray("results");
        for (int index = 0; index < report.findings().size(); index++) {
            result(results.addObject(), report.findings().get(index), indices, report.acceptance(index));
        }
        return JsonText.safe(Json.writePretty(root)) + "\n";
    }

    private static void rule(ObjectNode node, Rule rule) {
        node.put("id", rule.id());
        node.putObject("shortDescription").put("text", rule.title());
        String ground = rule.printedGround();
        if (!ground.isEmpty()) {
            node.putObject("fullDescription").put("text", ground);
        }
        if (!rule.suggestion().isEmpty()) {
            node.putObject("help").put("text", rule.suggestion());
        }
        node.putObject("defaultConfiguration").put("level", level(rule.severity()));
    }

    private static void result(
            ObjectNode node, Finding finding, Map<String, Integer> indices, Optional<Baseline.Entry> acceptance) {
        node.put("ruleId", finding.rule().id());
        node.put("ruleIndex", indices.get(finding.rule().id()));
        node.put("level", level(finding.severity()));
        if (finding.severity() == Severity.EJ_BEDOMT) {
            node.put("kind", "open");
        }
        node.putObject("message").put("text", text(finding));
        ObjectNode location = node.putArray("locations").addObject();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(finding.place().file()));
        finding.place().line().ifPresent(line -> physical.putObject("region").put("startLine", line));
        finding.place()
                .subject()
                .ifPresent(subject ->
                        location.putArray("logicalLocations").addObject().put("fullyQualifiedName", subject));
        acceptance.ifPresent(entry -> node.putArray("suppressions")
                .addObject()
                .put("kind", "external")
                .put("justification", entry.reason() + " (" + entry.by() + ")"));
    }

    private static String text(Finding finding) {
        List<String> parts = new ArrayList<>(List.of(finding.message() + "."));
        if (!finding.suggestion().isEmpty()) {
            parts.add(finding.suggestion());
        }
        return String.join(" ", parts);
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case FEL -> "error";
            case VARNING -> "warning";
            case INFO -> "note";
            case EJ_BEDOMT -> "none";
        };
    }

    private static String uri(String file) {
        StringBuilder uri = new StringBuilder();
        for (String part : file.replace('\\', '/').split("/", -1)) {
            uri.append(uri.isEmpty() ? "" : "/")
                    .append(URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        return uri.toString();
    }
}
