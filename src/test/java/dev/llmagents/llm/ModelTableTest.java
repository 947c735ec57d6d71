package dev.llmagents.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
            model\topenai\tsmall\tus\t1000\t100\t0.15\t0.075\t0.15\t0.60\t2024-07-18\tlist
            model\topenai\tsmall\tus\t1000\t100\t0.10\t0.05\t0.10\t0.40\t2026-01-01\tlist

            model\topenai\tsmall-plus\tus\t2000\t200\t3\t1\t4\t9\t2024-07-18\tlist
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
    @ValueSource(
            strings = {
                "model\topenai\tsmall",
                "tier\tfast",
                "what\tis\tthis",
                "asof",
                "asof\tsoon",
                "alias\ta\tb",
                "model\topenai\tm\tus\tmany\t1\t1\t1\t1\t1\t2026-01-01\tlist",
                "model\topenai\tm\tus\t2\t1\t-1\t1\t1\t1\t2026-01-01\tlist"
            })
    void a_row_that_is_neither_is_named_by_its_line(String row) {
        IllegalArgumentException wrong = assertThrows(IllegalArgumentException.class, () -> table("# x\n" + row));
        assertTrue(wrong.getMessage().contains("line 2"), wrong.getMessage());
    }

    @Test
    void the_shipped_table_prices_every_model_its_tiers_name() {
        ModelTable shipped = ModelTable.builtIn();
        assertEquals(List.of("fast", "strong", "swedish", "banking"), shipped.tiers());
        for (String tier : shipped.tiers()) {
            for (ModelTarget target : shipped.tier(tier)) {
                ModelTable.Row row = shipped.find(target, shipped.asOf()).orElseThrow();
                assertTrue(
                        row.price().input().signum() > 0 && row.price().output().signum() > 0, target.toString());
                assertTrue(row.contextTokens() > row.maxOutputTokens(), target.toString());
                assertTrue(row.price().cachedInput().compareTo(row.price().input()) < 0, target.toString());
                assertTrue(row.price().cacheWrite().compareTo(row.price().input()) >= 0, target.toString());
            }
        }
        for (String tier : List.of("fast", "strong", "swedish")) {
            assertEquals(
                    List.of("openai", "bedrock", "gemini"),
                    shipped.tier(tier).stream()
                            .map(ModelTarget::provider)
                            .distinct()
                            .toList(),
                    "failover of " + tier);
        }
        assertTrue(shipped.tier("banking").stream()
                .allMatch(target -> target.provider().equals("gemini")));
    }

    @Test
    void every_name_of_the_shipped_table_stands_for_a_model_of_it() {
        ModelTable shipped = ModelTable.builtIn();
        for (String alias : List.of("claude-sonnet", "claude-haiku", "nova-pro", "nova-lite", "nova-micro")) {
            assertEquals(2, shipped.alias(alias).size(), alias);
            for (ModelTarget target : shipped.alias(alias)) {
                assertEquals(target, shipped.details(target).orElseThrow().target());
                assertTrue(shipped.aliasesOf(target).contains(alias));
            }
        }
        assertEquals(
                shipped.models().size(), shipped.models().stream().distinct().count());
        assertEquals(List.of(), shipped.alias("none"));
    }

    @Test
    void a_model_without_a_confirmed_price_is_known_and_has_none() {
        ModelTable shipped = ModelTable.builtIn();
        ModelTarget nova = new ModelTarget("bedrock", "eu.amazon.nova-pro-v1:0");
        assertEquals(300_000, shipped.details(nova).orElseThrow().contextTokens());
        assertEquals(Optional.empty(), shipped.find(nova, LocalDate.parse("2026-11-22")));
    }

    @Test
    void a_cache_write_that_is_billed_apart_has_its_own_price() {
        ModelTable shipped = ModelTable.builtIn();
        ModelPrice price = shipped.find(shipped.alias("claude-sonnet").get(0), LocalDate.parse("2026-11-22"))
                .orElseThrow()
                .price();
        // 100 plain at 3.30, 200 read at 0.33, 1000 written at 4.125, 10 out at 16.50, for a million each.
        BigDecimal expected = new BigDecimal("0.004686");
        assertEquals(0, expected.compareTo(price.of(new TokenUsage(1300, 200, 1000, 10, 0))));
    }

    @Test
    void prices_of_the_users_own_count_before_the_tables() throws IOException {
        String mine =
                "model\topenai\tsmall\teu\t500\t50\t7\t7\t7\t7\t2020-01-01\tcontract\nalias\tpet\topenai\tsmall\n";
        ModelTable both = table(ROWS).with(new BufferedReader(new StringReader(mine)));
        ModelTable.Row row = both.find(new ModelTarget("openai", "small"), LocalDate.parse("2026-11-22"))
                .orElseThrow();
        assertEquals("contract", row.price().source());
        assertEquals(500, both.details(row.target()).orElseThrow().contextTokens());
        assertEquals(List.of(row.target()), both.alias("pet"));
        assertEquals(table(ROWS).asOf(), both.asOf());
        assertEquals(table(ROWS).tier("fast"), both.tier("fast"));
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
