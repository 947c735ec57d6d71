package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole command lines of {@code llm-agents models}. */
class ListModelsCommandTest {
    @TempDir
    private Path home;

    private static Map<String, JsonNode> models(Invocation run) throws JsonProcessingException {
        assertEquals(0, run.code(), run::toString);
        Map<String, JsonNode> models = new TreeMap<>();
        for (JsonNode model : Json.parse(run.out()).path("models")) {
            models.put(
                    model.path("provider").asText() + "/" + model.path("model").asText(), model);
        }
        return models;
    }

    @Test
    void says_what_every_model_costs_and_which_can_be_asked() throws JsonProcessingException {
        Map<String, JsonNode> models = models(
                Invocation.in(home).with("GOOGLE_API_KEY", "Secret0123").run("models", "list", "--format", "json"));
        JsonNode gemini = models.get("gemini/gemini-2.5-pro");
        assertTrue(gemini.path("reachable").asBoolean());
        assertEquals(1, gemini.at("/tiers/banking").asInt());
        assertEquals("global", gemini.path("region").asText());
        assertFalse(models.get("openai/gpt-4.1").path("reachable").asBoolean());
        assertEquals(
                2, models.get("openai/gpt-4.1").at("/usdPerMillionTokens/input").asInt());
        JsonNode claude = models.get("bedrock/eu.anthropic.claude-sonnet-4-5-20250929-v1:0");
        assertEquals("4.125", claude.at("/usdPerMillionTokens/cacheWrite").asText());
        assertEquals("claude-sonnet", claude.path("aliases").path(0).asText());
        assertTrue(models.get("bedrock/eu.amazon.nova-pro-v1:0")
                .at("/usdPerMillionTokens/input")
                .isNull());
    }

    @Test
    void the_order_is_that_of_the_mode_and_the_geography_that_of_the_region() throws JsonProcessingException {
        Map<String, JsonNode> models = models(Invocation.in(home)
                .with("AWS_BEARER_TOKEN_BEDROCK", "t")
                .with("AWS_REGION", "us-west-2")
                .run("models", "list", "--mode", "aws", "--format", "json"));
        JsonNode claude = models.get("bedrock/us.anthropic.claude-haiku-4-5-20251001-v1:0");
        assertEquals(1, claude.at("/tiers/fast").asInt());
        assertTrue(claude.path("reachable").asBoolean());
        assertFalse(models.get("bedrock/eu.anthropic.claude-haiku-4-5-20251001-v1:0")
                .path("reachable")
                .asBoolean());
    }

    @Test
    void a_model_of_the_settings_is_in_the_list_and_free_on_this_machine() {
        Invocation run = Invocation.in(home)
                .with("OPENAI_BASE_URL", "http://127.0.0.1:11434/v1")
                .with("LLM_AGENTS_MODEL_FAST", "llama3.1")
                .run("models", "list");
        assertEquals(0, run.code(), run::toString);
        assertTrue(
                run.out().lines().anyMatch(line -> line.matches("yes +openai/llama3\\.1 +fast#1 +local +0 .*")),
                run::toString);
        assertTrue(run.out().contains("as of 2026-06-21"), run::toString);
    }

    @Test
    void without_a_word_more_it_says_what_there_is() {
        Invocation run = Invocation.in(home).run("models");
        assertEquals(2, run.code(), run::toString);
        assertTrue(run.err().contains("models list"), run::toString);
    }

    @Test
    void keys_are_not_in_the_list() {
        Invocation run = Invocation.in(home)
                .with("OPENAI_API_KEY", "Secret0123")
                .with("AWS_SECRET_ACCESS_KEY", "Secret0123")
                .run("models", "list", "--format", "json");
        assertFalse((run.out() + run.err()).contains("Secret0123"), run::toString);
    }
}
