package dev.llmagents.report.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An answer of whatever form as lines that people read: a label, a value, and how far it is set in. */
final class FlowOutline {
    private static final String NOTHING = "–";

    private final List<Line> lines = new ArrayList<>();

    private FlowOutline() {}

    /**
     * @param label what it is; empty for an item of a list
     * @param value paragraphs; none where only what is set in below it says something
     */
    record Line(int depth, String label, List<String> value) {}

    /** The depth of an answer, and so of the recursion here, is bounded by the reader of JSON. */
    static List<Line> of(JsonNode answer) {
        FlowOutline outline = new FlowOutline();
        outline.fields(answer, 0);
        return outline.lines;
    }

    /** {@code dueDate} and {@code due_date} become {@code Due date}. */
    static String words(String name) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean begins = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1));
            words.append(begins ? " " : "").append(begins ? Character.toLowerCase(c) : c == '_' ? ' ' : c);
        }
        String all = words.toString().strip();
        return all.isEmpty() ? all : all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1);
    }

    private void fields(JsonNode object, int depth) {
        object.properties().forEach(field -> value(words(field.getKey()), field.getValue(), depth));
    }

    private void value(String label, JsonNode value, int depth) {
        if (value.isObject() && !value.isEmpty()) {
            item(label, value, depth);
        } else if (value.isArray() && !value.isEmpty()) {
            lines.add(new Line(depth, label + " (" + value.size() + ")", List.of()));
            value.forEach(element -> item("", element, depth + 1));
        } else {
            lines.add(new Line(depth, label, paragraphs(value)));
        }
    }

    private void item(String label, JsonNode value, int depth) {
        if (!value.isContainerNode()) {
            lines.add(new Line(depth, label, paragraphs(value)));
            return;
        }
        if (value.isArray()) {
            lines.add(new Line(depth, label, value.isEmpty() ? List.of(NOTHING) : List.of()));
            value.forEach(element -> item("", element, depth + 1));
            return;
        }
        boolean first = label.isEmpty();
        if (!first) {
            lines.add(new Line(depth, label, List.of()));
        }
        for (var field : value.properties()) {
            // The first field of a list's item stands for the item; the others are set in below it.
            if (first) {
                first = false;
                if (field.getValue().isContainerNode()) {
                    value(words(field.getKey()), field.getValue(), depth);
                } else {
                    lines.add(new Line(depth, "", paragraphs(field.getValue())));
                }
            } else {
                value(words(field.getKey()), field.getValue(), depth + 1);
            }
        }
    }

    private static List<String> paragraphs(JsonNode value) {
        if (value.isNull() || value.isContainerNode() || value.asText().isBlank()) {
            return List.of(NOTHING);
        }
        return value.asText().lines().filter(line -> !line.isBlank()).toList();
    }
}
