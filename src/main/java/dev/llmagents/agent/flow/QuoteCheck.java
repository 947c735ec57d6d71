package dev.llmagents.agent.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Holds the quotes of an answer against the input. A quote is a string whose schema says {@code format: quote}. Whatever in
 * an answer rests on words that the input does not hold goes: the list item the quote stands in, or else the field.
 *
 * <p>Words are compared without regard to case, to the width of white space and to the kind of quotation mark, hyphen and
 * ellipsis; a quote begins and ends at the ends of words. Safe for threads.
 */
public final class QuoteCheck {
    private static final int MOST_REFERENCES = 8;

    private final List<String> texts;

    /** @param texts what may be quoted */
    public QuoteCheck(List<String> texts) {
        List<String> plain = new ArrayList<>();
        texts.forEach(text -> plain.add(plain(text)));
        this.texts = List.copyOf(plain);
    }

    /**
     * An answer without what the input does not support.
     *
     * @param dropped how many items or fields went
     */
    public record Outcome(ObjectNode answer, int dropped) {}

    /** @param schema the answer's, an object's */
    public Outcome check(JsonNode schema, ObjectNode answer) {
        Count count = new Count();
        ObjectNode kept = Json.object();
        answer.properties().forEach(field -> {
            JsonNode form = property(schema, schema, field.getKey());
            Optional<JsonNode> value = kept(schema, form, field.getValue(), count);
            if (value.isEmpty()) {
                count.dropped++;
            }
            kept.set(field.getKey(), value.orElseGet(() -> EmptyAnswer.value(form, 1)));
        });
        return new Outcome(kept, count.dropped);
    }

    /** The schema as it is sent: servers know no such format. */
    static JsonNode forModel(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        withoutQuotes(copy);
        return copy;
    }

    /** The depth of a schema is bounded by the reader of its file. */
    private static void withoutQuotes(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("format").asText("").equals("quote")) {
            object.remove("format");
        }
        node.forEach(QuoteCheck::withoutQuotes);
    }

    /** Whether a text stands in the input. */
    public boolean stands(String quote) {
        String wanted = plain(quote);
        boolean saysAnything = wanted.codePoints().anyMatch(Character::isLetterOrDigit);
        return saysAnything && texts.stream().anyMatch(text -> holds(text, wanted));
    }

    private static boolean holds(String text, String wanted) {
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            if (isEdge(text, at) && isEdge(text, at + wanted.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether no word runs across a place. */
    private static boolean isEdge(String text, int at) {
        return at == 0
                || at == text.length()
                || !Character.isLetterOrDigit(text.charAt(at - 1))
                || !Character.isLetterOrDigit(text.charAt(at));
    }

    private static final class Count {
        private int dropped;
    }

    /** Empty if it rests on a quote that does not stand. The value's depth, and so this, is bounded by its reader. */
    private Optional<JsonNode> kept(JsonNode root, JsonNode schema, JsonNode value, Count count) {
        JsonNode form = resolved(root, schema);
        if (value.isTextual()) {
            boolean isQuote = form.path("format").asText().equals("quote");
            return !isQuote || stands(value.asText()) ? Optional.of(value) : Optional.empty();
        }
        if (value.isArray()) {
            ArrayNode items = Json.array();
            for (JsonNode item : value) {
                Optional<JsonNode> whole = kept(root, form.path("items"), item, count);
                whole.ifPresentOrElse(items::add, () -> count.dropped++);
            }
            return Optional.of(items);
        }
        if (value.isObject()) {
            ObjectNode fields = Json.object();
            for (var field : value.properties()) {
                Optional<JsonNode> whole = kept(root, property(root, form, field.getKey()), field.getValue(), count);
                if (whole.isEmpty()) {
                    return Optional.empty();
                }
                fields.set(field.getKey(), whole.get());
            }
            return Optional.of(fields);
        }
        return Optional.of(value);
    }

    private static JsonNode property(JsonNode root, JsonNode schema, String name) {
        JsonNode form = resolved(root, schema);
        JsonNode known = form.path("properties").path(name);
        return resolved(root, known.isMissingNode() ? form.path("additionalProperties") : known);
    }

    private static JsonNode resolved(JsonNode root, JsonNode schema) {
        JsonNode form = schema;
        for (int i = 0; i < MOST_REFERENCES && form.path("$ref").asText().startsWith("#/"); i++) {
            form = root.at(form.path("$ref").asText().substring(1));
        }
        return form;
    }

    private static String plain(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(composed.length());
        boolean blank = false;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                blank = true;
                continue;
            }
            if (blank && !plain.isEmpty()) {
                plain.append(' ');
            }
            blank = false;
            plain.append(switch (c) {
                case '\u2018', '\u2019', '\u201A', '\u2032' -> '\'';
                case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB', '\u2033' -> '"';
                case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
                default -> c;
            });
        }
        return plain.toString();
    }
}
