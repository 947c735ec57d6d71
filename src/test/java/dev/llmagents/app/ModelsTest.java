package dev.llmagents.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.ModelTarget;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    private static Models models(Map<String, String> forTiers, String provider, String model) {
        Settings settings = new Settings(
                Mode.AUTO,
                "default",
                Optional.empty(),
                Optional.empty(),
                forTiers,
                Optional.empty(),
                Duration.ofSeconds(1));
        RunOptions options =
                new RunOptions(false, Optional.ofNullable(provider), Optional.ofNullable(model), true, true);
        return new Models(ModelTable.builtIn(), settings, options);
    }

    private static List<ModelTarget> openAi(String model) {
        return List.of(new ModelTarget("openai", model));
    }

    @Test
    void a_tier_is_the_tables_unless_the_settings_or_the_run_say_otherwise() {
        assertEquals(openAi("gpt-4o-mini"), models(Map.of(), null, null).targets("fast"));
        assertEquals(openAi("mine"), models(Map.of("fast", "mine"), null, null).targets("fast"));
        assertEquals(openAi("now"), models(Map.of("fast", "mine"), null, "now").targets("fast"));
        assertEquals(openAi("now"), models(Map.of(), null, "openai/now").targets("fast"));
        assertEquals(openAi("meta/llama"), models(Map.of(), null, "meta/llama").targets("fast"));
        assertEquals(List.of(), models(Map.of(), null, null).targets("none"));
    }

    @Test
    void a_provider_that_was_named_is_the_only_one() {
        assertEquals(openAi("gpt-4o-mini"), models(Map.of(), "openai", null).targets("fast"));
        assertEquals(List.of(), models(Map.of(), "elsewhere", null).targets("fast"));
        assertEquals(
                List.of(new ModelTarget("elsewhere", "m")),
                models(Map.of(), "elsewhere", "m").targets("fast"));
    }

    @Test
    void a_chunk_fits_into_the_model_beside_the_answer() {
        assertEquals(16_000, models(Map.of(), null, null).chunkTokens("fast", DAY));
        int unknown = models(Map.of(), null, "unknown").chunkTokens("fast", DAY);
        assertTrue(unknown >= 2_000 && unknown < 8_192, "" + unknown);
    }

    @Test
    void a_price_that_nobody_knows_is_none() {
        assertEquals(
                Optional.empty(),
                models(Map.of(), null, "unknown").pricing("fast", DAY).cost(1, 1));
        assertEquals(
                "unknown",
                models(Map.of(), null, "unknown").pricing("fast", DAY).model());
        assertTrue(models(Map.of(), null, null)
                        .pricing("fast", DAY)
                        .cost(1000, 1000)
                        .orElseThrow()
                        .signum()
                > 0);
    }
}
