package dev.llmagents.cli.repl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** The result of a report as a tree of fields with paths such as {@code actionItems[2].owner}. */
final class ReportTree {
    private static final int MOST_ITEMS = 20_000;
    private static final Pattern STEP = Pattern.compile("[.\\[\\]]+");
    /** The field of an item that says in words what it is, the first that is there. */
    static final List<String> TITLES = List.of("text", "message", "answer", "action", "problem", "name", "purpose", "symbol");
    /** Fields that say where an item comes from and are told apart from it. */
    static final Set<String> GROUNDS = Set.of("quote", "line", "speaker", "start", "source", "confidence", "file");

    /** What a passage leaves out beside the grounds: the words of the input are passages of their own. */
    private static final Set<String> UNSAID = Set.of(
            "quote", "line", "speaker", "start", "source", "confidence", "firstLine", "lastLine", "begins", "ends");

    private final JsonNode root;

    ReportTree(JsonNode root) {
        this.root = root;
    }

    /**
     * A field.
     *
     * @param value what stands there
     * @param holder the innermost object it stands in, itself if it is one
     */
    record Place(String path, JsonNode value, String holderPath, JsonNode holder) {}

    /** What came of looking for a path: a place, or a sentence that says how far it leads. */
    record Found(Optional<Place> place, String problem) {}

    /** Follows {@code path}, whose indexes may be written {@code [2]} or {@code .2} and whose letters may be of any case. */
    Found at(String path) {
        JsonNode value = root;
        JsonNode holder = root;
        String reached = "";
        String holderPath = "";
        for (String step : STEP.split(path.strip(), -1)) {
            if (step.isEmpty()) {
                continue;
            }
            if (value.isArray()) {
                int index = index(step);
                if (index < 0 || index >= value.size()) {
                    return nothing(reached + " has " + value.size() + " items"
                            + (value.isEmpty() ? "" : ", [0] to [" + (value.size() - 1) + "]"));
                }
                value = value.get(index);
                reached += "[" + index + "]";
            } else {
                Optional<String> field = field(value, step);
                if (field.isEmpty()) {
                    String fields = String.join(", ", fields(value));
                    return nothing(
                            (reached.isEmpty() ? "the report" : reached)
                                    + (fields.isEmpty() ? " has no fields" : " has " + fields));
                }
                value = value.get(field.get());
                reached += (reached.isEmpty() ? "" : ".") + field.get();
            }
            if (value.isObject()) {
                holder = value;
                holderPath = reached;
            }
        }
        return new Found(Optional.of(new Place(reached, value, holderPath, holder)), "");
    }

    private static Found nothing(String problem) {
        return new Found(Optional.empty(), problem);
    }

    private static int index(String step) {
        return step.matches("\\d{1,6}") ? Integer.parseInt(step) : -1;
    }

    private static Optional<String> field(JsonNode node, String name) {
        return fields(node).stream()
                .filter(field -> field.equalsIgnoreCase(name))
                .findFirst();
    }

    static List<String> fields(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Every object below the root that says something, in the order of the report. */
    List<Place> items() {
        List<Place> items = new ArrayList<>();
        Deque<Map.Entry<String, JsonNode>> open = new ArrayDeque<>();
        open.push(Map.entry("", root));
        while (!open.isEmpty() && items.size() < MOST_ITEMS) {
            Map.Entry<String, JsonNode> next = open.pop();
            String path = next.getKey();
            JsonNode node = next.getValue();
            if (node.isObject() && !path.isEmpty() && !title(node).isEmpty()) {
                items.add(new Place(path, node, path, node));
            }
            List<Map.Entry<String, JsonNode>> below = new ArrayList<>();
            for (int at = 0; node.isArray() && at < node.size(); at++) {
                below.add(Map.entry(path + "[" + at + "]", node.get(at)));
            }
            if (node instanceof ObjectNode object) {
                object.properties()
                        .forEach(field -> below.add(Map.entry(
                                path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue())));
            }
            for (int at = below.size() - 1; at >= 0; at--) {
                open.push(below.get(at));
            }
        }
        return items;
    }

    /** The item of that id, for instance {@code A2}. */
    Optional<Place> withId(String id) {
        return items().stream()
                .filter(item -> item.value().path("id").asText("").equalsIgnoreCase(id))
                .findFirst();
    }

    /** Items whose words, quotes included, hold {@code text}. */
    List<Place> saying(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return items().stream()
                .filter(item -> words(item.value(), Set.of("source", "confidence")).toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    /** The report as passages: one for each item that says something and is not made of items. */
    List<Passage> passages() {
        return items().stream()
                .filter(item -> !holdsItems(item.value()))
                .map(item -> new Passage("report, " + item.path(), words(item.value(), UNSAID)))
                .filter(passage -> passage.text().length() > 2)
                .toList();
    }

    private static boolean holdsItems(JsonNode item) {
        for (JsonNode field : item) {
            if (field.isArray() && !field.isEmpty() && field.get(0).isObject()) {
                return true;
            }
        }
        return false;
    }

    static String title(JsonNode item) {
        return TITLES.stream()
                .map(field -> item.path(field).asText(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What an item says: its title, then what else is known of it but for {@code left}. */
    private static String words(JsonNode item, Set<String> left) {
        StringJoiner words = new StringJoiner("; ");
        words.add(title(item));
        if (item instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                JsonNode value = field.getValue();
                boolean isTitle = value.asText("").equals(title(item));
                if (value.isValueNode()
                        && !value.isNull()
                        && !isTitle
                        && !value.asText().isEmpty()
                        && !field.getKey().equals("id")
                        && !left.contains(field.getKey())) {
                    words.add(field.getKey() + ": " + value.asText());
                }
            });
        }
        return words.toString();
    }
}
