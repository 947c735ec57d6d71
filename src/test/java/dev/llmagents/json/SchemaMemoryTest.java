package dev.llmagents.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaMemoryTest {
    private int makings;
    private final SchemaMemory<String> memory = new SchemaMemory<>(schema -> {
        makings++;
        return schema.toString();
    });

    @Test
    void makes_once_what_is_asked_for_again() {
        JsonNode schema = Json.object().put("type", "object");
        assertSame(memory.of(schema), memory.of(schema));
        assertEquals(1, makings);
    }

    @Test
    void takes_no_schema_for_another_however_many_there_are() {
        List<JsonNode> schemas = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            schemas.add(Json.object().put("n", i));
        }
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 200; i++) {
                assertEquals("{\"n\":" + i + "}", memory.of(schemas.get(i)));
            }
        }
    }
}
