package dev.llmagents.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.llmagents.json.Sha256;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code .prompt} format. */
final class PromptFile {
    private static final String FENCE = "---\n";
    private static final Set<String> KEYS =
            Set.of("model", "config", "input", "output", "ttl", "examples", "name", "description");

    private static final Set<String> CONFIG_KEYS = Set.of("temperature", "maxOutputTokens");
    private static final double HOTTEST = 2;
    private static final Duration LONGEST_TTL = Duration.ofDays(366);

    private final String file;
    private final JsonNode head;

    private PromptFile(String file, JsonNode head) {
        this.file = file;
        this.head = head;
    }

    static Prompt parse(String id, String file, String rawText) {
        String text = withoutMark(rawText).replace("\r\n", "\n");
        int end = text.indexOf("\n" + FENCE, FENCE.length() - 1);
        if (!text.startsWith(FENCE) || end < 0) {
            throw new PromptException(file + ": a prompt begins with front matter between two lines of ---.");
        }
        JsonNode head;
        try {
            head = new YAMLMapper().readTree(text.substring(FENCE.length(), end + 1));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            // The front matter begins on the file's second line.
            throw new PromptException(
                    file + (line > 0 ? ", line " + (line + 1) : "") + ": the front matter is no YAML.", e);
        }
        if (!head.isObject()) {
            throw new PromptException(file + ": the front matter is made of 'key: value' pairs.");
        }
        return new PromptFile(file, head).toPrompt(id, text.substring(end + 1 + FENCE.length()), Sha256.of(text));
    }

    /** Some editors begin a file with a byte order mark. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private Prompt toPrompt(String id, String template, String hash) {
        onlyKnown("", head, KEYS);
        onlyKnown("config.", head.path("config"), CONFIG_KEYS);
        String tier = required("model", head.path("model")).asText("");
        JsonNode temperature =
                required("config.temperature", head.path("config").path("temperature"));
        JsonNode maxTokens =
                required("config.maxOutputTokens", head.path("config").path("maxOutputTokens"));
        demand(!tier.isBlank(), "model", "name a tier such as fast");
        demand(
                temperature.isNumber() && temperature.asDouble() >= 0 && temperature.asDouble() <= HOTTEST,
                "config.temperature",
                "be a number from 0 to 2");
        demand(
                maxTokens.canConvertToInt() && maxTokens.isIntegralNumber() && maxTokens.asInt() > 0,
                "config.maxOutputTokens",
                "be a whole number above 0");
        demand(!template.isBlank(), "the text below the front matter", "say what to ask");
        return new Prompt(
                id,
                tier,
                temperature.asDouble(),
                maxTokens.asInt(),
                duration(head.path("ttl").asText("1h")),
                schema(),
                examples(),
                template,
                hash);
    }

    private Optional<JsonNode> schema() {
        JsonNode schema = head.path("output").path("schema");
        demand(schema.isMissingNode() || schema.isObject(), "output.schema", "be a JSON Schema");
        return schema.isObject() ? Optional.of(schema) : Optional.empty();
    }

    private List<JsonNode> examples() {
        JsonNode examples = head.path("examples");
        demand(examples.isMissingNode() || examples.isArray(), "examples", "be a list");
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode example : examples) {
            demand(example.has("input") && example.has("output"), "examples", "hold an input and an output each");
            all.add(example);
        }
        return all;
    }

    private void onlyKnown(String prefix, JsonNode node, Set<String> known) {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw new PromptException(file + ": unknown key '" + prefix + key + "' in the front matter.");
            }
        });
    }

    private void demand(boolean met, String key, String what) {
        if (!met) {
            throw new PromptException(file + ": '" + key + "' has to " + what + ".");
        }
    }

    private JsonNode required(String key, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            throw new PromptException(file + ": the front matter lacks '" + key + "'.");
        }
        return value;
    }

    /** {@code 90s}, {@code 30m}, {@code 24h} or {@code 7d}. */
    private Duration duration(String text) {
        try {
            String upper = text.strip().toUpperCase(Locale.ROOT);
            Duration ttl = Duration.parse(upper.endsWith("D") ? "P" + upper : "PT" + upper);
            demand(
                    ttl.compareTo(Duration.ZERO) > 0 && ttl.compareTo(LONGEST_TTL) <= 0,
                    "ttl",
                    "be above 0 and at most 366d");
            return ttl;
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new PromptException(file + ": 'ttl' is no duration such as 1h or 7d.", e);
        }
    }
}
