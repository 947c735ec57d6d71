package dev.llmagents.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTableTest {
    private static final String ROWS = """
            # comment
            asof\t2026-06-21
            tier\tfast\topenai\tsmall
            tier\tfast\tbedrock\ttiny
            tier\tstrong\topenai\tlarge
            model\topenai\tsmall\tus\t1000\t100\t0.15\t0.075\t0.60\t2024-07-18\tlist
            model\topenai\tsmall\tus\t1000\t100\t0.10\t0.05\t0.40\t2026-01-01\tlist

            model\topenai\tsmall-plus\tus\t2000\t200\t3\t1\t9\t2024-07-18\tlist
            """;

    private static ModelTable table(String rows) throws IOException {
        return ModelTable.parse(new BufferedReader(new StringReader(rows)));
    }

    private static Optional<BigDecimal> input(String model, String day) throws IOException {
        return table(ROWS)
                .find(new ModelTarget("openai", model), LocalDate.parse(day))
                .map(row -> row.price().input());
    }

    @Test
    void a_tier_has_its_models_in_order() throws IOException {
        assertEquals(
                List.of(new ModelTarget("openai", "small"), new ModelTarget("bedrock", "tiny")),
                table(ROWS).tier("fast"));
        assertEquals(List.of(), table(ROWS).tier("none"));
        assertEquals(LocalDate.parse("2026-06-21"), table(ROWS).asOf());
    }

    @Test
    void a_price_holds_from_its_day_on_until_the_next() throws IOException {
        assertEquals(Optional.empty(), input("small", "2024-07-17"));
        assertEquals(Optional.of(new BigDecimal("0.15")), input("small", "2024-07-18"));
        assertEquals(Optional.of(new BigDecimal("0.15")), input("small", "2025-12-31"));
        assertEquals(Optional.of(new BigDecimal("0.10")), input("small", "2026-01-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "small, 0.10",
        "small-2024-07-18, 0.10",
        "small-20240718, 0.10",
        "small-plus, 3",
        "small-plus-2025-01-01, 3",
        "small-2024, ",
        "small-preview, ",
        "smaller, ",
        "other, "
    })
    void a_date_behind_the_name_is_the_same_model_and_nothing_else_is(String model, BigDecimal price)
            throws IOException {
        assertEquals(Optional.ofNullable(price), input(model, "2026-11-22"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"model\topenai\tsmall", "tier\tfast", "what\tis\tthis", "asof"})
    void a_row_that_is_neither_is_named_by_its_line(String row) {
        IllegalArgumentException wrong = assertThrows(IllegalArgumentException.class, () -> table("# x\n" + row));
        assertTrue(wrong.getMessage().contains("line 2"), wrong.getMessage());
    }

    @Test
    void the_shipped_table_prices_every_model_its_tiers_name() {
        ModelTable shipped = ModelTable.builtIn();
        for (String tier : List.of("fast", "strong")) {
            assertFalse(shipped.tier(tier).isEmpty(), tier);
            for (ModelTarget target : shipped.tier(tier)) {
                ModelTable.Row row = shipped.find(target, shipped.asOf()).orElseThrow();
                assertTrue(
                        row.price().input().signum() > 0 && row.price().output().signum() > 0, target.toString());
                assertTrue(row.contextTokens() > row.maxOutputTokens(), target.toString());
            }
        }
    }

    @Test
    void the_price_of_tokens_is_exact_to_the_last_digit() {
        ModelPrice price = new ModelPrice(
                new BigDecimal("0.15"),
                new BigDecimal("0.075"),
                new BigDecimal("0.1875"),
                new BigDecimal("0.60"),
                LocalDate.EPOCH,
                "list");
        // 700 plain, 200 cached, 100 written, 300 out: (105 + 15 + 18.75 + 180) / 10^6.
        assertEquals(0, new BigDecimal("0.00031875").compareTo(price.of(new TokenUsage(1000, 200, 100, 300, 50))));
        assertEquals(0, BigDecimal.ZERO.compareTo(price.of(TokenUsage.NONE)));
        BigDecimal once = price.of(new TokenUsage(1, 0, 0, 1, 0));
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < 1000; i++) {
            sum = sum.add(once);
        }
        assertEquals(0, price.of(new TokenUsage(1000, 0, 0, 1000, 0)).compareTo(sum));
    }

    @Test
    void more_cached_tokens_than_there_are_make_no_negative_price() {
        ModelPrice price =
                new ModelPrice(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, LocalDate.EPOCH, "list");
        assertTrue(price.of(new TokenUsage(10, 500, 0, 0, 0)).signum() > 0);
    }

    @Test
    void token_counts_below_zero_are_no_counts() {
        assertThrows(IllegalArgumentException.class, () -> new TokenUsage(-1, 0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new TokenUsage(0, 0, 0, 0, -1));
    }

    @Test
    void estimates_are_rounded_up_and_never_overflow() {
        assertEquals(0, TokenEstimate.ofChars(0));
        assertEquals(1, TokenEstimate.ofChars(1));
        assertEquals(2, TokenEstimate.ofChars(4));
        assertEquals(Integer.MAX_VALUE, TokenEstimate.ofChars(Long.MAX_VALUE / 2));
    }
}
