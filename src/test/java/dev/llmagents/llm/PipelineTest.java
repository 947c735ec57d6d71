package dev.llmagents.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.testing.FakeTime;
import dev.llmagents.testing.Requests;
import dev.llmagents.testing.ScriptedProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Retry, breaker and failover together, as a call meets them. */
class PipelineTest {
    private static final ModelTarget FIRST = new ModelTarget("first", "m1");
    private static final ModelTarget SECOND = new ModelTarget("second", "m2");

    private final FakeTime time = new FakeTime();
    private final ScriptedProvider first = new ScriptedProvider("first");
    private final ScriptedProvider second = new ScriptedProvider("second");
    private final List<Attempt> attempts = new ArrayList<>();
    private final LLMStep listen = (call, next) -> next.proceed(call.withAttempts(attempts::add));
    private final LLMService service = service(RetryPolicy.DEFAULT);

    private LLMService service(RetryPolicy policy) {
        Map<String, LLMStep.Next> providers = new LinkedHashMap<>();
        for (ScriptedProvider provider : List.of(first, second)) {
            providers.put(
                    provider.id(),
                    LLMStep.chain(
                            List.of(
                                    new BreakerStep(provider.id(), time.source()),
                                    new RetryStep(policy, new Random(7), time.source())),
                            new ProviderCall(provider, time.source())));
        }
        return new LLMService(
                List.of(listen),
                new FailoverStep(providers),
                () -> {
                    throw new AssertionError("nobody asks");
                },
                time.source());
    }

    private static LLMException failed(ErrorType type) {
        return new LLMException.Failed(type, "It is " + type.label() + ".");
    }

    private static LLMException limited(Duration pause) {
        return new LLMException.RateLimited("Slow down.", Optional.of(pause));
    }

    private LLMResponse ask() {
        return service.complete(Requests.request().withTargets(FIRST, SECOND).build());
    }

    private LLMException failure() {
        return assertThrows(LLMException.class, this::ask);
    }

    private List<Attempt.Cause> causes() {
        return attempts.stream().map(Attempt::cause).toList();
    }

    @Test
    void an_answer_is_one_attempt() {
        first.thenSay("Yes.");
        assertEquals("Yes.", ask().content());
        assertEquals(List.of(Attempt.Cause.INITIAL), causes());
        assertEquals(FIRST, attempts.get(0).target());
        assertEquals("first.example", attempts.get(0).host());
        assertEquals(ScriptedProvider.TOKENS, attempts.get(0).tokens());
        assertEquals(List.of(), time.pauses());
    }

    @Test
    void what_may_pass_is_asked_again_after_growing_pauses() {
        first.thenFail(failed(ErrorType.OUTAGE))
                .thenFail(failed(ErrorType.CUT_STREAM))
                .thenSay("Yes.");
        assertEquals("Yes.", ask().content());
        assertEquals(List.of(Attempt.Cause.INITIAL, Attempt.Cause.RETRY, Attempt.Cause.RETRY), causes());
        List<Duration> pauses =
                List.of(attempts.get(1).waitedBefore(), attempts.get(2).waitedBefore());
        assertEquals(pauses.get(0).plus(pauses.get(1)), time.pauses().stream().reduce(Duration.ZERO, Duration::plus));
        assertTrue(pauses.get(0).toMillis() >= 250 && pauses.get(0).toMillis() <= 500, pauses.toString());
        assertTrue(pauses.get(1).toMillis() >= 500 && pauses.get(1).toMillis() <= 1000, pauses.toString());
        assertEquals(Duration.ZERO, attempts.get(0).waitedBefore());
    }

    @Test
    void the_pause_the_provider_asks_for_is_kept() {
        first.thenFail(limited(Duration.ofSeconds(7))).thenSay("Yes.");
        ask();
        assertEquals(List.of(Duration.ofSeconds(7)), time.pauses());
    }

