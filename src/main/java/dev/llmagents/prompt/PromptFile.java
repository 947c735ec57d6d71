package dev.llmagents.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.llmagents.json.Sha256;
import java.io.IOException;
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

    private final String file;
    private final JsonNode head;

    private PromptFile(String file, JsonNode head) {
        this.file = file;
        this.head = head;
    }

    static Prompt parse(String id, String file, String rawText) {
        String text = rawText.replace("\r\n", "\n");
        int end = text.indexOf("\n" + FENCE, FENCE.length() - 1);
        if (!text.startsWith(FENCE) || end < 0) {
            throw new PromptException(file + ": a prompt begins with front matter between two lines of ---.");
        }
        try {
            JsonNode head = new YAMLMapper().readTree(text.substring(FENCE.length(), end + 1));
            String template = text.substring(end + 1 + FENCE.length());
            return new PromptFile(file, head).toPrompt(id, template, Sha256.of(text));
        } catch (IOException e) {
            throw new PromptException(file + ": the front matter is no YAML: " + firstLine(e.getMessage()), e);
        }
    }

    private Prompt toPrompt(String id, String template, String hash) {
        head.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new PromptException(file + ": unknown key '" + key + "' in the front matter.");
            }
        });
        List<JsonNode> examples = new ArrayList<>();
        head.path("examples").forEach(examples::add);
        JsonNode schema = head.path("output").path("schema");
        return new Prompt(
                id,
                required("model", head.path("model")).asText(),
                required("config.temperature", head.path("config").path("temperature"))
                        .asDouble(),
                required("config.maxOutputTokens", head.path("config").path("maxOutputTokens"))
                        .asInt(),
                duration(head.path("ttl").asText("1h")),
                schema.isObject() ? Optional.of(schema) : Optional.empty(),
                examples,
                template,
                hash);
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
            String upper = text.toUpperCase(Locale.ROOT);
            return Duration.parse(upper.endsWith("D") ? "P" + upper : "PT" + upper);
        } catch (DateTimeParseException e) {
            throw new PromptException(file + ": ttl '" + text + "' is no duration such as 1h or 7d.", e);
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
