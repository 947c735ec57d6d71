package dev.llmagents.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.AttemptListener;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMCall;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.LLMUsageStats;
import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.llm.TokenUsage;
import dev.llmagents.testing.FakeTime;
import dev.llmagents.testing.Requests;
import dev.llmagents.testing.ScriptedProvider;
import dev.llmagents.usage.stats.UsageFigures;
import dev.llmagents.usage.stats.UsageQuery;
import dev.llmagents.usage.stats.UsageStats;
import dev.llmagents.usage.stats.UsageTotals;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageStepTest {
    private static final TokenUsage TOKENS = new TokenUsage(812, 100, 0, 300, 40);
    // gpt-4o-mini: (712 * 0.15 + 100 * 0.075 + 300 * 0.60) / 10^6
    private static final BigDecimal COST = new BigDecimal("0.0002943");

    private final FakeTime time = new FakeTime();
    private final List<UsageRecord> log = new ArrayList<>();
    private final UsageTotals totals = new UsageTotals();
    private final UsageStep step = new UsageStep(
            log::add,
            new CostCalculator(ModelTable.builtIn(), Set.of("local")),
            totals,
            new UsageRecord.Who("anna", "us", true),
            time.source());

    private Attempt attempt(Attempt.Cause cause, ModelTarget target, TokenUsage tokens, Optional<LLMException> error) {
        return new Attempt(
                cause,
                target,
                "api.openai.com",
                target.model(),
                "req-1",
                tokens,
                Duration.ofMillis(1234),
                Optional.of(Duration.ofMillis(80)),
                cause == Attempt.Cause.RETRY ? Duration.ofMillis(500) : Duration.ZERO,
                error);
    }

    private Attempt billed(Attempt.Cause cause) {
        return attempt(cause, Requests.OPENAI, TOKENS, Optional.empty());
    }

    private Attempt failed(ErrorType type) {
        LLMException error = new LLMException.Failed(type, "No.");
        return attempt(Attempt.Cause.INITIAL, Requests.OPENAI, TokenUsage.NONE, Optional.of(error));
    }

    private LLMResponse handle(LLMStep.Next next) {
        return step.handle(
                new LLMCall(
                        Requests.request().build(),
                        TokenSink.NONE,
                        time.source().deadlineIn(Duration.ofMinutes(1)),
                        AttemptListener.NONE,
                        Requests.OPENAI,
                        Attempt.Cause.INITIAL,
                        Duration.ZERO),
                next);
    }

    private LLMResponse handle(Attempt... attempts) {
        return handle(call -> {
            for (Attempt attempt : attempts) {
                time.pass(attempt.latency().plus(attempt.waitedBefore()).plusMillis(2));
                call.attempts().ended(attempt);
            }
            return ScriptedProvider.answer("openai", "gpt-4o-mini", "Yes.", FinishReason.STOP);
        });
    }

    private static JsonNode line(UsageRecord usage) {
        return Requests.json(usage.toJsonLine());
    }

    @Test
    void a_line_has_every_field_in_its_order() {
        handle(billed(Attempt.Cause.INITIAL));
        assertEquals(
                "{\"v\":1,\"ts\":\"2026-11-22T10:00:01.359Z\",\"runId\":\"run-1\",\"step\":\"meetmind.qa\",\"attempt\":1,"
                        + "\"promptChars\":35,\"cause\":\"initial\",\"tenant\":\"acme\",\"team\":\"meetmind\","
                        + "\"agent\":\"meetmind.qa\",\"model\":\"gpt-4o-mini\",\"provider\":\"openai\","
                        + "\"promptTokens\":812,\"cachedPromptTokens\":100,\"cacheWriteTokens\":0,"
                        + "\"reasoningTokens\":40,\"completionTokens\":300,\"costUsd\":0.0002943,\"savedUsd\":0,"
                        + "\"priceAsOf\":\"" + ModelTable.builtIn().asOf() + "\",\"latencyMs\":1234,"
                        + "\"overheadMs\":2.0,\"ttftMs\":80,\"cached\":false,\"status\":\"ok\",\"errorType\":null,"
                        + "\"requestId\":\"req-1\",\"promptHash\":\"hash-1\",\"user\":\"anna\","
                        + "\"host\":\"api.openai.com\",\"region\":\"us\",\"masked\":{},\"consent\":true}",
                log.get(0).toJsonLine());
    }

    @Test
    void the_line_is_written_when_the_attempt_ends_not_when_the_call_does() {
        handle(call -> {
            call.attempts().ended(failed(ErrorType.OUTAGE));
            assertEquals(1, log.size());
            call.attempts().ended(billed(Attempt.Cause.RETRY));
            assertEquals(2, log.size());
            return ScriptedProvider.answer("openai", "gpt-4o-mini", "Yes.", FinishReason.STOP);
        });
        assertEquals(1, line(log.get(0)).path("attempt").asInt());
        assertEquals(2, line(log.get(1)).path("attempt").asInt());
        assertEquals("retry", line(log.get(1)).path("cause").asText());
    }

    @Test
    void the_sum_of_the_attempts_is_the_calls_and_the_runs_total() {
        LLMResponse first =
                handle(billed(Attempt.Cause.INITIAL), billed(Attempt.Cause.RETRY), billed(Attempt.Cause.FALLBACK));
        LLMResponse second = handle(billed(Attempt.Cause.INITIAL));
        assertEquals(
                0,
                COST.multiply(BigDecimal.valueOf(3)).compareTo(first.costUsd().orElseThrow()));
        assertEquals(0, COST.compareTo(second.costUsd().orElseThrow()));
        LLMUsageStats stats = totals.stats();
        BigDecimal logged =
                log.stream().map(usage -> usage.costUsd().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, logged.compareTo(stats.costUsd()));
        assertEquals(0, logged.compareTo(stats.costByProvider().get("openai")));
        assertEquals(4, stats.attempts());
        assertEquals(2, stats.requests());
        assertEquals(4 * TOKENS.prompt(), stats.tokens().prompt());
    }

    @Test
    void kept_and_shared_answers_cost_nothing_and_say_what_they_saved() {
        for (Attempt.Cause cause : List.of(Attempt.Cause.CACHE, Attempt.Cause.COALESCED)) {
            LLMResponse response = handle(billed(cause));
            assertEquals(0, BigDecimal.ZERO.compareTo(response.costUsd().orElseThrow()));
        }
        JsonNode hit = line(log.get(0));
        assertEquals(0, hit.path("costUsd").decimalValue().signum());
        assertEquals(0, COST.compareTo(hit.path("savedUsd").decimalValue()));
        assertEquals(812, hit.path("promptTokens").asInt());
        assertTrue(hit.path("cached").asBoolean());
        assertEquals("coalesced", line(log.get(1)).path("cause").asText());
        LLMUsageStats stats = totals.stats();
        assertEquals(0, stats.attempts());
        assertEquals(TokenUsage.NONE, stats.tokens());
        assertEquals(0, COST.multiply(BigDecimal.valueOf(2)).compareTo(stats.savedUsd()));
    }

    @Test
    void failures_are_lines_too_and_a_cut_stream_has_its_price() {
        LLMException cut = new LLMException.Interrupted(ErrorType.CUT_STREAM, "Cut.", TOKENS, null);
        assertThrows(
                LLMException.class,
                () -> handle(call -> {
                    call.attempts().ended(attempt(Attempt.Cause.INITIAL, Requests.OPENAI, TOKENS, Optional.of(cut)));
                    call.attempts().ended(failed(ErrorType.CANCELLED));
                    throw cut;
                }));
        JsonNode first = line(log.get(0));
        assertEquals("error", first.path("status").asText());
        assertEquals("cut_stream", first.path("errorType").asText());
        assertEquals(0, COST.compareTo(first.path("costUsd").decimalValue()));
        assertEquals("cancelled", line(log.get(1)).path("status").asText());
        assertEquals(1, totals.stats().failed());
        assertEquals(0, COST.compareTo(totals.stats().costUsd()));
    }

    @Test
    void a_call_that_ends_in_an_unforeseen_way_counts_as_failed() {
        assertThrows(
                IllegalStateException.class,
                () -> handle(call -> {
                    throw new IllegalStateException();
                }));
        assertEquals(1, totals.stats().failed());
        assertEquals(1, totals.stats().requests());
    }

    @Test
    void an_unknown_price_is_null_and_counted_not_zero() {
        ModelTarget unknown = new ModelTarget("openai", "brand-new");
        LLMResponse response =
                handle(attempt(Attempt.Cause.INITIAL, unknown, TOKENS, Optional.empty()), billed(Attempt.Cause.RETRY));
        assertEquals(Optional.empty(), response.costUsd());
        assertTrue(line(log.get(0)).path("costUsd").isNull());
        assertEquals(1, totals.stats().unpricedAttempts());
        assertEquals(0, COST.compareTo(totals.stats().costUsd()));
    }

    @Test
    void an_attempt_told_of_after_the_call_is_still_logged() {
        List<AttemptListener> kept = new ArrayList<>();
        handle(call -> {
            kept.add(call.attempts());
            return ScriptedProvider.answer("openai", "gpt-4o-mini", "Yes.", FinishReason.STOP);
        });
        kept.get(0).ended(billed(Attempt.Cause.INITIAL));
        assertEquals(1, log.size());
        assertEquals(0, COST.compareTo(totals.stats().costUsd()));
    }

    @Test
    void the_programs_own_time_leaves_out_pauses_and_the_provider() {
        handle(failed(ErrorType.OUTAGE), billed(Attempt.Cause.RETRY));
        assertEquals(2.0, line(log.get(0)).path("overheadMs").asDouble());
        assertEquals(2.0, line(log.get(1)).path("overheadMs").asDouble());
    }

    @Test
    void percentiles_are_of_answered_calls_only() {
        for (int i = 1; i <= 100; i++) {
            int millis = i;
            handle(call -> {
                time.pass(Duration.ofMillis(millis));
                return ScriptedProvider.answer("openai", "gpt-4o-mini", "Yes.", FinishReason.STOP);
            });
        }
        assertThrows(
                LLMException.class,
                () -> handle(call -> {
                    time.pass(Duration.ofHours(1));
                    throw new LLMException.Failed(ErrorType.OUTAGE, "Out.");
                }));
        LLMUsageStats stats = totals.stats();
        assertEquals(Duration.ofMillis(50), stats.latencyP50());
        assertEquals(Duration.ofMillis(95), stats.latencyP95());
        assertEquals(Duration.ofMillis(99), stats.latencyP99());
        assertEquals(Duration.ZERO, new UsageTotals().stats().latencyP50());
    }

    @Test
    void the_latencies_of_a_long_run_are_all_counted_within_eight_in_a_thousand() {
        for (int i = 1; i <= 30_000; i++) {
            totals.answered(false, Duration.ofMillis(i));
        }
        assertEquals(15_000, (double) totals.stats().latencyP50().toMillis(), 15_000 * 0.008);
        assertEquals(29_700, (double) totals.stats().latencyP99().toMillis(), 29_700 * 0.008);
        assertEquals(30_000, totals.stats().requests());
    }

    @Test
    void providers_stand_in_the_order_of_their_names() {
        for (String provider : List.of("zeta", "alpha", "openai", "beta")) {
            totals.add(
                    attempt(Attempt.Cause.INITIAL, new ModelTarget(provider, "m"), TOKENS, Optional.empty()),
                    true,
                    Optional.of(BigDecimal.ONE),
                    BigDecimal.ZERO);
        }
        assertEquals(
                List.of("alpha", "beta", "openai", "zeta"),
                List.copyOf(totals.stats().costByProvider().keySet()));
    }

    @Test
    void what_the_process_says_of_its_calls_is_what_stats_reads_from_their_lines(@TempDir Path folder)
            throws IOException {
        JsonlUsageLog file = new JsonlUsageLog(folder, warning -> {
            throw new AssertionError(warning);
        });
        Random lots = new Random(7);
        Attempt.Cause[] firsts = {Attempt.Cause.INITIAL, Attempt.Cause.CACHE, Attempt.Cause.COALESCED};
        for (int i = 0; i < 300; i++) {
            String model = lots.nextInt(10) == 0 ? "brand-new" : "gpt-4o-mini";
            ModelTarget target = new ModelTarget(lots.nextInt(4) == 0 ? "azure" : "openai", model);
            List<Attempt> attempts = new ArrayList<>();
            if (lots.nextInt(4) == 0) {
                attempts.add(failed(ErrorType.OUTAGE));
                attempts.add(attempt(
                        lots.nextBoolean() ? Attempt.Cause.RETRY : Attempt.Cause.FALLBACK,
                        target,
                        TOKENS,
                        Optional.empty()));
            } else {
                attempts.add(attempt(firsts[lots.nextInt(firsts.length)], target, TOKENS, Optional.empty()));
            }
            handle(attempts.toArray(Attempt[]::new));
        }
        log.forEach(file::append);
        UsageQuery everything =
                new UsageQuery(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        UsageFigures read = new UsageStats(folder).report(everything).total();
        LLMUsageStats said = totals.stats();
        assertEquals(300, read.calls());
        assertEquals(read.calls(), said.requests());
        assertEquals(read.attempts(), said.attempts());
        assertEquals(read.tokens(), said.tokens());
        assertEquals(read.costUsd(), said.costUsd());
        assertEquals(read.savedUsd(), said.savedUsd());
        assertEquals(read.unpriced(), said.unpricedAttempts());
        assertTrue(read.unpriced() > 0 && read.cacheHits() > 0 && read.coalesced() > 0 && read.fallbacks() > 0);
        assertEquals(said.costUsd(), said.costByProvider().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
