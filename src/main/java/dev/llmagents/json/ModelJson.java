package dev.llmagents.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Finds the JSON object in what a model wrote. Models wrap it into a fence, put a sentence before it, break lines inside
 * strings, and stop in the middle when they run out of tokens; each of these is mended, and it is said that it was.
 *
 * <p>Takes time in proportion to the length of the text, whatever stands in it.
 */
public final class ModelJson {
    // Prose that holds braces is looked through for the object behind it, but not without end.
    private static final int MOST_CANDIDATES = 16;

    private ModelJson() {}

    /**
     * What was found.
     *
     * @param value the object
     * @param truncated whether its end was missing, so that only the part before stands
     */
    public record Found(JsonNode value, boolean truncated) {}

    /**
     * The first JSON object of {@code text} that holds something, else an empty one; empty if there is none that could be
     * read.
     */
    public static Optional<Found> objectIn(String text) {
        Optional<JsonNode> whole = read(text.strip());
        if (whole.isPresent()) {
            return Optional.of(new Found(whole.get(), false));
        }
        Optional<Found> hollow = Optional.empty();
        int start = nextObject(text, 0);
        for (int candidates = 0; start >= 0 && candidates < MOST_CANDIDATES; candidates++) {
            ObjectScan scan = ObjectScan.of(text, start);
            Optional<Found> found = read(scan.body()).map(value -> new Found(value, scan.isTruncated()));
            if (found.isPresent() && !found.get().value().isEmpty()) {
                return found;
            }
            hollow = hollow.isPresent() ? hollow : found;
            // Behind a pair of braces, never inside: a part of an object that cannot be read is not the answer.
            start = nextObject(text, scan.isTruncated() ? start + 1 : scan.end());
        }
        return hollow;
    }

    /** The next brace behind which a name or the end of the object stands, as in JSON and seldom in prose. */
    private static int nextObject(String text, int from) {
        for (int start = text.indexOf('{', from); start >= 0; start = text.indexOf('{', start + 1)) {
            int next = start + 1;
            while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            if (next < text.length() && (text.charAt(next) == '"' || text.charAt(next) == '}')) {
                return start;
            }
            if (next > start + 1) {
                // Nothing but white space was passed, so no brace either: the search stays linear.
                start = next - 1;
            }
        }
        return -1;
    }

    private static Optional<JsonNode> read(String candidate) {
        try {
            JsonNode value = Json.parse(candidate);
            return value.isObject() ? Optional.of(value) : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
