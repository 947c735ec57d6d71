package dev.llmagents.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.json.LinedYaml;
import dev.llmagents.json.NearName;
import dev.llmagents.json.Sha256;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the {@code .prompt} format, strictly: whatever is not known is refused by its line. */
final class PromptFile {
    /** Schemas a file may use by name: {@code quote} is a text that has to stand in the input, word for word. */
    static final Map<String, JsonNode> NAMED_SCHEMAS =
            Map.of("quote", Json.object().put("type", "string").put("format", "quote"));

    private static final Set<String> KEYS = new TreeSet<>(
            Set.of("model", "config", "input", "output", "ttl", "examples", "name", "description", "trusted"));
    private static final Set<String> CONFIG_KEYS = new TreeSet<>(Set.of("temperature", "maxOutputTokens"));
    private static final Set<String> INPUT_KEYS = new TreeSet<>(Set.of("schema", "default"));
    private static final Set<String> OUTPUT_KEYS = new TreeSet<>(Set.of("format", "schema"));
    private static final Set<String> FORMATS = Set.of("json", "text");
    private static final double HOTTEST = 2;
    static final Duration LONGEST_TTL = Duration.ofDays(366);

    private final DotPrompt file;

    private PromptFile(DotPrompt file) {
        this.file = file;
    }

    static Prompt parse(String id, String file, String rawText) {
        return parse(id, file, rawText, Map.of());
    }

    /** @param partials templates that may be included, by name */
    static Prompt parse(String id, String file, String rawText, Map<String, String> partials) {
        DotPrompt parts = DotPrompt.parse(file, rawText);
        if (!parts.hasHead()) {
            throw new PromptException(file + ": a prompt begins with front matter between two lines of ---.");
        }
        String text = rawText.startsWith("\uFEFF") ? rawText.substring(1) : rawText;
        return new PromptFile(parts).toPrompt(id, partials, hash(text.replace("\r\n", "\n"), partials));
    }

    private static String hash(String text, Map<String, String> partials) {
        StringBuilder all = new StringBuilder(text);
        new TreeMap<>(partials)
                .forEach((name, partial) ->
                        all.append('\u0001').append(name).append('\u0001').append(partial));
        return Sha256.of(all.toString());
    }

    private Prompt toPrompt(String id, Map<String, String> partials, String hash) {
        onlyKnown("", KEYS);
        onlyKnown("config", CONFIG_KEYS);
        onlyKnown("input", INPUT_KEYS);
        onlyKnown("output", OUTPUT_KEYS);
        String tier = required("model").asText("");
        JsonNode temperature = required("config.temperature");
        JsonNode maxTokens = required("config.maxOutputTokens");
        demand(!tier.isBlank(), "model", "name a tier such as fast");
        demand(
                temperature.isNumber() && temperature.asDouble() >= 0 && temperature.asDouble() <= HOTTEST,
                "config.temperature",
                "be a number from 0 to 2");
        demand(
                maxTokens.canConvertToInt() && maxTokens.isIntegralNumber() && maxTokens.asInt() > 0,
                "config.maxOutputTokens",
                "be a whole number above 0");
        JsonNode format = at("output.format");
        demand(format.isMissingNode() || FORMATS.contains(format.asText()), "output.format", "be json or text");
        if (file.template().isBlank()) {
            throw PromptException.at(
                    file.file(), 0, "template-empty", "the text below the front matter has to say what to ask.");
        }
        return new Prompt(
                id,
                tier,
                temperature.asDouble(),
                maxTokens.asInt(),
                duration(at("ttl").asText("1h")),
                new Prompt.Inputs(schema("input.schema"), defaults(), trusted()),
                schema("output.schema"),
                examples(),
                file.template(),
                partials,
                hash);
    }

    private Optional<JsonNode> schema(String key) {
        JsonNode written = at(key);
        if (written.isMissingNode()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Picoschema(NAMED_SCHEMAS).toJsonSchema(written));
        } catch (IllegalArgumentException wrong) {
            String clause = wrong.getMessage();
            throw at(key, "schema", "'" + key + "': " + clause + (clause.endsWith("?") ? "" : "."));
        }
    }

    private Map<String, Object> defaults() {
        JsonNode values = at("input.default");
        demand(values.isMissingNode() || values.isObject(), "input.default", "be made of 'name: value' pairs");
        Map<String, Object> defaults = new LinkedHashMap<>();
        values.properties().forEach(value -> {
            demand(!value.getValue().isNull(), "input.default." + value.getKey(), "have a value");
            defaults.put(value.getKey(), Json.plain(value.getValue()));
        });
        return defaults;
    }

    private Set<String> trusted() {
        JsonNode names = at("trusted");
        demand(names.isMissingNode() || names.isArray(), "trusted", "be a list of variables");
        Set<String> trusted = new TreeSet<>();
        names.forEach(name -> trusted.add(name.asText()));
        return trusted;
    }

    private List<JsonNode> examples() {
        JsonNode examples = at("examples");
        demand(examples.isMissingNode() || examples.isArray(), "examples", "be a list");
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode example : examples) {
            demand(example.has("input") && example.has("output"), "examples", "hold an input and an output each");
            all.add(example);
        }
        return all;
    }

    private JsonNode at(String key) {
        return file.at(pointer(key));
    }

    private static String pointer(String key) {
        StringBuilder pointer = new StringBuilder();
        String[] names = key.split("\\.", -1);
        for (String name : names) {
            pointer.append('/').append(name);
        }
        return key.isEmpty() ? "" : pointer.toString();
    }

    private PromptException at(String key, String code, String sentence) {
        return PromptException.at(file.file(), file.line(pointer(key)), code, sentence);
    }

    private void onlyKnown(String section, Set<String> known) {
        JsonNode node = at(section);
        if (!section.isEmpty()) {
            demand(node.isMissingNode() || node.isObject(), section, "be a section of 'key: value' pairs");
        }
        node.fieldNames().forEachRemaining(key -> {
            // Dotprompt leaves keys with a point in them to extensions of others.
            if (!known.contains(key) && !key.contains(".")) {
                String full = section.isEmpty() ? key : section + "." + key;
                throw PromptException.at(
                        file.file(),
                        file.line(LinedYaml.field(pointer(section), key)),
                        "unknown-key",
                        "unknown key '" + full + "' in the front matter" + NearName.hint(key, known));
            }
        });
    }

    private void demand(boolean met, String key, String what) {
        if (!met) {
            throw at(key, "value", "'" + key + "' has to " + what + ".");
        }
    }

    private JsonNode required(String key) {
        JsonNode value = at(key);
        if (value.isMissingNode() || value.isNull()) {
            throw PromptException.at(file.file(), 0, "missing-key", "the front matter lacks '" + key + "'.");
        }
        return value;
    }

    /** {@code 90s}, {@code 30m}, {@code 24h} or {@code 7d}. */
    private Duration duration(String text) {
        Optional<Duration> ttl = WrittenDuration.of(text, LONGEST_TTL);
        if (ttl.isEmpty()) {
            throw at("ttl", "value", "'ttl' is no duration such as 1h or 7d, above 0 and at most 366d.");
        }
        return ttl.get();
    }
}
