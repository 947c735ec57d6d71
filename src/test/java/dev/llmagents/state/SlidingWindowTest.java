package dev.llmagents.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.llm.RateWindow;
import dev.llmagents.llm.RateWindow.Booking;
import dev.llmagents.llm.RateWindow.Demand;
import dev.llmagents.llm.RateWindow.Limit;
import dev.llmagents.llm.RateWindow.Turn;
import dev.llmagents.llm.RateWindow.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** G13: no minute sees more than the limit, whichever minute one looks at. */
class SlidingWindowTest {
    private static final Limit THREE = new Limit("limits.requests_per_minute", Unit.REQUESTS, 3);
    private static final Limit TOKENS = new Limit("limits.tokens_per_minute", Unit.TOKENS, 1000);
    private static final Duration LONG = Duration.ofMinutes(9);

    private final Cell cell = new MemoryCell("");
    private Instant now = Instant.parse("2026-11-22T10:00:00.500Z");

    /** Another process on the same file each time. */
    private RateWindow window() {
        return new SlidingWindow(cell, () -> now, warning -> {
            throw new AssertionError(warning);
        });
    }

    private Booking book(Duration patience, Demand... demands) {
        return window().book(List.of(demands), patience);
    }

    private Turn turn(Demand... demands) {
        return book(LONG, demands).turn().orElseThrow();
    }

    @Test
    void what_the_limit_allows_goes_at_once_and_the_rest_waits_its_minute() {
        Demand one = new Demand(THREE, 1);
        for (int i = 0; i < 3; i++) {
            assertEquals(Duration.ZERO, book(LONG, one).pause());
        }
        Booking fourth = book(LONG, one);
        assertTrue(fourth.pause().compareTo(Duration.ofSeconds(60)) >= 0, fourth.toString());
        assertTrue(fourth.pause().compareTo(Duration.ofSeconds(62)) < 0, fourth.toString());
        assertEquals(THREE, fourth.tightest());
    }

    @Test
    void a_turn_that_comes_too_late_is_not_taken_from_others() {
        Demand one = new Demand(THREE, 1);
        for (int i = 0; i < 3; i++) {
            turn(one);
        }
        for (int i = 0; i < 10; i++) {
            Booking late = book(Duration.ofSeconds(30), one);
            assertTrue(late.turn().isEmpty());
            assertTrue(late.pause().compareTo(Duration.ofSeconds(62)) < 0, "refusals book nothing: " + late);
        }
    }

    @Test
    void a_turn_given_back_is_free_again() {
        Demand one = new Demand(THREE, 1);
        turn(one);
        turn(one);
        window().giveBack(turn(one));
        assertEquals(Duration.ZERO, book(LONG, one).pause());
    }

    @Test
    void tokens_that_were_not_used_are_free_again_and_those_used_beyond_count() {
        Turn first = turn(new Demand(TOKENS, 900));
        assertTrue(book(Duration.ZERO, new Demand(TOKENS, 200)).turn().isEmpty());
        window().correct(first, 300);
        Turn second = turn(new Demand(TOKENS, 600));
        window().correct(second, 700);
        assertTrue(book(Duration.ZERO, new Demand(TOKENS, 1)).turn().isEmpty());
    }

    @Test
    void the_tightest_of_several_limits_decides() {
        turn(new Demand(TOKENS, 900));
        Booking next = book(LONG, new Demand(THREE, 1), new Demand(TOKENS, 200));
        assertEquals(TOKENS, next.tightest());
        assertTrue(next.pause().toSeconds() >= 60, next.toString());
    }

    @Test
    void a_clock_that_is_set_back_does_not_block_for_long() {
        Demand one = new Demand(THREE, 1);
        now = Instant.parse("2030-01-01T00:00:00Z");
        for (int i = 0; i < 3; i++) {
            turn(one);
        }
        now = Instant.parse("2026-11-22T10:00:00Z");
        assertEquals(Duration.ZERO, book(LONG, one).pause());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void no_sixty_seconds_hold_more_than_the_limit(long seed) {
        Random random = new Random(seed);
        Limit limit = new Limit("limits.agent.a.b.tokens_per_minute", Unit.TOKENS, 100);
        record Taken(Instant at, long amount) {}
        List<Taken> taken = new ArrayList<>();
        Instant last = Instant.EPOCH;
        for (int i = 0; i < 300; i++) {
            now = now.plusMillis(random.nextInt(4000));
            long amount = 1L + random.nextInt(60);
            Booking booking = book(Duration.ofSeconds(random.nextInt(120)), new Demand(limit, amount));
            if (booking.turn().isPresent()) {
                Instant at = now.plus(booking.pause());
                assertTrue(!at.isBefore(last) || booking.pause().isZero(), "first come, first served");
                last = at;
                taken.add(new Taken(at, amount));
            }
        }
        assertTrue(taken.size() > 30, "only " + taken.size() + " turns");
        for (Taken begin : taken) {
            Instant end = begin.at().plusSeconds(60);
            long sum = taken.stream()
                    .filter(each -> !each.at().isBefore(begin.at()) && each.at().isBefore(end))
                    .mapToLong(Taken::amount)
                    .sum();
            assertTrue(sum <= 100, sum + " tokens in the minute from " + begin.at());
        }
    }
}
