package dev.llmagents.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.llm.BudgetLedger;
import dev.llmagents.llm.BudgetLedger.Cap;
import dev.llmagents.llm.BudgetLedger.Decision;
import dev.llmagents.llm.BudgetLedger.Reservation;
import dev.llmagents.llm.BudgetLedger.Scope;
import dev.llmagents.llm.BudgetLedger.Standing;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** G3: what is spent and reserved never passes a cap. */
class MoneyLedgerTest {
    private static final Cap ACME = cap(Scope.Kind.TENANT, "acme", "1.00");
    private static final Cap QA = cap(Scope.Kind.AGENT, "meetmind.qa", "0.30");
    private static final Duration LIFE = Duration.ofMinutes(2);

    private final Cell cell = new MemoryCell("");
    private final Random lots = new Random(1);
    private Instant now = Instant.parse("2026-11-22T23:59:00Z");
    private final BudgetLedger ledger = ledger();

    private MoneyLedger ledger() {
        return new MoneyLedger(cell, () -> now, lots, MoneyLedger.DAY, warning -> {
            throw new AssertionError(warning);
        });
    }

    private static Cap cap(Scope.Kind kind, String name, String limit) {
        return new Cap(new Scope(kind, name), new BigDecimal(limit));
    }

    private static BigDecimal usd(String amount) {
        return new BigDecimal(amount);
    }

    private Reservation reserved(String amount, Cap... caps) {
        return ledger.reserve(List.of(caps), usd(amount), LIFE).reservation().orElseThrow();
    }

    private Optional<Standing> refusal(String amount, Cap... caps) {
        return ledger.reserve(List.of(caps), usd(amount), LIFE).refusal();
    }

    private Standing standing(Cap cap) {
        return ledger.standings(List.of(cap)).get(0);
    }

    private void stands(String spent, String reserved, Cap cap) {
        assertEquals(0, usd(spent).compareTo(standing(cap).spent()), () -> "spent: " + standing(cap));
        assertEquals(0, usd(reserved).compareTo(standing(cap).reserved()), () -> "reserved: " + standing(cap));
    }

    @Test
    void what_is_reserved_is_not_there_for_others_until_it_is_settled() {
        Reservation first = reserved("0.70", ACME);
        assertTrue(refusal("0.31", ACME).isPresent());
        reserved("0.30", ACME);
        stands("0", "1.00", ACME);
        ledger.settle(first, usd("0.0001"));
        stands("0.0001", "0.30", ACME);
        assertEquals(0, usd("0.6999").compareTo(standing(ACME).left()));
        reserved("0.6999", ACME);
        assertTrue(refusal("0.0001", ACME).isPresent());
    }

    @Test
    void all_caps_have_room_or_nothing_is_reserved_under_any() {
        ledger.settle(reserved("0.25", ACME, QA), usd("0.25"));
        assertEquals(QA, refusal("0.10", ACME, QA).orElseThrow().cap());
        stands("0.25", "0", ACME);
        reserved("0.05", ACME, QA);
    }

    @Test
    void amounts_are_exact_however_small() {
        for (int i = 0; i < 1000; i++) {
            ledger.settle(reserved("0.0001", ACME), usd("0.000000000005"));
        }
        assertEquals(0, usd("0.000000005").compareTo(standing(ACME).spent()));
    }

    @Test
    void a_reservation_nobody_settles_counts_as_spent_in_full_until_somebody_does() {
        now = Instant.parse("2026-11-22T12:00:00Z");
        Reservation slow = reserved("0.60", ACME);
        stands("0", "0.60", ACME);
        now = now.plus(LIFE);
        stands("0.60", "0", ACME);
        assertTrue(refusal("0.41", ACME).isPresent());
        ledger.settle(slow, usd("0.40"));
        stands("0.40", "0", ACME);
    }

    @Test
    void nothing_that_was_not_settled_is_free_again_before_the_day_is_over() {
        now = Instant.parse("2026-11-22T00:00:00Z");
        Reservation slow = reserved("0.60", ACME);
        for (int hour = 1; hour < 24; hour++) {
            now = Instant.parse("2026-11-22T00:00:00Z").plus(Duration.ofHours(hour));
            stands("0.60", "0", ACME);
            assertTrue(refusal("0.41", ACME).isPresent(), "hour " + hour);
            ledger.settle(reserved("0.01", ACME), BigDecimal.ZERO);
        }
        ledger.settle(slow, usd("0.40"));
        stands("1.00", "0", ACME);
        now = Instant.parse("2026-11-23T00:00:00Z");
        stands("0", "0", ACME);
    }

    @Test
    void thousands_of_runs_that_died_do_not_outgrow_the_file_and_are_all_counted() {
        now = Instant.parse("2026-11-22T12:00:00Z");
        Cap large = cap(Scope.Kind.TENANT, "acme", "100");
        for (int run = 0; run < 5000; run++) {
            now = now.plusMillis(100);
            assertTrue(ledger.reserve(List.of(large), usd("0.01"), Duration.ofSeconds(1))
                    .reservation()
                    .isPresent());
        }
        now = now.plusSeconds(1);
        stands("50.00", "0", large);
        assertTrue(held() < 2000, held() + " reservations are kept");
    }

