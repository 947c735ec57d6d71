package dev.llmagents.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.ModelTarget;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>(Map.of("OPENAI_API_KEY", "sk-test"));

    private Models models(String provider, String model) {
        environment.put("LLM_AGENTS_HOME", folder.toString());
        Settings settings = SettingsReader.read(
                environment,
                folder,
                new SettingsReader.Options(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                warning -> {});
        RunOptions options =
                new RunOptions(false, Optional.ofNullable(provider), Optional.ofNullable(model), true, true);
        return new Models(
                ModelTable.builtIn(),
                settings,
                options,
                new Reach(settings, options),
                AwsRegion.of(settings.providers().aws()));
    }

    private void withAll() {
        environment.put("GEMINI_API_KEY", "g");
        environment.put("AWS_ACCESS_KEY_ID", "a");
        environment.put("AWS_SECRET_ACCESS_KEY", "s");
        environment.put("AWS_REGION", "eu-north-1");
    }

    private static List<ModelTarget> openAi(String model) {
        return List.of(new ModelTarget("openai", model));
    }

    private static List<String> names(List<ModelTarget> targets) {
        return targets.stream().map(ModelTarget::toString).toList();
    }

    @Test
    void a_tier_is_the_tables_unless_the_settings_or_the_run_say_otherwise() {
        assertEquals(openAi("gpt-4o-mini"), models(null, null).targets("fast"));
        environment.put("LLM_AGENTS_MODEL_FAST", "mine");
        assertEquals(openAi("mine"), models(null, null).targets("fast"));
        assertEquals(openAi("now"), models(null, "now").targets("fast"));
        assertEquals(openAi("now"), models(null, "openai/now").targets("fast"));
        assertEquals(openAi("meta/llama"), models(null, "meta/llama").targets("fast"));
        assertEquals(List.of(), models(null, null).targets("none"));
    }

    @Test
    void with_all_keys_a_tier_falls_over_from_provider_to_provider() {
        withAll();
        assertEquals(
                List.of(
                        "openai/gpt-4.1",
                        "bedrock/eu.anthropic.claude-sonnet-4-5-20250929-v1:0",
                        "gemini/gemini-2.5-pro"),
                names(models(null, null).targets("swedish")));
        assertEquals(
                List.of("gemini/gemini-2.5-pro", "gemini/gemini-2.5-flash"),
                names(models(null, null).targets("banking")));
    }

    @Test
    void mode_aws_asks_bedrock_first_and_openai_where_it_fails() {
        withAll();
        environment.put("LLM_AGENTS_MODE", "aws");
        assertEquals(
                List.of("bedrock/eu.anthropic.claude-haiku-4-5-20251001-v1:0", "openai/gpt-4o-mini"),
                names(models(null, null).targets("fast")));
    }

    @Test
    void a_model_of_bedrock_is_the_one_of_the_regions_geography() {
        withAll();
        environment.put("AWS_REGION", "us-west-2");
        assertEquals(
                List.of("bedrock/us.amazon.nova-pro-v1:0"),
                names(models(null, "nova-pro").targets("fast")));
        assertEquals(
                List.of("bedrock/us.anthropic.claude-haiku-4-5-20251001-v1:0"),
                names(models("bedrock", null).targets("fast")));
        environment.put("AWS_REGION", "eu-west-1");
        assertEquals(
                List.of("bedrock/eu.amazon.nova-pro-v1:0"),
                names(models(null, "bedrock/nova-pro").targets("fast")));
    }

    @Test
    void a_setting_may_name_several_models_of_several_providers() {
        withAll();
        environment.put("LLM_AGENTS_MODEL_STRONG", "gemini/gemini-3-pro-preview, claude-sonnet,gpt-5");
        assertEquals(
                List.of(
                        "gemini/gemini-3-pro-preview",
                        "bedrock/eu.anthropic.claude-sonnet-4-5-20250929-v1:0",
                        "openai/gpt-5"),
                names(models(null, null).targets("strong")));
    }

    @Test
    void a_tier_none_of_whose_providers_can_be_asked_says_what_is_missing() {
        LLMException banking =
                assertThrows(LLMException.class, () -> models(null, null).targets("banking"));
        assertTrue(
                banking.getMessage().contains("banking") && banking.getMessage().contains("GOOGLE_API_KEY"));
        assertEquals(2, models(null, null).wanted("banking").size());
        LLMException named = assertThrows(
                LLMException.class, () -> models(null, "gemini/gemini-2.5-pro").targets("fast"));
        assertTrue(named.getMessage().contains("GOOGLE_API_KEY"), named.getMessage());
    }

    @Test
    void a_provider_that_was_named_is_the_only_one() {
        withAll();
        assertEquals(openAi("gpt-4o-mini"), models("openai", null).targets("fast"));
        assertEquals(
                List.of("gemini/gemini-2.5-flash"), names(models("gemini", null).targets("fast")));
        assertEquals(
                List.of("simulated/sample"), names(models("simulated", null).targets("fast")));
        assertEquals(List.of("gemini/m"), names(models("gemini", "m").targets("fast")));
        assertEquals(
                List.of("openai/claude-sonnet"),
                names(models("openai", "claude-sonnet").targets("fast")));
    }

    @Test
    void a_chunk_fits_into_every_model_that_may_answer_beside_the_answer() {
        assertEquals(16_000, models(null, null).chunkTokens("fast"));
        int unknown = models(null, "unknown").chunkTokens("fast");
        assertTrue(unknown >= 2_000 && unknown < 8_192, "" + unknown);
        environment.put("LLM_AGENTS_MODEL_FAST", "gpt-4.1, unknown");
        assertEquals(unknown, models(null, null).chunkTokens("fast"));
    }

    @Test
    void a_price_that_nobody_knows_is_none_and_a_server_of_this_machine_is_free() {
        assertEquals(
                Optional.empty(), models(null, "unknown").pricing("fast", DAY).cost(1, 1));
        assertEquals("unknown", models(null, "unknown").pricing("fast", DAY).model());
        assertTrue(models(null, null)
                        .pricing("fast", DAY)
                        .cost(1000, 1000)
                        .orElseThrow()
                        .signum()
                > 0);
        environment.remove("OPENAI_API_KEY");
        environment.put("OPENAI_BASE_URL", "http://127.0.0.1:11434/v1");
        assertEquals(
                0,
                models(null, null)
                        .pricing("fast", DAY)
                        .cost(1000, 1000)
                        .orElseThrow()
                        .signum());
    }
}
