package dev.llmagents.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;

/** A JSON Schema (draft 2020-12) to check values against. Safe for threads. */
public final class Schema {
    private static final int MOST_PROBLEMS = 5;
    private static final int LONGEST_PROBLEM = 300;

    private final com.networknt.schema.Schema schema;

    /** @throws IllegalArgumentException if {@code schema} is none; the message says so and no more */
    public Schema(JsonNode schema) {
        // The messages go to a model and into reports: they must not depend on where the program runs.
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().locale(Locale.ROOT).build();
        try {
            this.schema = SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12, registry -> registry.schemaRegistryConfig(config))
                    .getSchema(schema);
            this.schema.initializeValidators();
        } catch (RuntimeException invalid) {
            throw new IllegalArgumentException("this is no JSON Schema", invalid);
        }
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
        String sentence = (place.isEmpty() ? "/" : place) + ": " + error.getMessage();
        return sentence.length() <= LONGEST_PROBLEM ? sentence : sentence.substring(0, LONGEST_PROBLEM) + "...";
    }
}
