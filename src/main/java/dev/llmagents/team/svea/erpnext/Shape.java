package dev.llmagents.team.svea.erpnext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Checks fixtures against the schemas that are shipped for them, which use a small part of JSON Schema 2020-12. Bundles
 * are read back at each run over books, and the library for all of JSON Schema takes some 0.4 seconds to load; the tests
 * hold the two to the same verdicts. The clauses are Swedish.
 */
final class Shape {
    private static final Set<String> SILENT = Set.of("$schema", "$id", "title", "if", "then");

    private final JsonNode schema;
    private final Map<String, Pattern> patterns = new HashMap<>();

    private Shape(JsonNode schema) {
        this.schema = schema;
    }

    /** The shape of a file of the bundle, by its name. */
    static Shape of(String file) {
        return new Shape(schema(file));
    }

    static JsonNode schema(String file) {
        try (InputStream in = Shape.class.getResourceAsStream("/schemas/erpnext/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the schema of " + file + " is missing from the program");
            }
            return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema of " + file + " is no JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells {@code problems} the place and a clause for each fault of {@code value}. */
    void check(JsonNode value, BiConsumer<String, String> problems) {
        check(schema, value, "", problems);
    }

    // The depth is that of the schemas, not of the value: what they do not describe is refused, not entered.
    private boolean check(JsonNode rule, JsonNode value, String place, BiConsumer<String, String> problems) {
        int[] faults = {0};
        BiConsumer<String, String> counted = (where, clause) -> {
            faults[0]++;
            problems.accept(where.isEmpty() ? "/" : where, clause);
        };
        for (Map.Entry<String, JsonNode> keyword : rule.properties()) {
            keyword(keyword.getKey(), keyword.getValue(), rule, value, place, counted);
        }
        if (rule.has("if") && check(rule.get("if"), value, place, (where, clause) -> {})) {
            check(rule.get("then"), value, place, counted);
        }
        return faults[0] == 0;
    }

    private void keyword(
            String name,
            JsonNode asked,
            JsonNode rule,
            JsonNode value,
            String place,
            BiConsumer<String, String> problems) {
        switch (name) {
            case "type" -> {
                if (!isOfType(asked.asText(), value)) {
                    problems.accept(place, "är inte av typen " + asked.asText());
                }
            }
            case "const" -> {
                if (!asked.equals(value)) {
                    problems.accept(place, "ska vara " + Problems.quoted(asked.asText()));
                }
            }
            case "enum" -> {
                boolean isAmong = false;
                for (JsonNode option : asked) {
                    isAmong |= option.equals(value);
                }
                if (!isAmong) {
                    problems.accept(place, Problems.quoted(value.asText()) + " är inget av alternativen");
                }
            }
            case "required" -> {
                for (JsonNode field : asked) {
                    if (value.isObject() && !value.has(field.asText())) {
                        problems.accept(place, "fältet " + Problems.quoted(field.asText()) + " saknas");
                    }
                }
            }
            case "properties" -> asked.properties().forEach(field -> {
                if (value.isObject() && value.has(field.getKey())) {
                    check(field.getValue(), value.get(field.getKey()), place + "/" + field.getKey(), problems);
                }
            });
            case "additionalProperties" -> value.properties().forEach(field -> {
                if (!rule.path("properties").has(field.getKey())) {
                    problems.accept(place, "fältet " + Problems.quoted(field.getKey()) + " hör inte hit");
                }
            });
            case "items" -> {
                for (int i = 0; value.isArray() && i < value.size(); i++) {
                    check(asked, value.get(i), place + "/" + i, problems);
                }
            }
            case "minItems" -> {
                if (value.isArray() && value.size() < asked.asInt()) {
                    problems.accept(place, "listan är för kort");
                }
            }
            case "minLength" -> {
                if (value.isTextual() && length(value) < asked.asInt()) {
                    problems.accept(place, "texten är tom eller för kort");
                }
            }
            case "maxLength" -> {
                if (value.isTextual() && length(value) > asked.asInt()) {
                    problems.accept(place, "texten är längre än " + asked.asInt() + " tecken");
                }
            }
            case "pattern" -> {
                if (value.isTextual() && !pattern(asked.asText()).matcher(value.asText()).find()) {
                    problems.accept(place, Problems.quoted(value.asText()) + " har fel form");
                }
            }
            case "minimum" -> {
                if (value.isNumber() && value.decimalValue().compareTo(asked.decimalValue()) < 0) {
                    problems.accept(place, "talet är för litet");
                }
            }
            case "maximum" -> {
                if (value.isNumber() && value.decimalValue().compareTo(asked.decimalValue()) > 0) {
                    problems.accept(place, "talet är för stort");
                }
            }
            default -> {
                if (!SILENT.contains(name)) {
                    throw new IllegalStateException("the schemas of ERPNext fixtures use " + name + ", which is not read");
                }
            }
        }
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            default -> throw new IllegalStateException("the schemas of ERPNext fixtures use the type " + type);
        };
    }

    private static int length(JsonNode text) {
        return text.asText().codePointCount(0, text.asText().length());
    }

    private Pattern pattern(String expression) {
        return patterns.computeIfAbsent(expression, Pattern::compile);
    }
}
