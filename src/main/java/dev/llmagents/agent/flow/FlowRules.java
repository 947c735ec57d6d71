package dev.llmagents.agent.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.agent.Checked;
import dev.llmagents.agent.Question;
import dev.llmagents.agent.Rules;
import dev.llmagents.json.Json;
import dev.llmagents.json.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of every agent that has none of its own: it knows nothing by itself, asks one question, and takes of the answer
 * what has the form of its schema and whose quotes stand in the input.
 */
public final class FlowRules implements Rules<Map<String, Object>, ObjectNode> {
    /** The one field of an answer without a schema. */
    public static final String TEXT = "text";

    private final Optional<JsonNode> schema;
    private final QuoteCheck quotes;

    public FlowRules(Optional<JsonNode> schema, QuoteCheck quotes) {
        this.schema = schema;
        this.quotes = quotes;
    }

    @Override
    public ObjectNode answer(Map<String, Object> input) {
        return EmptyAnswer.of(schema);
    }

    @Override
    public List<Question> questions(Map<String, Object> input, ObjectNode answer) {
        return List.of(new Question("", input));
    }

    @Override
    public Checked<ObjectNode> check(Map<String, Object> input, ObjectNode answer, List<JsonNode> replies) {
        ObjectNode last = (ObjectNode) replies.get(replies.size() - 1);
        if (schema.isEmpty()) {
            return new Checked<>(last, 1, 0, List.of());
        }
        JsonNode form = schema.get();
        Optional<ObjectNode> whole = replies.stream()
                .filter(reply -> new Schema(form).problemsWith(reply).isEmpty())
                .map(ObjectNode.class::cast)
                .findFirst();
        Understood readable = whole.map(reply -> new Understood(reply, 0)).orElseGet(() -> parts(form, answer, last));
        QuoteCheck.Outcome checked = quotes.check(form, readable.answer());
        return new Checked<>(
                checked.answer(), said(checked.answer()), readable.dropped() + checked.dropped(), List.of());
    }

    private record Understood(ObjectNode answer, int dropped) {}

    /** The fields, and the items of lists, that have their form by themselves, of an answer that as a whole has not. */
    private static Understood parts(JsonNode form, ObjectNode empty, ObjectNode reply) {
        ObjectNode kept = empty.deepCopy();
        int dropped = 0;
        for (var field : reply.properties()) {
            JsonNode property = form.path("properties").path(field.getKey());
            if (property.isMissingNode()) {
                dropped++;
            } else if (conforms(form, property, field.getValue())) {
                kept.set(field.getKey(), field.getValue());
            } else if (field.getValue().isArray() && property.has("items")) {
                ArrayNode items = Json.array();
                for (JsonNode item : field.getValue()) {
                    if (conforms(form, property.path("items"), item)) {
                        items.add(item);
                    } else {
                        dropped++;
                    }
                }
                kept.set(field.getKey(), items);
            } else {
                dropped++;
            }
        }
        return new Understood(kept, dropped);
    }

    private static boolean conforms(JsonNode root, JsonNode part, JsonNode value) {
        if (!part.isObject()) {
            return part.asBoolean(true);
        }
        ObjectNode schema = part.deepCopy();
        root.path("$defs")
                .properties()
                .forEach(entry -> schema.withObject("/$defs").set(entry.getKey(), entry.getValue()));
        return new Schema(schema).problemsWith(value).isEmpty();
    }

    /** How many things an answer says: the items of its lists, and its other fields that are not empty. */
    private static int said(JsonNode answer) {
        int things = 0;
        for (JsonNode field : answer) {
            if (field.isArray()) {
                things += field.size();
            } else if (field.isObject()) {
                things += said(field);
            } else if (!field.isNull() && !field.asText().isBlank()) {
                things++;
            }
        }
        return things;
    }
}
