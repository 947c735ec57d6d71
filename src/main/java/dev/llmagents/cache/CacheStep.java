package dev.llmagents.cache;

import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMCall;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Answers a question that was answered before without asking again, and lets identical questions that are on their way at
 * the same moment share one answer. Only answers that were complete and passed the caller's check are kept.
 */
public final class CacheStep implements LLMStep {
    private final ResponseCache cache;
    private final TimeSource time;
    private final ConcurrentMap<CacheKey, CompletableFuture<LLMResponse>> inFlight = new ConcurrentHashMap<>();

    public CacheStep(ResponseCache cache, TimeSource time) {
        this.cache = cache;
        this.time = time;
    }

    @Override
    public LLMResponse handle(LLMCall call, Next next) {
        LLMRequest.CachePolicy policy = call.request().cache();
        if (!policy.read() && !policy.write()) {
            return next.proceed(call);
        }
        long start = time.nanos().getAsLong();
        CacheKey key = CacheKey.of(call.request());
        if (policy.read()) {
            Optional<CachedAnswer> kept = cache.get(key)
                    .filter(answer ->
                            call.request().check().problemWith(answer.content()).isEmpty());
            if (kept.isPresent()) {
                return served(
                        call,
                        kept.get().toResponse(call.request(), time.since(start), time.now()),
                        Attempt.Cause.CACHE);
            }
        }
        return shared(call, next, key, start);
    }

    /** Leads the question if nobody asks it now, else waits for the one who does. */
    private LLMResponse shared(LLMCall call, Next next, CacheKey key, long start) {
        CompletableFuture<LLMResponse> mine = new CompletableFuture<>();
        CompletableFuture<LLMResponse> leader = inFlight.putIfAbsent(key, mine);
        if (leader != null) {
            Optional<LLMResponse> answer = follow(leader, call);
            if (answer.isPresent()) {
                return served(call, answer.get().settled(Optional.empty(), time.since(start)), Attempt.Cause.COALESCED);
            }
            // The leader failed or was cancelled: that is its own affair, and this question is still open.
            return next.proceed(call);
        }
        try {
            LLMResponse response = next.proceed(call);
            keep(call.request(), key, response);
            mine.complete(response);
            return response;
        } catch (LLMException failure) {
            mine.completeExceptionally(failure);
            throw failure;
        } finally {
            inFlight.remove(key, mine);
            mine.cancel(false);
        }
    }

    private static Optional<LLMResponse> follow(CompletableFuture<LLMResponse> leader, LLMCall call) {
        try {
            return Optional.of(leader.get(call.deadline().remaining().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException | java.util.concurrent.CancellationException noAnswer) {
            return Optional.empty();
        }
    }

    private void keep(LLMRequest request, CacheKey key, LLMResponse response) {
        boolean complete = response.finishReason() == FinishReason.STOP;
        if (request.cache().write()
                && complete
                && request.check().problemWith(response.content()).isEmpty()) {
            cache.put(
                    key,
                    request.origin().tenant(),
                    CachedAnswer.of(response),
                    request.cache().ttl());
        }
    }

    private static LLMResponse served(LLMCall call, LLMResponse response, Attempt.Cause cause) {
        call.sink().accept(response.content());
        call.attempts()
                .ended(new Attempt(
                        cause,
                        new ModelTarget(response.provider(), response.model()),
                        "",
                        response.model(),
                        response.requestId(),
                        response.tokens(),
                        response.latency(),
                        Optional.empty(),
                        Duration.ZERO,
                        Optional.empty()));
        return response;
    }
}
