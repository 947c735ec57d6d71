package dev.llmagents.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A prompt file, read and checked.
 *
 * @param id team and agent, for instance {@code meetmind.qa}
 * @param tier the kind of model it wants, for instance {@code fast}
 * @param temperature 0 to 2
 * @param maxTokens limit of the answer
 * @param ttl how long an answer may be kept
 * @param inputs what may be inserted
 * @param outputSchema JSON Schema of the answer; empty for plain text
 * @param examples few-shot examples, each an object of an input and an output
 * @param template Handlebars text
 * @param partials templates that {@code template} may include, by name
 * @param hash fingerprint of the whole file and of its partials
 */
public record Prompt(
        String id,
        String tier,
        double temperature,
        int maxTokens,
        Duration ttl,
        Inputs inputs,
        Optional<JsonNode> outputSchema,
        List<JsonNode> examples,
        String template,
        Map<String, String> partials,
        String hash) {
    /** What stands before the name of a model where a tier is expected. */
    public static final String MODEL_PREFIX = "model:";

    public Prompt {
        examples = List.copyOf(examples);
        partials = Map.copyOf(partials);
    }

    /**
     * What may be inserted into a template.
     *
     * @param schema JSON Schema of the variables; empty if the file has none
     * @param defaults values of variables that are not given
     * @param trusted names of variables that hold no text of others, so that they may stand outside of the fence
     */
    public record Inputs(Optional<JsonNode> schema, Map<String, Object> defaults, Set<String> trusted) {
        /** Nothing is said about them. */
        public static final Inputs UNKNOWN = new Inputs(Optional.empty(), Map.of(), Set.of());

        public Inputs {
            defaults = Map.copyOf(defaults);
            trusted = Set.copyOf(trusted);
        }
    }

    /** The same prompt asked in another way. */
    public Prompt asked(String otherTier, double otherTemperature, int otherMaxTokens, Duration otherTtl) {
        return new Prompt(
                id,
                otherTier,
                otherTemperature,
                otherMaxTokens,
                otherTtl,
                inputs,
                outputSchema,
                examples,
                template,
                partials,
                hash);
    }

    /** The same prompt with another schema of its answer. */
    public Prompt answering(Optional<JsonNode> schema) {
        return new Prompt(id, tier, temperature, maxTokens, ttl, inputs, schema, examples, template, partials, hash);
    }
}
