package dev.llmagents.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.json.NearName;
import java.util.Map;
import java.util.Set;

/**
 * The short form of schemas: {@code title: string, what it is called}, {@code tags(array): string}, {@code note?: string}.
 *
 * <p>Source: Google, "Dotprompt", section "Picoschema". Whole JSON Schemas are taken as they are. Pure and safe for threads.
 */
final class Picoschema {
    private static final Set<String> SCALARS = Set.of("string", "boolean", "null", "number", "integer", "any");
    private static final Set<String> JSON_TYPES =
            Set.of("string", "boolean", "null", "number", "integer", "object", "array");
    private static final String WILDCARD = "(*)";

    private final Map<String, JsonNode> named;

    /** @param named schemas that may be used by their names */
    Picoschema(Map<String, JsonNode> named) {
        this.named = Map.copyOf(named);
    }

    /**
     * @return a JSON Schema
     * @throws IllegalArgumentException if it is neither; the message is a clause that names what cannot be read
     */
    JsonNode toJsonSchema(JsonNode schema) {
        if (schema.isTextual()) {
            return scalar(schema.asText());
        }
        if (!schema.isObject()) {
            throw new IllegalArgumentException("a schema is a type such as string or a section of fields");
        }
        JsonNode type = schema.path("type");
        if (type.isArray() || (type.isTextual() && JSON_TYPES.contains(type.asText()))) {
            return schema.deepCopy();
        }
        if (schema.path("properties").isObject()) {
            ObjectNode copy = Json.object();
            copy.put("type", "object");
            copy.setAll((ObjectNode) schema.deepCopy());
            return copy;
        }
        return fields(schema);
    }

    /** {@code type} or {@code type, description}. */
    private JsonNode scalar(String text) {
        int comma = text.indexOf(',');
        String type = (comma < 0 ? text : text.substring(0, comma)).strip();
        String description = comma < 0 ? "" : text.substring(comma + 1).strip();
        ObjectNode schema = Json.object();
        if (named.get(type) instanceof ObjectNode known) {
            schema.setAll(known.deepCopy());
        } else if (!SCALARS.contains(type)) {
            throw new IllegalArgumentException(
                    "unknown type '" + type + "'" + withoutEnd(NearName.hint(type, new java.util.TreeSet<>(SCALARS))));
        } else if (!type.equals("any")) {
            schema.put("type", type);
        }
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
        return schema;
    }

    private static String withoutEnd(String hint) {
        return hint.endsWith(".") ? hint.substring(0, hint.length() - 1) : hint;
    }

    private ObjectNode fields(JsonNode section) {
        ObjectNode schema = Json.object();
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = Json.array();
        schema.put("additionalProperties", false);
        section.properties().forEach(field -> {
            if (field.getKey().equals(WILDCARD)) {
                schema.set("additionalProperties", toJsonSchema(field.getValue()));
            } else {
                field(field.getKey(), field.getValue(), properties, required);
            }
        });
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    /** {@code name}, {@code name?}, {@code name(array)}, {@code name?(enum, what it means)}. */
    private void field(String key, JsonNode value, ObjectNode properties, ArrayNode required) {
        int bracket = key.indexOf('(');
        String name = (bracket < 0 ? key : key.substring(0, bracket)).strip();
        boolean optional = name.endsWith("?");
        String bare = optional ? name.substring(0, name.length() - 1) : name;
        if (!optional) {
            required.add(bare);
        }
        ObjectNode schema = bracket < 0 ? plain(value) : bracketed(key, bracket, value);
        properties.set(bare, optional ? orNull(schema) : schema);
    }

    private ObjectNode plain(JsonNode value) {
        return (ObjectNode) toJsonSchema(value);
    }

    private ObjectNode bracketed(String key, int bracket, JsonNode value) {
        if (!key.endsWith(")")) {
            throw new IllegalArgumentException("'" + key + "' lacks its closing bracket");
        }
        String inside = key.substring(bracket + 1, key.length() - 1);
        int comma = inside.indexOf(',');
        String kind = (comma < 0 ? inside : inside.substring(0, comma)).strip();
        String description = comma < 0 ? "" : inside.substring(comma + 1).strip();
        ObjectNode schema = switch (kind) {
            case "array" -> Json.object().put("type", "array").set("items", toJsonSchema(value));
            case "object" -> plain(value);
            case "enum" -> choice(key, value);
            default ->
                throw new IllegalArgumentException(
                        "'" + key + "' has to say array, object or enum in its brackets, not '" + kind + "'");
        };
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
        return schema;
    }

    private static ObjectNode choice(String key, JsonNode value) {
        if (!value.isArray() || value.isEmpty()) {
            throw new IllegalArgumentException("'" + key + "' has to list its values, for instance [low, high]");
        }
        ObjectNode schema = Json.object();
        schema.set("enum", value.deepCopy());
        return schema;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            schema.set("type", Json.array().add(type.asText()).add("null"));
        }
        if (schema.path("enum") instanceof ArrayNode values) {
            values.addNull();
        }
        return schema;
    }
}
