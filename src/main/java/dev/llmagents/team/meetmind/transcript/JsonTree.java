package dev.llmagents.team.meetmind.transcript;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.document.UnreadableInputException.Reason;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON into {@link JsonValue}s. Without recursion; the parser itself limits depth and lengths. */
final class JsonTree {
    private JsonTree() {}

    /** The values at the top of {@code text}, of which there are several where each line is one. */
    static List<JsonValue> read(String name, String text) throws UnreadableInputException {
        List<JsonValue> roots = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(null, roots));
        String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                step(parser, token, open);
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new UnreadableInputException(
                    Reason.DAMAGED,
                    name + " looks like JSON but is damaged or cut off at line " + line + ": export it again.",
                    e);
        } catch (IOException e) {
            throw new UnreadableInputException(Reason.DAMAGED, name + " cannot be read as JSON.", e);
        }
        return roots;
    }

    /** An object or array that has begun; exactly one of the two is there. */
    private static final class Open {
        private final Map<String, JsonValue> fields;
        private final List<JsonValue> elements;
        private String field = "";

        Open(Map<String, JsonValue> fields, List<JsonValue> elements) {
            this.fields = fields;
            this.elements = elements;
        }

        void add(JsonValue value) {
            if (fields != null) {
                fields.put(field, value);
            } else {
                elements.add(value);
            }
        }
    }

    private static void step(JsonParser parser, JsonToken token, Deque<Open> open) throws IOException {
        switch (token) {
            case START_OBJECT -> {
                Map<String, JsonValue> fields = new LinkedHashMap<>();
                open.element().add(new JsonValue.Fields(fields));
                open.push(new Open(fields, null));
            }
            case START_ARRAY -> {
                List<JsonValue> elements = new ArrayList<>();
                open.element().add(new JsonValue.Elements(elements));
                open.push(new Open(null, elements));
            }
            case END_OBJECT, END_ARRAY -> open.pop();
            case FIELD_NAME -> open.element().field = parser.currentName();
            case VALUE_STRING -> {
                int line = parser.currentTokenLocation().getLineNr();
                open.element().add(new JsonValue.Text(parser.getText(), line));
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                open.element().add(new JsonValue.Figure(parser.getDoubleValue()));
            default -> open.element().add(new JsonValue.Nothing());
        }
    }
}
