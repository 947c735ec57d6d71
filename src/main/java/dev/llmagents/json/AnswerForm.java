package dev.llmagents.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a model's answer has to look like: a JSON object that conforms to a schema. An answer is checked where it comes in,
 * where it is kept and where it is used, so texts that conformed are remembered. Bounded. Safe for use by several threads.
 */
public final class AnswerForm {
    private static final int MOST_TEXTS = 32;
    private static final int LONGEST_TEXT = 16 << 10;

    private final Schema schema;
    private final Set<String> conforming = new LinkedHashSet<>();

    /** @throws IllegalArgumentException if {@code schema} is none; the message says so and no more */
    public AnswerForm(JsonNode schema) {
        this.schema = new Schema(schema);
    }

    /** What is wrong with an answer, for the model that gave it; empty if nothing is. */
    public Optional<String> problemWith(String text) {
        if (isKnown(text)) {
            return Optional.empty();
        }
        Optional<ModelJson.Found> found = ModelJson.objectIn(text);
        if (found.isEmpty()) {
            return Optional.of("no JSON object was found");
        }
        if (found.get().truncated()) {
            return Optional.of("the JSON object breaks off before its end");
        }
        List<String> problems = schema.problemsWith(found.get().value());
        if (problems.isEmpty()) {
            remember(text);
            return Optional.empty();
        }
        return Optional.of(String.join("; ", problems));
    }

    private synchronized boolean isKnown(String text) {
        return conforming.contains(text);
    }

    private synchronized void remember(String text) {
        if (text.length() <= LONGEST_TEXT && conforming.add(text) && conforming.size() > MOST_TEXTS) {
            Iterator<String> oldest = conforming.iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
