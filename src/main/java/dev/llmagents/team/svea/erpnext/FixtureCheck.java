package dev.llmagents.team.svea.erpnext;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks one fixture file by itself: JSON, the shape its doctype asks for, names, and what a fixture must not hold. */
final class FixtureCheck {
    // Set by the site; a fixture that brings them breaks trees or claims another's work.
    private static final List<String> FORBIDDEN =
            List.of("lft", "rgt", "old_parent", "creation", "modified", "owner", "modified_by", "docstatus");

    private final Problems problems;

    FixtureCheck(Problems problems) {
        this.problems = problems;
    }

    /** The documents of a file, even of one with faults; empty if they could not be read. */
    Optional<JsonNode> read(String file, byte[] bytes) {
        JsonNode documents;
        try {
            documents = Json.parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException invalid) {
            JsonLocation place = invalid.getLocation();
            problems.add(file, "är inte giltig JSON" + (place == null ? "" : " (rad " + place.getLineNr() + ")"));
            return Optional.empty();
        }
        if (!documents.isArray()) {
            problems.add(file, "är ingen lista med dokument");
            return Optional.empty();
        }
        shape(file, documents);
        names(file, documents);
        forbidden(file, documents);
        return Optional.of(documents);
    }

    private void shape(String file, JsonNode documents) {
        Shape.of(file).check(documents, (place, clause) -> problems.add(file, place + " " + clause));
    }

    private void names(String file, JsonNode documents) {
        Set<String> names = new HashSet<>();
        for (JsonNode document : documents) {
            String name = document.path("name").asText("");
            if (name.length() > PlainText.LONGEST_NAME) {
                problems.add(
                        file, "namnet " + Problems.quoted(name) + " är längre än " + PlainText.LONGEST_NAME + " tecken");
            }
            if (!name.isEmpty() && !names.add(name)) {
                problems.add(file, "namnet " + Problems.quoted(name) + " förekommer två gånger");
            }
        }
    }

    private void forbidden(String file, JsonNode documents) {
        for (JsonNode document : documents) {
            for (String field : FORBIDDEN) {
                // The parser holds nesting down, so the search is bounded.
                if (document.findValue(field) != null) {
                    problems.add(file, "fältet ”" + field + "” sätts av ERPNext och får inte ingå");
                }
            }
        }
    }
}
