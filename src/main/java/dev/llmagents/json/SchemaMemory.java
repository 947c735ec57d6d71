package dev.llmagents.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.IdentityHashMap;
import java.util.function.Function;

/**
 * What was made of schemas, kept by the very object: an agent asks with one schema over and over, and nobody changes a schema
 * that is in use. Bounded. Safe for use by several threads.
 */
public final class SchemaMemory<T> {
    private static final int MOST = 64;

    private final Function<JsonNode, T> maker;
    private final IdentityHashMap<JsonNode, T> made = new IdentityHashMap<>();

    public SchemaMemory(Function<JsonNode, T> maker) {
        this.maker = maker;
    }

    /** What the maker makes of {@code schema}, made once or a few times. */
    public synchronized T of(JsonNode schema) {
        T known = made.get(schema);
        if (known == null) {
            if (made.size() >= MOST) {
                made.clear();
            }
            known = maker.apply(schema);
            made.put(schema, known);
        }
        return known;
    }
}
