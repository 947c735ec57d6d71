package dev.llmagents.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A prompt file, read and checked.
 *
 * @param id team and agent, for instance {@code meetmind.qa}
 * @param tier the kind of model it wants, for instance {@code fast}
 * @param temperature 0 to 2
 * @param maxTokens limit of the answer
 * @param ttl how long an answer may be kept
 * @param outputSchema JSON Schema of the answer; empty for plain text
 * @param examples few-shot examples, each an object with {@code input} and {@code output}
 * @param template Handlebars text
 * @param hash fingerprint of the whole file
 */
public record Prompt(
        String id,
        String tier,
        double temperature,
        int maxTokens,
        Duration ttl,
        Optional<JsonNode> outputSchema,
        List<JsonNode> examples,
        String template,
        String hash) {

    public Prompt {
        examples = List.copyOf(examples);
    }
}
