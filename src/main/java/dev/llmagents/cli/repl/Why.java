package dev.llmagents.cli.repl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.report.RunFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Says of a field of a report who said it and what it rests on. */
final class Why {
    private static final int MOST_SHOWN = 3;
    private static final int MOST_LISTED = 30;

    private final LastReport report;
    private final ReportTree tree;
    private final Sections sections = Sections.builtIn();

    Why(LastReport report) {
        this.report = report;
        this.tree = new ReportTree(report.result());
    }

    /**
     * What is known of a field.
     *
     * @param isFound whether there is such a field
     */
    record Answer(boolean isFound, String text) {}

    /** @param wanted a path ({@code decisions[0]}), an id ({@code A2}) or words of an item */
    Answer of(String wanted) {
        Optional<ReportTree.Place> named = tree.withId(wanted.strip());
        if (named.isPresent()) {
            return new Answer(true, explain(named.get()));
        }
        ReportTree.Found found = tree.at(wanted);
        if (found.place().isPresent()) {
            return new Answer(true, explain(found.place().get()));
        }
        List<ReportTree.Place> saying = wanted.strip().length() < 3 ? List.of() : tree.saying(wanted);
        if (saying.isEmpty()) {
            return new Answer(
                    false, "There is no '" + wanted.strip() + "' in the last report: " + found.problem() + ".");
        }
        StringJoiner all = new StringJoiner("\n");
        saying.stream().limit(MOST_SHOWN).forEach(place -> all.add(explain(place)));
        if (saying.size() > MOST_SHOWN) {
            StringJoiner others = new StringJoiner(", ", "Also in ", ".\n");
            saying.stream().skip(MOST_SHOWN).limit(MOST_LISTED).forEach(place -> others.add(place.path()));
            all.add(others.toString());
        }
        return new Answer(true, all.toString());
    }

    /** The paths and ids that can be asked for. */
    List<String> fields() {
        return tree.items().stream().map(ReportTree.Place::path).toList();
    }

    private String explain(ReportTree.Place place) {
        JsonNode value = place.value();
        if (value.isArray()) {
            return list(place);
        }
        JsonNode item = place.holder();
        StringBuilder text = new StringBuilder();
        if (value.isValueNode()) {
            text.append(place.path())
                    .append(": ")
                    .append(value.isNull() ? "not known" : value.asText())
                    .append('\n');
        }
        String title = ReportTree.title(item);
        if (!title.isEmpty()) {
            String id = item.path("id").asText("");
            line(text, place.holderPath() + (id.isEmpty() ? "" : " (" + id + ")"), title);
        } else if (value.isObject()) {
            line(text, place.path(), "has " + String.join(", ", ReportTree.fields(value)));
        }
        others(text, item, title);
        line(text, "  said by", saidBy(place, item));
        grounds(text, item);
        parts(text, item);
        return text.toString();
    }

    /** What an item that rests on several quotes rests on, for instance a task over several meetings. */
    private void parts(StringBuilder text, JsonNode item) {
        if (!(item instanceof ObjectNode object)) {
            return;
        }
        int told = 0;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            boolean isList = field.getValue().isArray();
            for (JsonNode part : isList ? field.getValue() : List.of(field.getValue())) {
                if (part.path("quote").isTextual() && told < MOST_LISTED) {
                    told++;
                    String name = part.path("kind").asText(part.path("id").asText(field.getKey()));
                    String where = where(part);
                    line(
                            text,
                            "  " + name,
                            "“" + part.path("quote").asText() + "”" + (where.isEmpty() ? "" : " – " + where));
                }
            }
        }
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }

    private static String list(ReportTree.Place place) {
        StringBuilder text = new StringBuilder();
        int size = place.value().size();
        line(text, place.path(), size + (size == 1 ? " item" : " items"));
        for (int at = 0; at < Math.min(size, MOST_LISTED); at++) {
            JsonNode item = place.value().get(at);
            String title = item.isValueNode() ? item.asText() : ReportTree.title(item);
            line(text, "  " + place.path() + "[" + at + "]", title);
        }
        return text.toString();
    }

    private static void others(StringBuilder text, JsonNode item, String title) {
        if (!(item instanceof ObjectNode object)) {
            return;
        }
        object.properties().forEach(field -> {
            JsonNode value = field.getValue();
            boolean isTold = ReportTree.GROUNDS.contains(field.getKey())
                    || field.getKey().equals("id")
                    || value.asText("").equals(title);
            if (value.isValueNode()
                    && !value.isNull()
                    && !isTold
                    && !value.asText().isEmpty()) {
                line(text, "  " + field.getKey(), value.asText());
            }
        });
    }

    private String saidBy(ReportTree.Place place, JsonNode item) {
        String team = report.facts().team();
        Optional<String> agent = sections.agent(team, place.path());
        String source = item.path("source").asText(sourceOf(agent));
        Optional<RunFacts.AgentRow> row = agent.flatMap(this::row);
        String rule = item.path("ruleId").asText("");
        if (!rule.isEmpty()) {
            return "rule " + rule + (source.equals("rules") ? "" : ", " + source);
        }
        if (agent.isEmpty()) {
            return source.equals("rules") ? "the program's rules" : "a model";
        }
        if (source.equals("rules")) {
            String why = row.flatMap(RunFacts.AgentRow::reason)
                    .map(reason -> " (no model: " + reason + ")")
                    .orElse("");
            return "the rules of " + agent.get() + why;
        }
        String model = row.flatMap(RunFacts.AgentRow::model).orElse("a model");
        return "a model for " + agent.get() + ": " + model
                + row.flatMap(RunFacts.AgentRow::provider)
                        .map(by -> " of " + by)
                        .orElse("")
                + (source.equals("cache") ? ", an answer kept in the cache" : "");
    }

    private String sourceOf(Optional<String> agent) {
        return agent.flatMap(this::row).map(row -> row.source().label()).orElse("rules");
    }

    private Optional<RunFacts.AgentRow> row(String agent) {
        return report.facts().agents().stream()
                .filter(row -> row.id().equals(agent))
                .findFirst();
    }

    private void grounds(StringBuilder text, JsonNode item) {
        if (item.path("quote").isTextual()) {
            line(text, "  quote", "“" + item.path("quote").asText() + "”");
        }
        if (item.path("evidence") instanceof ObjectNode evidence) {
            evidence.properties()
                    .forEach(entry -> line(
                            text,
                            "  evidence",
                            entry.getKey() + " = " + entry.getValue().asText()));
        }
        String where = where(item);
        if (!where.isEmpty()) {
            line(text, "  where", where);
        }
        if (item.path("confidence").isNumber()) {
            line(text, "  confidence", item.path("confidence").asText());
        }
    }

    private String where(JsonNode item) {
        StringJoiner where = new StringJoiner(", ");
        String meeting = item.path("meeting").asText("");
        if (!meeting.isEmpty()) {
            where.add(tree.withId(meeting)
                    .map(place -> place.value().path("name").asText(meeting))
                    .orElse(meeting));
        }
        for (String field : List.of("file", "line", "speaker", "start")) {
            JsonNode value = item.path(field);
            if (value.isValueNode() && !value.isNull() && !value.asText().isEmpty()) {
                where.add(field.equals("line") ? "line " + value.asText() : value.asText());
            }
        }
        return where.toString();
    }
}
