package dev.llmagents.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** A JSON Schema (draft 2020-12) to check values against. Safe for threads. */
public final class Schema {
    private static final int MOST_PROBLEMS = 5;

    private final com.networknt.schema.Schema schema;

    public Schema(JsonNode schema) {
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }

    /** What is wrong with {@code value}, a sentence each with the place; empty if it conforms. */
    public List<String> problemsWith(JsonNode value) {
        return schema.validate(value).stream()
                .limit(MOST_PROBLEMS)
                .map(Schema::sentence)
                .toList();
    }

    private static String sentence(Error error) {
        String place = error.getInstanceLocation().toString();
        return (place.isEmpty() ? "/" : place) + ": " + error.getMessage();
    }
}
