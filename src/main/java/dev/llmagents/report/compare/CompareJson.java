package dev.llmagents.report.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.report.clean.JsonText;

/** A comparison for programs: the ways with their figures, and each item by the letters of the ways that have it. */
final class CompareJson implements CompareRenderer {
    private static final String SCHEMA = "llm-agents.compare/1";

    @Override
    public String render(Comparison comparison) {
        ObjectNode root = Json.object();
        root.put("schema", SCHEMA);
        root.put("team", comparison.team());
        root.put("input", comparison.input());
        ArrayNode ways = root.putArray("ways");
        for (int i = 0; i < comparison.ways().size(); i++) {
            way(ways.addObject(), comparison, i);
        }
        ArrayNode sections = root.putArray("sections");
        for (String section : comparison.sections()) {
            ObjectNode node = sections.addObject();
            node.put("section", section);
            ArrayNode items = node.putArray("items");
            comparison.rowsOf(section).forEach(row -> {
                ObjectNode item = items.addObject();
                row.items()
                        .forEach((way, found) -> item.putObject(
                                        comparison.ways().get(way).letter())
                                .put("text", found.text())
                                .put("details", found.details())
                                .put("quote", found.quote())
                                .put("line", found.line())
                                .put("source", found.source()));
            });
        }
        return JsonText.safe(Json.writePretty(root)) + "\n";
    }

    private static void way(ObjectNode node, Comparison comparison, int number) {
        Way way = comparison.ways().get(number);
        node.put("way", way.letter());
        node.put("name", way.name());
        node.put("runId", way.runId());
        ArrayNode sources = node.putArray("sources");
        way.sources().forEach(sources::add);
        ArrayNode reasons = node.putArray("reasons");
        way.reasons().forEach(reasons::add);
        node.put("items", way.itemCount());
        node.put("onlyHere", comparison.onlyAt(number));
        node.put("added", way.added());
        node.put("dropped", way.dropped());
        node.put("calls", way.calls());
        node.put("promptTokens", way.promptTokens());
        node.put("completionTokens", way.completionTokens());
        node.put("costUsd", way.costUsd().orElse(null));
        node.put("wallMs", way.wallMs());
    }
}
