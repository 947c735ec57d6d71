package dev.llmagents.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.llm.BudgetLedger.Cap;
import dev.llmagents.llm.BudgetLedger.Reservation;
import dev.llmagents.llm.BudgetLedger.Scope;
import dev.llmagents.llm.BudgetLedger.Standing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RunLedgerTest {
    private static final Cap RUN = new Cap(new Scope(Scope.Kind.RUN, ""), new BigDecimal("0.50"));
    private static final Duration LIFE = Duration.ofMinutes(2);

    private Instant now = Instant.parse("2026-11-22T23:59:00Z");
    private final RunLedger ledger = new RunLedger(() -> now);

    private Optional<Reservation> reserve(String usd) {
        return ledger.reserve(List.of(RUN), new BigDecimal(usd), LIFE).reservation();
    }

    @Test
    void a_run_has_one_budget_however_many_days_it_takes() {
        ledger.settle(reserve("0.50").orElseThrow(), new BigDecimal("0.50"));
        now = now.plus(Duration.ofDays(3));
        assertTrue(reserve("0.01").isEmpty());
    }

    @Test
    void what_was_reserved_and_not_spent_is_given_back() {
        Reservation held = reserve("0.50").orElseThrow();
        assertTrue(reserve("0.01").isEmpty());
        Standing after = ledger.settle(held, new BigDecimal("0.2")).get(0);
        assertEquals(new BigDecimal("0.2"), after.spent());
        assertEquals(BigDecimal.ZERO, after.reserved());
        assertTrue(reserve("0.30").isPresent());
        assertTrue(reserve("0.01").isEmpty());
    }

    @Test
    void what_nobody_settles_counts_as_spent() {
        assertTrue(reserve("0.40").isPresent());
        now = now.plus(LIFE);
        Standing standing = ledger.standings(List.of(RUN)).get(0);
        assertEquals(new BigDecimal("0.40"), standing.spent());
        assertTrue(reserve("0.20").isEmpty());
        assertTrue(reserve("0.10").isPresent());
    }

    @Test
    void a_cost_that_comes_late_takes_the_place_of_the_worst_case() {
        Reservation late = reserve("0.40").orElseThrow();
        now = now.plus(LIFE.multipliedBy(2));
        assertEquals(
                new BigDecimal("0.1"),
                ledger.settle(late, new BigDecimal("0.1")).get(0).spent());
    }

    @Test
    void names_who_has_spent_something() {
        assertEquals(List.of(), ledger.scopes());
        Reservation held = reserve("0.10").orElseThrow();
        assertEquals(List.of(RUN.scope()), ledger.scopes());
        ledger.settle(held, BigDecimal.ZERO);
        assertEquals(List.of(), ledger.scopes());
    }

    @Test
    void each_scope_has_sums_of_its_own() {
        Cap agent = new Cap(new Scope(Scope.Kind.RUN, "meetmind.qa"), new BigDecimal("0.05"));
        Reservation both = ledger.reserve(List.of(RUN, agent), new BigDecimal("0.04"), LIFE)
                .reservation()
                .orElseThrow();
        assertEquals(
                Optional.of(agent),
                ledger.reserve(List.of(RUN, agent), new BigDecimal("0.02"), LIFE)
                        .refusal()
                        .map(Standing::cap));
        Reservation other = reserve("0.46").orElseThrow();
        assertTrue(reserve("0.01").isEmpty());
        ledger.settle(other, new BigDecimal("0.3"));
        List<Standing> standings = ledger.settle(both, new BigDecimal("0.03"));
        assertEquals(new BigDecimal("0.33"), standings.get(0).spent());
        assertEquals(new BigDecimal("0.03"), standings.get(1).spent());
    }

    @Test
    void what_is_settled_after_its_time_is_counted_once_in_each_order() {
        Reservation first = reserve("0.10").orElseThrow();
        Reservation second = reserve("0.20").orElseThrow();
        now = now.plus(LIFE);
        ledger.settle(second, new BigDecimal("0.02"));
        assertEquals(
                new BigDecimal("0.03"),
                ledger.settle(first, new BigDecimal("0.01")).get(0).spent());
    }

    @Test
    void threads_at_once_never_pass_the_cap_together() throws Exception {
        AtomicReference<BigDecimal> spent = new AtomicReference<>(BigDecimal.ZERO);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(() -> {
                for (int call = 0; call < 50; call++) {
                    reserve("0.011").ifPresent(held -> {
                        ledger.settle(held, new BigDecimal("0.007"));
                        spent.accumulateAndGet(new BigDecimal("0.007"), BigDecimal::add);
                    });
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        BigDecimal total = spent.get();
        assertTrue(total.compareTo(RUN.limitUsd()) <= 0, total::toPlainString);
        // All that fits was spent: attempts that found no room did so beside others, or at the end.
        assertTrue(total.compareTo(new BigDecimal("0.35")) > 0, total::toPlainString);
    }
}