    @Test
    void a_pause_of_nothing_is_no_reason_to_come_back_at_once() {
        first.thenFail(limited(Duration.ZERO)).thenSay("Yes.");
        ask();
        assertTrue(time.pauses().get(0).toMillis() >= 250, time.pauses().toString());
    }

    @Test
    void a_pause_longer_than_the_deadline_or_than_reason_leads_to_the_next_provider_at_once() {
        for (Duration pause : List.of(Duration.ofSeconds(31), Duration.ofSeconds(61), Duration.ofDays(365))) {
            first.thenFail(limited(pause));
            second.thenSay("Yes.");
            assertEquals("second", ask().provider());
        }
        assertEquals(List.of(), time.pauses());
    }

    @Test
    void the_deadline_is_shared_by_retries_and_fallbacks() {
        ScriptedProvider.Turn slowOutage = (request, model, sink, deadline) -> {
            time.pass(Duration.ofSeconds(25));
            throw failed(ErrorType.OUTAGE);
        };
        List<Duration> left = new ArrayList<>();
        first.then(slowOutage);
        second.then((request, model, sink, deadline) -> {
            left.add(deadline.remaining());
            time.pass(Duration.ofMinutes(5));
            throw failed(ErrorType.TIMEOUT);
        });
        assertEquals(ErrorType.OUTAGE, failure().type());
        assertEquals(List.of(), left, "three tries took the whole minute");
        assertEquals(3, first.asked().size());
        assertEquals(3, attempts.size());
    }

    @Test
    void a_second_provider_gets_what_is_left_of_the_deadline() {
        first.then((request, model, sink, deadline) -> {
            time.pass(Duration.ofSeconds(20));
            throw failed(ErrorType.AUTH);
        });
        List<Duration> left = new ArrayList<>();
        second.then((request, model, sink, deadline) -> {
            left.add(deadline.remaining());
            time.pass(Duration.ofSeconds(100));
            throw failed(ErrorType.TIMEOUT);
        });
        failure();
        assertEquals(List.of(Duration.ofSeconds(40)), left);
    }

    @ParameterizedTest
    @EnumSource(ErrorType.class)
    void the_class_alone_decides_what_is_tried_next(ErrorType type) {
        first.thenFail(failed(type));
        second.thenSay("Yes.");
        if (type.triesNextProvider()) {
            assertEquals("second", ask().provider());
            Attempt last = attempts.get(attempts.size() - 1);
            assertEquals(Attempt.Cause.FALLBACK, last.cause());
            assertEquals(SECOND, last.target());
            assertEquals(Duration.ZERO, last.waitedBefore());
        } else {
            assertEquals(type, failure().type());
            assertEquals(0, second.asked().size());
        }
        assertEquals(type.isRetriable() ? 3 : 1, first.asked().size());
    }

    @Test
    void the_first_choices_failure_is_told_and_the_others_stand_beside_it() {
        LLMException auth = failed(ErrorType.AUTH);
        first.thenFail(auth);
        second.thenFail(failed(ErrorType.BAD_REQUEST));
        LLMException told = failure();
        assertSame(auth, told);
        assertEquals(1, told.getSuppressed().length);
        assertEquals(ErrorType.BAD_REQUEST, ((LLMException) told.getSuppressed()[0]).type());
    }

    @Test
    void the_same_failure_of_two_providers_is_no_trouble() {
        LLMException same = failed(ErrorType.AUTH);
        first.thenFail(same);
        second.thenFail(same);
        assertSame(same, failure());
    }

    @Test
    void a_call_cancelled_at_the_second_provider_is_a_cancelled_call() {
        first.thenFail(failed(ErrorType.AUTH));
        second.thenFail(failed(ErrorType.CANCELLED));
        assertEquals(ErrorType.CANCELLED, failure().type());
    }

    @Test
    void a_provider_that_is_not_set_up_is_said_to_be_so() {
        LLMException failure = assertThrows(
                LLMException.class,
                () -> service.complete(Requests.request()
                        .withTargets(new ModelTarget("elsewhere", "m"))
                        .build()));
        assertEquals(ErrorType.UNAVAILABLE, failure.type());
        assertEquals("The provider elsewhere is not set up.", failure.getMessage());
    }

