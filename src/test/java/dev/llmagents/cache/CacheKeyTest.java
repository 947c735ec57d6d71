package dev.llmagents.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.json.Json;
import dev.llmagents.json.SchemaMemory;
import dev.llmagents.llm.AnswerFormat;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.Message;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.testing.Requests;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheKeyTest {
    private static final Requests REQUEST = Requests.request();

    private static AnswerFormat schema(String json) {
        return new AnswerFormat("form", Optional.of(Requests.json(json)));
    }

    @Test
    void everything_that_shapes_the_answer_is_part_of_the_key() {
        List<Requests> different = List.of(
                REQUEST,
                REQUEST.withTenant("other"),
                REQUEST.withTargets(new ModelTarget("openai", "gpt-4.1")),
                REQUEST.withPromptHash("hash-2"),
                REQUEST.withParameters(0.3, 500, AnswerFormat.TEXT),
                REQUEST.withParameters(0.2, 501, AnswerFormat.TEXT),
                REQUEST.withParameters(0.2, 500, schema("{}")),
                REQUEST.withParameters(0.2, 500, schema("{\"type\":\"object\"}")),
                REQUEST.withMessages(Message.user("What was decided?")),
                REQUEST.withMessages(Message.assistant("What was decided?")),
                REQUEST.withMessages(Message.user("What was "), Message.user("decided?")),
                REQUEST.withMessages(Message.user("What was decided? ")));
        Set<CacheKey> keys = new HashSet<>();
        different.forEach(request -> keys.add(CacheKey.of(request.build())));
        assertEquals(different.size(), keys.size());
    }

    @Test
    void who_asks_when_and_where_is_not() {
        CacheKey key = CacheKey.of(REQUEST.build());
        LLMRequest.Origin later = new LLMRequest.Origin("acme", "svea", "svea.qa", "run-2", "svea.qa.7");
        assertEquals(key, CacheKey.of(REQUEST.withOrigin(later).build()));
        assertEquals(key, CacheKey.of(REQUEST.withTimeout(Duration.ofDays(1)).build()));
        assertEquals(
                key,
                CacheKey.of(REQUEST.withTargets(new ModelTarget("azure", "gpt-4o-mini"), new ModelTarget("b", "c"))
                        .build()));
    }

    @Test
    void the_order_of_a_schemas_fields_is_not() {
        assertEquals(
                CacheKey.of(REQUEST.withParameters(0, 1, schema("{\"a\":1,\"b\":{\"c\":2,\"d\":3}}"))
                        .build()),
                CacheKey.of(REQUEST.withParameters(0, 1, schema("{\"b\":{\"d\":3,\"c\":2},\"a\":1}"))
                        .build()));
        assertNotEquals(
                CacheKey.of(
                        REQUEST.withParameters(0, 1, schema("{\"a\":[1,2]}")).build()),
                CacheKey.of(
                        REQUEST.withParameters(0, 1, schema("{\"a\":[2,1]}")).build()));
    }

    @Test
    void the_key_is_a_fingerprint() {
        assertTrue(CacheKey.of(REQUEST.build()).hex().matches("[0-9a-f]{64}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "zz00000000000000000000000000000000000000000000000000000000000000"})
    void nothing_else_is_a_key(String hex) {
        assertThrows(IllegalArgumentException.class, () -> new CacheKey(hex));
    }

    @Test
    void is_the_fingerprint_of_the_canonical_request_and_the_tenant() throws Exception {
        for (LLMRequest request : List.of(
                REQUEST.build(),
                REQUEST.withParameters(0.25, 7, schema("{\"b\":[1,{\"z\":1,\"a\":\"å\\n\"}],\"a\":1}"))
                        .build())) {
            var question = dev.llmagents.llm.CanonicalRequest.of(request, request.messages());
            question.put("tenant", request.origin().tenant());
            String expected = dev.llmagents.json.Sha256.of(dev.llmagents.json.Json.canonical(question));
            assertEquals(expected, CacheKey.of(request).hex());
            assertEquals(
                    expected,
                    CacheKey.of(request, "", new SchemaMemory<>(Json::canonical)::of)
                            .hex());
        }
    }

    @Test
    void one_schema_is_not_taken_for_another_however_many_there_are() throws Exception {
        SchemaMemory<String> texts = new SchemaMemory<>(Json::canonical);
        Set<CacheKey> keys = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            keys.add(CacheKey.of(
                    REQUEST.withParameters(0, 1, schema("{\"a\":" + i + "}")).build(), "", texts::of));
        }
        assertEquals(200, keys.size());
    }
}
