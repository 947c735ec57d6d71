package dev.llmagents.team.felicia.mission;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import java.math.BigDecimal;

/** Writes the table of keys as a JSON Schema, for editors and other programs. */
final class MissionSchema {
    private MissionSchema() {}

    static ObjectNode of(MissionKeys keys) {
        ObjectNode schema = Json.object();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Mission of Felicia's Finance");
        section(schema, keys, "");
        return schema;
    }

    private static void section(ObjectNode schema, MissionKeys keys, String pattern) {
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = Json.array();
        for (MissionKey key : keys.in(pattern).values()) {
            ObjectNode property = properties.putObject(key.name());
            property.put("description", key.description());
            describe(property, keys, key);
            if (key.required()) {
                required.add(key.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }

    private static void describe(ObjectNode property, MissionKeys keys, MissionKey key) {
        switch (key.type()) {
            case TEXT, FILE -> {
                // A reference or an account may be all digits, which YAML and JSON then show as a number.
                property.putArray("type").add("string").add("number").add("boolean");
                key.byDefault().ifPresent(text -> property.put("default", text));
            }
            case CHOICE -> {
                property.put("type", "string");
                ArrayNode words = property.putArray("enum");
                key.choices().forEach(words::add);
                key.byDefault().ifPresent(text -> property.put("default", text));
            }
            case DATE -> property.put("type", "string").put("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
            case CURRENCY -> property.put("type", "string").put("pattern", "^[A-Z]{3}$");
            case FLAG -> {
                property.put("type", "boolean");
                key.byDefault().ifPresent(text -> property.put("default", Boolean.parseBoolean(text)));
            }
            case NUMBER -> bounds(property.put("type", "number"), key);
            case WHOLE -> bounds(property.put("type", "integer"), key);
            case NAMES ->
                property.put("type", "array")
                        .putObject("items")
                        .putArray("type")
                        .add("string")
                        .add("number");
            case NUMBERS ->
                property.put("type", "object").putObject("additionalProperties").put("type", "number");
            case SECTION -> section(property, keys, key.path());
            case LIST -> section(property.put("type", "array").putObject("items"), keys, key.path() + "[]");
            case REQUESTS -> {
                ArrayNode forms =
                        property.put("type", "array").putObject("items").putArray("anyOf");
                forms.addObject().put("type", "string").put("minLength", 1);
                section(forms.addObject(), keys, key.path() + "[]");
            }
        }
    }

    private static void bounds(ObjectNode property, MissionKey key) {
        key.least().ifPresent(least -> property.put(key.aboveLeast() ? "exclusiveMinimum" : "minimum", least));
        key.most().ifPresent(most -> property.put("maximum", most));
        key.byDefault().ifPresent(text -> property.put("default", new BigDecimal(text)));
    }
}