    @Test
    void something_unforeseen_is_one_attempt_and_is_not_paid_for_again() {
        first.thenFail(new IllegalStateException("text of a prompt"));
        second.thenSay("Yes.");
        assertEquals("second", ask().provider());
        assertEquals(List.of(Attempt.Cause.INITIAL, Attempt.Cause.FALLBACK), causes());
        LLMException error = attempts.get(0).error().orElseThrow();
        assertEquals(ErrorType.INTERNAL, error.type());
        assertFalse(error.getMessage().contains("prompt"), error.getMessage());
    }

    @Test
    void an_answer_whose_listener_fails_is_not_told_of_twice() {
        first.thenSay("Yes.");
        List<Attempt> told = new ArrayList<>();
        LLMCall call = new LLMCall(
                Requests.request().withTargets(FIRST).build(),
                TokenSink.NONE,
                time.source().deadlineIn(Duration.ofSeconds(5)),
                attempt -> {
                    told.add(attempt);
                    throw new IllegalStateException("no room");
                },
                FIRST,
                Attempt.Cause.INITIAL,
                Duration.ZERO);
        assertThrows(IllegalStateException.class, () -> new ProviderCall(first, time.source()).proceed(call));
        assertEquals(1, told.size());
    }

    @Test
    void the_one_who_reads_along_is_told_when_the_answer_begins_again() {
        List<String> heard = new ArrayList<>();
        TokenSink sink = new TokenSink() {
            @Override
            public void accept(String piece) {
                heard.add(piece);
            }

            @Override
            public void restart() {
                heard.add("(again)");
            }
        };
        first.then((request, model, out, deadline) -> {
            out.accept("half");
            throw failed(ErrorType.CUT_STREAM);
        });
        second.then((request, model, out, deadline) -> {
            out.accept("whole");
            return ScriptedProvider.answer("second", model, "whole", FinishReason.STOP);
        });
        service.stream(Requests.request().withTargets(FIRST, SECOND).build(), sink);
        assertEquals(List.of("half", "(again)", "half", "(again)", "half", "(again)", "whole"), heard);
    }

    @Test
    void an_interrupt_during_a_pause_cancels_the_call_and_stays_set() {
        first.then((request, model, sink, deadline) -> {
            Thread.currentThread().interrupt();
            throw failed(ErrorType.OUTAGE);
        });
        LLMException failure = failure();
        assertTrue(Thread.interrupted());
        assertEquals(ErrorType.CANCELLED, failure.type());
        assertEquals(1, first.asked().size());
        assertEquals(0, second.asked().size());
    }

    @Test
    void every_attempt_is_told_of_once_whatever_came_of_it() {
        TokenUsage billed = new TokenUsage(5, 0, 0, 3, 0);
        first.thenFail(failed(ErrorType.OUTAGE))
                .thenFail(new LLMException.Interrupted(ErrorType.CUT_STREAM, "Cut.", billed, null))
                .thenFail(failed(ErrorType.AUTH));
        second.thenSay("Yes.");
        ask();
        assertEquals(
                List.of(Attempt.Cause.INITIAL, Attempt.Cause.RETRY, Attempt.Cause.RETRY, Attempt.Cause.FALLBACK),
                causes());
        assertEquals(billed, attempts.get(1).tokens());
        assertEquals(first.asked().size() + second.asked().size(), attempts.size());
    }

    @Test
    void pauses_grow_up_to_the_longest_and_no_further() {
        RetryPolicy policy = new RetryPolicy(100, Duration.ofMillis(500), Duration.ofSeconds(30));
        for (int failures = 1; failures < 100; failures++) {
            Duration pause = policy.pauseAfter(failures, new Random(failures));
            assertTrue(pause.toMillis() >= 250 && pause.toMillis() <= 30_000, failures + ": " + pause);
        }
        assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(0, Duration.ZERO, Duration.ZERO));
    }
}
