package dev.llmagents.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.llm.BreakerRecord;
import dev.llmagents.llm.BudgetLedger.Cap;
import dev.llmagents.llm.BudgetLedger.Decision;
import dev.llmagents.llm.BudgetLedger.Scope;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.RateWindow.Demand;
import dev.llmagents.llm.RateWindow.Limit;
import dev.llmagents.llm.RateWindow.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedStateTest {
    private static final Cap CAP = new Cap(new Scope(Scope.Kind.TENANT, "a/b \"c\""), new BigDecimal("1.00"));
    private static final Demand ONE = new Demand(new Limit("limits.requests_per_minute", Unit.REQUESTS, 1), 1);

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    private SharedState open(Path where) {
        return new SharedState(Optional.of(where), Clock.systemUTC(), new Random(1), warnings::add);
    }

    private static Decision reserve(SharedState state, String amount) {
        return state.dailyBudgets().reserve(List.of(CAP), new BigDecimal(amount), Duration.ofMinutes(1));
    }

    @Test
    void what_one_run_leaves_the_next_finds() {
        reserve(open(folder), "0.60");
        assertTrue(reserve(open(folder), "0.60").refusal().isPresent());
        assertEquals(List.of(CAP.scope()), open(folder).dailyBudgets().scopes());
        open(folder).rateWindow().book(List.of(ONE), Duration.ZERO);
        assertTrue(open(folder)
                .rateWindow()
                .book(List.of(ONE), Duration.ZERO)
                .turn()
                .isEmpty());
        BreakerRecord open = new BreakerRecord(
                5,
                2,
                Instant.ofEpochMilli(1),
                Instant.ofEpochMilli(2),
                Optional.of(Instant.ofEpochMilli(3)),
                Optional.of(Instant.ofEpochMilli(4)),
                Optional.of(ErrorType.QUOTA_EXHAUSTED));
        open(folder).breakers().change("openai@host", before -> open);
        assertEquals(Map.of("openai@host", open), open(folder).breakers().all());
        open(folder).breakers().change("openai@host", before -> BreakerRecord.HEALTHY);
        assertEquals(Map.of(), open(folder).breakers().all());
        assertEquals(List.of(), warnings);
    }

    @Test
    void looking_makes_no_files() {
        SharedState state = open(folder.resolve("none"));
        state.breakers().all();
        state.breakers().find("openai");
        state.dailyBudgets().standings(List.of(CAP));
        state.runBudget().reserve(List.of(CAP), BigDecimal.ONE, Duration.ofMinutes(1));
        assertFalse(Files.exists(folder.resolve("none")));
    }

    @Test
    void where_nothing_can_be_written_it_holds_for_this_run_and_says_so_once() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        SharedState state = open(inTheWay);
        assertTrue(reserve(state, "0.60").reservation().isPresent());
        assertTrue(reserve(state, "0.60").refusal().isPresent());
        state.rateWindow().book(List.of(ONE), Duration.ZERO);
        assertTrue(state.rateWindow().book(List.of(ONE), Duration.ZERO).turn().isEmpty());
        assertEquals(1, warnings.size(), warnings.toString());
        assertTrue(warnings.get(0).startsWith("Budgets, rate limits and breaks of providers hold for this run only"));
    }

    @Test
    void a_file_that_goes_bad_in_mid_run_does_not_open_the_budget_again() throws IOException {
        SharedState state = open(folder);
        state.dailyBudgets().settle(reserve(state, "0.60").reservation().orElseThrow(), new BigDecimal("0.60"));
        Files.delete(folder.resolve("budgets.state"));
        Files.createDirectory(folder.resolve("budgets.state"));
        assertTrue(reserve(state, "0.60").refusal().isPresent());
        assertTrue(reserve(state, "0.30").reservation().isPresent());
        assertEquals(1, warnings.size(), warnings.toString());
    }

    @Test
    void words_of_a_person_in_a_file_count_as_nothing() throws IOException {
        FileCell cell = new FileCell(folder.resolve("budgets.state"), Duration.ofSeconds(1), warnings::add);
        for (String text : List.of(
                "[]", "{\"spent\":{\"x\":{\"y\":\"much\"}}}", "{\"held\":3}", "no json", "{\"held\":{\"a\":1}}")) {
            cell.update(before -> new Cell.Edited<>(Optional.of(text), true));
            assertEquals(
                    0,
                    open(folder)
                            .dailyBudgets()
                            .standings(List.of(CAP))
                            .get(0)
                            .spent()
                            .signum(),
                    text);
        }
        assertTrue(reserve(open(folder), "1.00").reservation().isPresent());
    }
}
