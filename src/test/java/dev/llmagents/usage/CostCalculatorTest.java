package dev.llmagents.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TokenUsage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostCalculatorTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final TokenUsage MILLION = new TokenUsage(1_000_000, 0, 0, 0, 0);

    private static Optional<BigDecimal> cost(Set<String> own, String asked, String answered, TokenUsage tokens) {
        return new CostCalculator(ModelTable.builtIn(), own)
                .cost(new ModelTarget("openai", asked), answered, tokens, DAY)
                .map(BigDecimal::stripTrailingZeros);
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o-mini, gpt-4o-mini-2024-07-18, 0.15",
        "gpt-4o-mini, gpt-4.1, 2",
        "gpt-4o-mini, renamed-by-a-gateway, 0.15",
        "llama, llama, ",
    })
    void the_model_that_answered_sets_the_price(String asked, String answered, BigDecimal expected) {
        assertEquals(Optional.ofNullable(expected), cost(Set.of(), asked, answered, MILLION));
    }

    @ParameterizedTest
    @CsvSource({"llama, 0", "gpt-4o-mini, 0"})
    void a_model_of_this_machine_is_free_also_if_the_table_prices_its_name(String model, BigDecimal expected) {
        assertEquals(Optional.of(expected), cost(Set.of("openai"), model, model, MILLION));
    }

    @ParameterizedTest
    @CsvSource({"llama, 0", "gpt-4o-mini, 0.15"})
    void a_server_of_this_machine_that_is_sent_a_key_costs_what_it_is_likely_to_be_billed(
            String model, BigDecimal expected) {
        CostCalculator gateway = new CostCalculator(ModelTable.builtIn(), Set.of("openai"), Set.of("openai"));
        Optional<BigDecimal> cost =
                gateway.cost(new ModelTarget("openai", model), model, MILLION, LocalDate.parse("2026-11-22"));
        assertEquals(0, expected.compareTo(cost.orElseThrow()));
    }

    @Test
    void no_tokens_cost_nothing_whoever_was_asked() {
        assertEquals(Optional.of(BigDecimal.ZERO), cost(Set.of(), "unknown", "unknown", TokenUsage.NONE));
    }

    @Test
    void cached_tokens_have_their_own_price_and_reasoning_is_part_of_the_answer() {
        assertEquals(
                Optional.of(new BigDecimal("0.375")),
                cost(
                        Set.of(),
                        "gpt-4o-mini",
                        "gpt-4o-mini",
                        new TokenUsage(1_000_000, 1_000_000, 0, 500_000, 500_000)));
    }
}
