package dev.llmagents.team.meetmind.transcript;

import java.util.List;
import java.util.Map;

/** A JSON value that remembers on which line its text began. */
sealed interface JsonValue {
    /** The fields in the order of the input. */
    record Fields(Map<String, JsonValue> values) implements JsonValue {}

    record Elements(List<JsonValue> values) implements JsonValue {}

    record Text(String value, int line) implements JsonValue {}

    record Figure(double value) implements JsonValue {}

    /** {@code true}, {@code false} and {@code null}, none of which says anything here. */
    record Nothing() implements JsonValue {}
}