    private int held() {
        try {
            return cell.read().split("\"until\"", -1).length;
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void a_cost_that_cannot_be_written_down_frees_nothing() {
        now = Instant.parse("2026-11-22T12:00:00Z");
        List<String> warnings = new ArrayList<>();
        Cell locked = new Cell() {
            @Override
            public String read() throws IOException {
                return cell.read();
            }

            @Override
            public <T> T update(Edit<T> edit) throws IOException {
                throw new InterruptedIOException("others hold it");
            }
        };
        Reservation mine = reserved("0.60", ACME);
        new MoneyLedger(locked, () -> now, lots, MoneyLedger.DAY, warnings::add).settle(mine, usd("0.10"));
        assertEquals(
                List.of(
                        "The budget counts a call of 0.10 USD as 0.60 USD, the most it may cost, since others hold it."),
                warnings);
        now = now.plus(LIFE);
        stands("0.60", "0", ACME);
    }

    @Test
    void a_new_day_of_universal_time_begins_with_the_whole_budget() {
        Reservation late = reserved("0.60", ACME);
        ledger.settle(reserved("0.40", ACME), usd("0.40"));
        now = Instant.parse("2026-11-23T00:00:00Z");
        stands("0", "0", ACME);
        reserved("1.00", ACME);
        ledger.settle(late, usd("0.60"));
        stands("0", "1.00", ACME);
        now = Instant.parse("2026-11-22T23:59:59Z");
        stands("1.00", "0", ACME);
    }

    @Test
    void a_clock_that_jumps_over_midnight_and_back_opens_no_second_budget() {
        for (int jump = 0; jump < 20; jump++) {
            now = Instant.parse("2026-11-22T12:00:00Z");
            Decision today = ledger.reserve(List.of(ACME), usd("1.00"), LIFE);
            assertEquals(jump == 0, today.reservation().isPresent(), "jump " + jump);
            today.reservation().ifPresent(all -> ledger.settle(all, usd("1.00")));
            // Ever further away, forward and back.
            now = now.plus(Duration.ofDays(jump % 2 == 0 ? 1 : -1).multipliedBy(1 + jump % 3));
            ledger.reserve(List.of(ACME), usd("0.50"), LIFE)
                    .reservation()
                    .ifPresent(half -> ledger.settle(half, usd("0.50")));
        }
    }

    @Test
    void reservations_of_a_clock_that_was_set_back_do_not_block_for_years() {
        now = Instant.parse("2040-01-01T00:00:00Z");
        reserved("1.00", ACME);
        now = Instant.parse("2026-11-22T12:00:00Z");
        reserved("1.00", ACME);
    }

    @Test
    void threads_at_once_never_pass_the_cap_together() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<BigDecimal>> spent = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                BudgetLedger mine = ledger();
                spent.add(threads.submit(() -> {
                    BigDecimal sum = BigDecimal.ZERO;
                    for (int call = 0; call < 50; call++) {
                        Optional<Reservation> held =
                                mine.reserve(List.of(ACME), usd("0.011"), LIFE).reservation();
                        if (held.isPresent()) {
                            sum = sum.add(usd("0.007"));
                            mine.settle(held.get(), usd("0.007"));
                        }
                    }
                    return sum;
                }));
            }
            BigDecimal total = BigDecimal.ZERO;
            for (Future<BigDecimal> one : spent) {
                total = total.add(one.get());
            }
            assertTrue(total.compareTo(usd("1.00")) <= 0, total.toString());
            assertTrue(total.compareTo(usd("0.84")) >= 0, "money was left lying: " + total);
            assertEquals(0, total.compareTo(standing(ACME).spent()));
        } finally {
            threads.shutdownNow();
        }
    }

    /** Any order of reserving, settling, dying and waiting gives what a plain model of it gives. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void any_order_of_events_agrees_with_a_plain_model(long seed) {
        Random random = new Random(seed);
        now = Instant.parse("2026-11-22T00:00:00Z");
        record Open(Reservation reservation, long cents, Instant until) {}
        List<Open> open = new ArrayList<>();
        long spent = 0;
        for (int event = 0; event < 400; event++) {
            Instant moment = now;
            int kind = random.nextInt(10);
            if (kind < 5) {
                long cents = 1L + random.nextInt(40);
                long held = open.stream().mapToLong(Open::cents).sum();
                Decision decision = ledger().reserve(List.of(ACME), BigDecimal.valueOf(cents, 2), LIFE);
                assertEquals(spent + held + cents <= 100, decision.reservation().isPresent(), "event " + event);
                decision.reservation().ifPresent(mine -> open.add(new Open(mine, cents, moment.plus(LIFE))));
            } else if (kind < 8 && !open.isEmpty()) {
                Open one = open.remove(random.nextInt(open.size()));
                long cost = random.nextInt((int) one.cents() + 1) / 8;
                ledger().settle(one.reservation(), BigDecimal.valueOf(cost, 2));
                spent += cost;
            } else {
                now = now.plusSeconds(random.nextInt(40));
            }
            Instant after = now;
            long overdue = open.stream()
                    .filter(each -> !each.until().isAfter(after))
                    .mapToLong(Open::cents)
                    .sum();
            assertEquals(
                    0,
                    BigDecimal.valueOf(spent + overdue, 2)
                            .compareTo(standing(ACME).spent()),
                    "event " + event);
        }
        assertTrue(spent > 0 && spent <= 100, "spent " + spent);
    }
}
