package dev.llmagents.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Finds the JSON object in what a model wrote. Models wrap it into a fence, put a sentence before it, break lines inside
 * strings, and stop in the middle when they run out of tokens; each of these is mended, and it is said that it was.
 */
public final class ModelJson {
    private ModelJson() {}

    /**
     * What was found.
     *
     * @param value the object
     * @param truncated whether its end was missing, so that only the part before stands
     */
    public record Found(JsonNode value, boolean truncated) {}

    /** The first JSON object of {@code text}; empty if there is none that could be read. */
    public static Optional<Found> objectIn(String text) {
        int start = text.indexOf('{');
        if (start < 0) {
            return Optional.empty();
        }
        Scan scan = scan(text, start);
        for (String candidate : List.of(text.strip(), scan.body())) {
            Optional<JsonNode> value = read(candidate);
            if (value.isPresent()) {
                return Optional.of(new Found(value.get(), scan.truncated() && !candidate.equals(text.strip())));
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> read(String candidate) {
        try {
            JsonNode value = Json.parse(candidate);
            return value.isObject() ? Optional.of(value) : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private record Scan(String body, boolean truncated) {}

    /**
     * Copies the object that begins at {@code start} up to its closing brace, with raw line breaks inside strings
     * escaped. If the text ends first, the copy goes back to the last complete element and closes what is open.
     */
    private static Scan scan(String text, int start) {
        StringBuilder body = new StringBuilder(text.length() - start);
        Deque<Character> open = new ArrayDeque<>();
        // The last place at which everything before is complete, and what has to be closed there.
        int safeLength = 0;
        String safeClosers = "";
        boolean inString = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inString) {
                i = copyInString(text, i, body);
                inString = c != '"';
                continue;
            }
            body.append(c);
            if (c == '"') {
                inString = true;
            } else if (c == ',') {
                // The value before a comma is whole, even if the object around it is not.
                safeLength = body.length() - 1;
                safeClosers = closers(open);
            } else if (c == '{' || c == '[') {
                open.push(c == '{' ? '}' : ']');
            } else if (c == '}' || c == ']') {
                if (open.isEmpty() || open.pop() != c) {
                    return new Scan(body.toString(), false);
                }
                if (open.isEmpty()) {
                    return new Scan(body.toString(), false);
                }
                safeLength = body.length();
                safeClosers = closers(open);
            }
        }
        return new Scan(body.substring(0, safeLength) + safeClosers, true);
    }

    /** Copies one character of a string, or two where the first escapes the second; returns the index of the last. */
    private static int copyInString(String text, int i, StringBuilder body) {
        char c = text.charAt(i);
        if (c == '\\' && i + 1 < text.length()) {
            body.append(c).append(text.charAt(i + 1));
            return i + 1;
        }
        switch (c) {
            case '\n' -> body.append("\\n");
            case '\r' -> body.append("\\r");
            case '\t' -> body.append("\\t");
            default -> body.append(c);
        }
        return i;
    }

    private static String closers(Deque<Character> open) {
        StringBuilder closers = new StringBuilder(open.size());
        open.forEach(closers::append);
        return closers.toString();
    }
}
