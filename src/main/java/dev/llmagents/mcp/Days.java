package dev.llmagents.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads days out of arguments. */
final class Days {
    private Days() {}

    static Optional<LocalDate> in(JsonNode arguments, String field) throws ToolFailure {
        String day = arguments.path(field).asText("");
        try {
            return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            throw new ToolFailure("'" + day + "' is no date such as 2026-03-16.", e);
        }
    }
}
