package dev.llmagents.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.llm.AnswerFormat;
import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMCall;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.LLMService;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.Message;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TokenUsage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LoadTestTest {
    private static final ModelTarget MODEL = new ModelTarget("fake", "m");
    private static final TokenUsage TOKENS = new TokenUsage(100, 0, 0, 10, 0);

    private final FakeCourse course = new FakeCourse();

    private static LLMRequest sample() {
        return new LLMRequest(
                new LLMRequest.Origin("default", "meetmind", "meetmind.qa", "load", "meetmind.qa"),
                List.of(MODEL),
                List.of(Message.user("What was decided?")),
                new LLMRequest.Parameters(0.1, 100, new AnswerFormat("qa", Optional.empty())),
                "hash",
                text -> Optional.empty(),
                LLMRequest.CachePolicy.OFF,
                Duration.ofSeconds(60));
    }

    static LoadPlan plan(String rate, int seconds, int warmup) {
        return new LoadPlan(
                Rate.parse(rate),
                OptionalInt.empty(),
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(warmup),
                Duration.ZERO,
                0,
                OptionalInt.empty(),
                false,
                1,
                Duration.ofSeconds(60));
    }

    private LLMResponse answer(LLMCall call, long begun) {
        Duration took = Duration.ofNanos(course.now() - begun);
        call.attempts()
                .ended(new Attempt(
                        Attempt.Cause.INITIAL,
                        MODEL,
                        "fake",
                        "m",
                        "r",
                        TOKENS,
                        took,
                        Optional.empty(),
                        Duration.ZERO,
                        Optional.empty()));
        return new LLMResponse(
                "r",
                "meetmind.qa",
                "{}",
                "m",
                "fake",
                TOKENS,
                Optional.empty(),
                took,
                Optional.empty(),
                false,
                FinishReason.STOP,
                Instant.EPOCH);
    }

    private LoadResult run(LoadPlan plan, LLMStep.Next server) {
        LoadProbe probe = new LoadProbe(course.time().nanos());
        LLMService service = new LLMService(List.of(probe), server, () -> null, course.time());
        Prices prices = new Prices("a cent each", (asked, model, tokens) -> Optional.of(new BigDecimal("0.01")));
        MemoryGauge gauge = () -> new MemoryGauge.Look(1 << 20, 1 << 30, 0, OptionalLong.empty(), 0, 0, 0);
        return new LoadTest(
                        plan,
                        new Workload(List.of(new Workload.Part("meetmind.qa", 1, List.of(sample())))),
                        new LoadTest.Subject("fake", service, probe, prices),
                        course::threads,
                        100_000,
                        course.time(),
                        gauge)
                .run(progress -> {});
    }

    /** Answers after 20 ms, but stands still for the first 2 s of every 10 s. */
    private LLMStep.Next stalling(long start) {
        return call -> {
            long begun = course.now();
            long intoCycle = (begun - start) % 10_000_000_000L;
            if (intoCycle < 2_000_000_000L) {
                course.sleep(Duration.ofNanos(2_000_000_000L - intoCycle));
            }
            course.sleep(Duration.ofMillis(20));
            return answer(call, begun);
        };
    }

    @Test
    void a_server_that_stalls_is_charged_for_all_who_would_have_come_meanwhile() {
        LoadResult result = run(plan("100/s", 60, 0), stalling(course.now()));
        long[] truth = new long[6_000];
        for (int i = 0; i < truth.length; i++) {
            long intoCycle = i * 10L % 10_000;
            truth[i] = (intoCycle < 2_000 ? 2_000 - intoCycle : 0) + 20;
        }
        Arrays.sort(truth);
        assertEquals(6_000, result.counts().sent());
        assertEquals(6_000, result.counts().answered());
        assertNear(truth[2_999], result.response().p50());
        assertNear(truth[5_699], result.response().p95());
        assertNear(truth[5_939], result.response().p99());
        assertEquals(Optional.empty(), result.sending().invalid());
    }

    /** Within 5 % or 10 ms. */
    private static void assertNear(long millis, long micros) {
        double slack = Math.max(10_000, millis * 1_000 * 0.05);
        assertTrue(Math.abs(micros - millis * 1_000) <= slack, () -> micros + " us, not " + millis + " ms");
    }

    @Test
    void requests_do_not_wait_for_those_before_them() {
        LoadPlan open = plan("10/s", 10, 0);
        LoadResult result = run(open, call -> {
            long begun = course.now();
            course.sleep(Duration.ofMillis(300));
            return answer(call, begun);
        });
        assertEquals(100, result.counts().sent());
        assertEquals(300, result.service().p50() / 1_000.0, 1);
        assertEquals(0, result.sending().held());
    }

    @Test
    void exactly_rate_times_duration_is_sent_and_the_warm_up_does_not_count() {
        for (String rate : List.of("1000/m", "7/s", "0.5/s", "90/m")) {
            LoadResult result = run(plan(rate, 30, 10), call -> answer(call, course.now()));
            long expected = Math.round(Rate.parse(rate).orElseThrow().perSecond() * 30);
            assertEquals(expected, result.counts().sent(), rate);
            assertEquals(0, result.sending().notSent(), rate);
            assertEquals(expected, result.attempts().byCause().get("initial"), rate);
        }
    }

    @Test
    void failed_requests_never_enter_the_latencies_of_the_others() {
        List<Integer> numbers = new ArrayList<>();
        LoadResult result = run(plan("10/s", 10, 0), call -> {
            long begun = course.now();
            numbers.add(numbers.size());
            if (numbers.size() % 4 == 0) {
                course.sleep(Duration.ofSeconds(20));
                throw new LLMException.Failed(ErrorType.TIMEOUT, "Too late.");
            }
            course.sleep(Duration.ofMillis(50));
            return answer(call, begun);
        });
        assertEquals(25, result.counts().failed());
        assertEquals(25L, result.errors().get("timeout"));
        assertEquals(75, result.response().count());
        assertTrue(result.response().max() < 60_000, () -> "a failure is in " + result.response());
        assertTrue(result.failure().p50() > 19_000_000, () -> result.failure().toString());
        assertEquals(0.25, result.counts().errorRate());
    }

    @Test
    void own_overhead_is_what_the_providers_did_not_take() {
        LoadResult result = run(plan("10/s", 5, 0), call -> {
            course.sleep(Duration.ofMillis(3));
            long begun = course.now();
            course.sleep(Duration.ofMillis(40));
            return answer(call, begun);
        });
        assertEquals(3, result.overhead().p50() / 1_000);
        assertEquals(40, result.provider().p50() / 1_000);
    }

    @Test
    void costs_are_summed_and_told_for_a_thousand() {
        LoadResult result = run(plan("10/s", 5, 5), call -> answer(call, course.now()));
        assertEquals(0, new BigDecimal("0.50").compareTo(result.cost().usd()));
        assertEquals(0, BigDecimal.TEN.compareTo(result.cost().perThousand().orElseThrow()));
    }

    @Test
    void goals_are_met_or_missed_by_the_figures() {
        LoadResult result = run(plan("10/s", 5, 0), call -> {
            long begun = course.now();
            course.sleep(Duration.ofMillis(100));
            return answer(call, begun);
        });
        List<Slo.Outcome> outcomes = Slo.parse(
                        "p95<2s, p50<50ms,error_rate<1%,cost_total<0.2,first_token_p95<1s,answered_per_second>5")
                .judge(result);
        assertEquals(
                List.of(true, false, true, false, false, true),
                outcomes.stream().map(Slo.Outcome::met).toList());
    }

    @Test
    void a_test_that_is_stopped_tells_what_was_not_sent() {
        LoadProbe probe = new LoadProbe(course.time().nanos());
        List<LoadTest> tests = new ArrayList<>();
        LLMService service = new LLMService(
                List.of(probe),
                call -> {
                    if (call.request().origin().step().equals("load.39")) {
                        tests.get(0).stop();
                    }
                    return answer(call, course.now());
                },
                () -> null,
                course.time());
        LoadTest test = new LoadTest(
                plan("10/s", 10, 0),
                new Workload(List.of(new Workload.Part("meetmind.qa", 1, List.of(sample())))),
                new LoadTest.Subject(
                        "fake", service, probe, new Prices("", (asked, model, tokens) -> Optional.empty())),
                course::threads,
                100,
                course.time(),
                () -> new MemoryGauge.Look(1, 1, 0, OptionalLong.empty(), 0, 0, 0));
        tests.add(test);
        LoadResult result = test.run(progress -> {});
        assertEquals(40, result.counts().sent());
        assertTrue(result.counts().brokenOff());
        assertEquals(60, result.sending().notSent());
        assertEquals(40, result.cost().unpriced());
    }

    @Test
    void requests_that_were_cut_off_with_the_test_are_no_errors() {
        assertEquals(0.5, new LoadResult.Counts(12, 4, 4, 4, 0, 0, 8, true).errorRate());
        assertEquals(0, new LoadResult.Counts(4, 0, 0, 4, 0, 0, 4, true).errorRate());
        // In a test that ran to its end an answer that never came is one.
        assertEquals(8 / 12.0, new LoadResult.Counts(12, 4, 4, 4, 0, 0, 8, false).errorRate());
    }

    @Test
    void the_same_seed_asks_the_same_and_repeats_are_word_for_word() {
        Workload workload = new Workload(List.of(new Workload.Part("meetmind.qa", 1, List.of(sample()))));
        LoadPlan repeating = new LoadPlan(
                Rate.parse("1/s"),
                OptionalInt.empty(),
                Duration.ofSeconds(1),
                Duration.ZERO,
                Duration.ZERO,
                0.5,
                OptionalInt.of(500),
                false,
                7,
                Duration.ofSeconds(1));
        List<String> texts = new ArrayList<>();
        for (int number = 0; number < 1_000; number++) {
            LLMRequest request = workload.request(number, repeating);
            assertEquals(500, request.promptChars());
            assertEquals(request.messages(), workload.request(number, repeating).messages());
            texts.add(request.messages().get(0).text());
        }
        long unlike = texts.stream().distinct().count();
        assertTrue(unlike > 450 && unlike < 550, () -> unlike + " unlike ones of 1,000");
    }

    @Test
    void a_ramp_rises_evenly_to_the_rate() {
        Schedule schedule = new Schedule(
                Rate.parse("10/s").orElseThrow(), Duration.ofSeconds(10), Duration.ZERO, Duration.ofSeconds(5));
        assertEquals(50 + 50, schedule.count());
        long inFirstHalf = 0;
        for (long number = 0; number < 50; number++) {
            assertTrue(schedule.offset(number) <= schedule.offset(number + 1));
            inFirstHalf += schedule.offset(number) < 5_000_000_000L ? 1 : 0;
        }
        assertEquals(13, (double) inFirstHalf, 1);
        assertEquals(10_000_000_000L, schedule.offset(50));
    }
}
