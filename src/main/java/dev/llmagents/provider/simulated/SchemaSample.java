package dev.llmagents.provider.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The least that conforms to a JSON Schema: fields that are required, lists as short as they may be, plain words. Knows the
 * keywords that prompts use, references within the schema included; a pattern is met if a plain word, a date or a number
 * meets it.
 */
final class SchemaSample {
    // A schema that refers to itself has no least instance that ends; prompts are not that deep.
    private static final int DEEPEST = 24;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String WORD = "noted";
    private static final Map<String, String> FORMATS = Map.of(
            "date", "2026-01-15",
            "date-time", "2026-01-15T09:00:00Z",
            "time", "09:00:00Z",
            "duration", "PT1H",
            "email", "someone@example.org",
            "uri", "https://example.org/",
            "uuid", "00000000-0000-4000-8000-000000000000",
            "ipv4", "192.0.2.1");
    private static final List<String> CANDIDATES = List.of(
            WORD,
            "2026-01-15",
            "2026-01",
            "2026",
            "0",
            "1",
            "12",
            "123",
            "1234",
            "12345",
            "100.00",
            "A",
            "a",
            "A1",
            "SEK",
            "09:00",
            "noted.md",
            "noted-1",
            "Noted",
            "someone@example.org",
            "https://example.org/");

    private final JsonNode root;

    private SchemaSample(JsonNode root) {
        this.root = root;
    }

    static JsonNode of(JsonNode schema) {
        return new SchemaSample(schema).sample(schema, 0);
    }

    private JsonNode sample(JsonNode schema, int depth) {
        if (depth > DEEPEST) {
            return NODES.nullNode();
        }
        if (schema.has("$ref")) {
            return sample(referred(schema.path("$ref").asText()), depth + 1);
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.path("enum").size() > 0) {
            return schema.path("enum").get(0);
        }
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.path(choice).size() > 0 && !schema.has("type")) {
                return sample(schema.path(choice).get(0), depth + 1);
            }
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> NODES.numberNode((long) Math.ceil(number(schema, 1)));
            case "number" -> NODES.numberNode(number(schema, 0.5));
            case "boolean" -> NODES.booleanNode(false);
            case "null" -> NODES.nullNode();
            default -> NODES.textNode(text(schema));
        };
    }

    private JsonNode referred(String reference) {
        return reference.startsWith("#/") ? root.at(reference.substring(1)) : root;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.path(0).asText("string");
        }
        if (type.isMissingNode()) {
            return schema.has("properties") ? "object" : schema.has("items") ? "array" : "string";
        }
        return type.asText();
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = Json.object();
        for (JsonNode required : schema.path("required")) {
            String name = required.asText();
            object.set(name, sample(schema.path("properties").path(name), depth + 1));
        }
        return object;
    }

    private JsonNode array(JsonNode schema, int depth) {
        ArrayNode array = Json.array();
        for (int i = 0; i < Math.min(1000, schema.path("minItems").asInt(0)); i++) {
            array.add(sample(schema.path("items"), depth + 1));
        }
        return array;
    }

    private static double number(JsonNode schema, double step) {
        double least = schema.path("minimum").asDouble(0);
        if (schema.has("exclusiveMinimum")) {
            least = Math.max(least, schema.path("exclusiveMinimum").asDouble() + step);
        }
        double most = schema.path("maximum").asDouble(Double.MAX_VALUE);
        return least <= most ? least : most;
    }

    private static String text(JsonNode schema) {
        if (schema.has("pattern")) {
            return meeting(schema.path("pattern").asText());
        }
        String text = FORMATS.getOrDefault(schema.path("format").asText(""), WORD);
        int least = Math.min(100_000, schema.path("minLength").asInt(0));
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        StringBuilder longEnough = new StringBuilder(text);
        while (longEnough.length() < least) {
            longEnough.append(' ').append(WORD);
        }
        if (longEnough.length() > most) {
            longEnough.setLength(Math.max(0, most));
        }
        return longEnough.toString();
    }

    private static String meeting(String pattern) {
        try {
            Pattern compiled = Pattern.compile(pattern);
            return CANDIDATES.stream()
                    .filter(candidate -> compiled.matcher(candidate).find())
                    .findFirst()
                    .orElse(WORD);
        } catch (PatternSyntaxException notOurs) {
            return WORD;
        }
    }
}
