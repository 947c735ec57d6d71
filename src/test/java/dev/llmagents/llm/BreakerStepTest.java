package dev.llmagents.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.testing.FakeTime;
import dev.llmagents.testing.Requests;
import dev.llmagents.testing.ScriptedProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BreakerStepTest {
    private final FakeTime time = new FakeTime();
    private final BreakerStep breaker = new BreakerStep("openai", time.source());
    private int asked;

    private final LLMCall call = new LLMCall(
            Requests.request().build(),
            TokenSink.NONE,
            time.source().deadlineIn(Duration.ofHours(1)),
            AttemptListener.NONE,
            Requests.OPENAI,
            Attempt.Cause.INITIAL,
            Duration.ZERO);

    private LLMResponse succeed() {
        return breaker.handle(call, unused -> {
            asked++;
            return ScriptedProvider.answer("openai", "m", "Yes.", FinishReason.STOP);
        });
    }

    private ErrorType fail(ErrorType type) {
        return assertThrows(
                        LLMException.class,
                        () -> breaker.handle(call, unused -> {
                            asked++;
                            throw new LLMException.Failed(type, "No.");
                        }))
                .type();
    }

    private void trip() {
        for (int i = 0; i < 5; i++) {
            fail(ErrorType.OUTAGE);
        }
    }

    private boolean isOpen() {
        int before = asked;
        try {
            succeed();
        } catch (LLMException refused) {
            assertEquals(ErrorType.UNAVAILABLE, refused.type());
        }
        return asked == before;
    }

    @Test
    void leaves_a_provider_alone_that_keeps_failing() {
        trip();
        assertTrue(isOpen());
        LLMException refused = assertThrows(LLMException.class, this::succeed);
        assertEquals(
                "The provider openai has failed repeatedly and is left alone for up to 30 s.", refused.getMessage());
        assertEquals(5, asked);
    }

    @ParameterizedTest
    @EnumSource(ErrorType.class)
    void counts_what_says_something_about_health_and_nothing_else(ErrorType type) {
        for (int i = 0; i < 50; i++) {
            fail(type);
        }
        assertEquals(type.countsForBreaker(), isOpen(), type.label());
    }

    @Test
    void tries_again_after_a_while_and_closes_when_that_goes_well() {
        trip();
        time.pass(Duration.ofSeconds(29));
        assertTrue(isOpen());
        time.pass(Duration.ofSeconds(2));
        succeed();
        for (int i = 0; i < 4; i++) {
            fail(ErrorType.OUTAGE);
        }
        assertEquals("Yes.", succeed().content(), "closed: four failures are no verdict yet");
    }

    @Test
    void opens_again_when_the_probes_fail() {
        trip();
        time.pass(Duration.ofSeconds(31));
        fail(ErrorType.OUTAGE);
        fail(ErrorType.OUTAGE);
        assertTrue(isOpen());
    }

    @Test
    void probes_that_say_nothing_do_not_use_up_the_probes() {
        trip();
        time.pass(Duration.ofSeconds(31));
        for (int i = 0; i < 20; i++) {
            fail(ErrorType.AUTH);
            assertThrows(
                    IllegalStateException.class,
                    () -> breaker.handle(call, unused -> {
                        throw new IllegalStateException("unforeseen");
                    }));
            assertThrows(
                    StackOverflowError.class,
                    () -> breaker.handle(call, unused -> {
                        throw new StackOverflowError();
                    }));
        }
        assertEquals("Yes.", succeed().content());
        assertEquals("Yes.", succeed().content());
        assertEquals("Yes.", succeed().content());
    }

    @Test
    void one_call_at_a_time_tries_also_among_processes() {
        BreakerMemory shared = BreakerMemory.ofProcess();
        BreakerStep first = new BreakerStep("openai", "host", shared, time.source());
        BreakerStep second = new BreakerStep("openai", "host", shared, time.source());
        BreakerStep elsewhere = new BreakerStep("openai", "other", shared, time.source());
        for (int i = 0; i < 5; i++) {
            BreakerStep either = i % 2 == 0 ? first : second;
            assertThrows(
                    LLMException.class,
                    () -> either.handle(call, unused -> {
                        throw new LLMException.Failed(ErrorType.OUTAGE, "No.");
                    }));
        }
        assertEquals(ErrorType.UNAVAILABLE, refusal(first).type());
        assertEquals(ErrorType.UNAVAILABLE, refusal(second).type());
        elsewhere.handle(call, unused -> ScriptedProvider.answer("openai", "m", "Yes.", FinishReason.STOP));
        time.pass(Duration.ofSeconds(31));
        LLMResponse tried = first.handle(call, unused -> {
            assertTrue(refusal(second).getMessage().endsWith("is being tried by another call."));
            return ScriptedProvider.answer("openai", "m", "Yes.", FinishReason.STOP);
        });
        assertEquals("Yes.", tried.content());
        second.handle(call, unused -> ScriptedProvider.answer("openai", "m", "Yes.", FinishReason.STOP));
        assertEquals(BreakerRecord.HEALTHY, shared.find("openai@host"), "a success closes it for all");
    }

    private LLMException refusal(BreakerStep step) {
        return assertThrows(
                LLMException.class,
                () -> step.handle(call, unused -> {
                    throw new AssertionError("it was asked");
                }));
    }

    @Test
    void an_outage_that_goes_on_is_waited_for_longer_each_time_but_not_beyond_five_minutes() {
        BreakerMemory memory = BreakerMemory.ofProcess();
        BreakerStep step = new BreakerStep("openai", "", memory, time.source());
        List<Long> breaks = new ArrayList<>();
        for (int opening = 0; opening < 7; opening++) {
            for (int i = 0; i < 5; i++) {
                assertThrows(
                        LLMException.class,
                        () -> step.handle(call, unused -> {
                            throw new LLMException.Failed(ErrorType.OUTAGE, "No.");
                        }));
            }
            Duration left = Duration.between(
                    time.now(), memory.find("openai").openUntil().orElseThrow());
            breaks.add(left.toSeconds());
            time.pass(left);
        }
        assertEquals(List.of(30L, 60L, 120L, 240L, 300L, 300L, 300L), breaks);
        time.pass(Duration.ofHours(2));
        assertThrows(
                LLMException.class,
                () -> step.handle(call, unused -> {
                    throw new LLMException.Failed(ErrorType.OUTAGE, "No.");
                }));
        assertEquals(1, memory.find("openai").openings(), "long forgotten");
    }

    @Test
    void a_quota_that_is_used_up_opens_at_once_and_for_an_hour() {
        fail(ErrorType.QUOTA_EXHAUSTED);
        assertTrue(isOpen());
        assertEquals(
                "The provider openai has no quota left and is left alone for up to 60 min: check its billing page.",
                refusal(breaker).getMessage());
        time.pass(Duration.ofMinutes(59));
        assertTrue(isOpen());
        time.pass(Duration.ofMinutes(2));
        assertEquals("Yes.", succeed().content());
        assertEquals("Yes.", succeed().content());
    }

    @Test
    void failures_with_a_success_or_a_long_time_between_them_are_no_row() {
        BreakerMemory memory = BreakerMemory.ofProcess();
        for (int run = 0; run < 20; run++) {
            // Each a process of its own, whose window is empty.
            BreakerStep step = new BreakerStep("openai", "", memory, time.source());
            assertThrows(
                    LLMException.class,
                    () -> step.handle(call, unused -> {
                        throw new LLMException.Failed(ErrorType.OUTAGE, "No.");
                    }));
            if (run % 4 == 3) {
                time.pass(Duration.ofMinutes(6));
            } else if (run % 4 == 1) {
                step.handle(call, unused -> ScriptedProvider.answer("openai", "m", "Yes.", FinishReason.STOP));
            }
            assertEquals(BreakerRecord.State.CLOSED, memory.find("openai").state(time.now()));
        }
    }

    @Test
    void a_probe_that_was_killed_does_not_keep_others_from_trying() {
        BreakerMemory memory = BreakerMemory.ofProcess();
        for (int i = 0; i < 5; i++) {
            memory.change(
                    "openai", before -> before.failed(ErrorType.OUTAGE, Optional.empty(), false, false, time.now()));
        }
        time.pass(Duration.ofSeconds(31));
        memory.change("openai", before -> before.probing(time.now(), Duration.ofSeconds(65)));
        BreakerStep step = new BreakerStep("openai", "", memory, time.source());
        assertEquals(ErrorType.UNAVAILABLE, refusal(step).type());
        time.pass(Duration.ofSeconds(66));
        step.handle(call, unused -> ScriptedProvider.answer("openai", "m", "Yes.", FinishReason.STOP));
    }

    @Test
    void a_clock_that_was_set_back_does_not_keep_it_open_for_years() {
        BreakerRecord ofTheFuture = BreakerRecord.HEALTHY.failed(
                ErrorType.QUOTA_EXHAUSTED, Optional.of(Duration.ofDays(90)), false, false, time.now());
        assertEquals(
                BreakerRecord.State.OPEN, ofTheFuture.state(time.now().plus(Duration.ofHours(23))), "at most a day");
        assertEquals(BreakerRecord.State.CLOSED, ofTheFuture.state(time.now().minus(Duration.ofDays(400))));
    }

    @Test
    void a_slow_model_is_not_an_ill_one() {
        for (int i = 0; i < 20; i++) {
            breaker.handle(call, unused -> {
                time.pass(Duration.ofMinutes(3));
                return ScriptedProvider.answer("openai", "m", "Yes.", FinishReason.STOP);
            });
        }
        assertEquals("Yes.", succeed().content());
    }
}
