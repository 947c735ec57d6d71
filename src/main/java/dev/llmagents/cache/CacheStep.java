package dev.llmagents.cache;

import dev.llmagents.json.Json;
import dev.llmagents.json.SchemaMemory;
import dev.llmagents.llm.AtRest;
import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMCall;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.llm.TokenUsage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Answers a question that was answered before without asking again, and lets identical questions that are on their way at
 * the same moment share one answer. Only answers that were complete and passed the caller's check are kept, in the form in
 * which they may lie on a disk.
 */
public final class CacheStep implements LLMStep {
    private final ResponseCache cache;
    private final AtRest atRest;
    private final TimeSource time;
    private final SchemaMemory<String> schemas = new SchemaMemory<>(Json::canonical);
    // Calls that have ended, counted by a part of their keys.
    private final AtomicIntegerArray ended = new AtomicIntegerArray(1024);
    private final ConcurrentMap<CacheKey, CompletableFuture<LLMResponse>> inFlight = new ConcurrentHashMap<>();

    /** @param atRest the form of answers in the cache; what has none is not kept */
    public CacheStep(ResponseCache cache, AtRest atRest, TimeSource time) {
        this.cache = cache;
        this.atRest = atRest;
        this.time = time;
    }

    @Override
    public LLMResponse handle(LLMCall call, Next next) {
        LLMRequest.CachePolicy policy = call.request().cache();
        if (!policy.read() && !policy.write()) {
            return next.proceed(call);
        }
        long start = time.nanos().getAsLong();
        AtRest.Form form = atRest.of(call.request());
        CacheKey key = CacheKey.of(call.request(), form.marks(), schemas::of);
        Question question = new Question(key, form, start, ended.get(part(key)));
        Optional<LLMResponse> kept = kept(call, question);
        return kept.isPresent() ? kept.get() : shared(call, next, question);
    }

    /**
     * A call as it is looked for.
     *
     * @param start when it came, in nanoseconds
     * @param ended how many calls of its part had ended before it was looked for
     */
    private record Question(CacheKey key, AtRest.Form form, long start, int ended) {}

    private int part(CacheKey key) {
        return Math.floorMod(key.hashCode(), ended.length());
    }

    /** An earlier answer, if it may serve. */
    private Optional<LLMResponse> kept(LLMCall call, Question question) {
        LLMRequest request = call.request();
        if (!request.cache().read()) {
            return Optional.empty();
        }
        return cache.get(question.key())
                .map(answer -> answer.withContent(question.form().show().apply(answer.content())))
                .filter(answer -> request.check().problemWith(answer.content()).isEmpty())
                .map(answer -> served(
                        call,
                        answer.toResponse(request, time.since(question.start()), time.now()),
                        Attempt.Cause.CACHE));
    }

    /** Leads the question if nobody asks it now, else waits for the one who does. */
    private LLMResponse shared(LLMCall call, Next next, Question question) {
        while (true) {
            CompletableFuture<LLMResponse> mine = new CompletableFuture<>();
            CompletableFuture<LLMResponse> leader = inFlight.putIfAbsent(question.key(), mine);
            if (leader == null) {
                return lead(call, next, question, mine);
            }
            Optional<LLMResponse> answer = follow(leader, call, question.start());
            if (answer.isPresent()) {
                return answer.get();
            }
            // The leader gave up for reasons of its own, and this question is still open: somebody else leads now.
        }
    }

    private LLMResponse lead(LLMCall call, Next next, Question question, CompletableFuture<LLMResponse> promised) {
        try {
            // Between the first look and now another may have asked, been answered and gone.
            Optional<LLMResponse> kept =
                    ended.get(part(question.key())) == question.ended() ? Optional.empty() : kept(call, question);
            AtomicReference<ModelTarget> answeredBy = new AtomicReference<>(call.target());
            LLMResponse response = kept.isPresent() ? kept.get() : next.proceed(noting(answeredBy, call));
            // The key names the model that was asked first; another's answer would be served in its name for days.
            if (kept.isEmpty() && answeredBy.get().equals(call.target())) {
                keep(call.request(), question, response);
            }
            promised.complete(response);
            return response;
        } catch (LLMException failure) {
            promised.completeExceptionally(failure);
            throw failure;
        } finally {
            ended.incrementAndGet(part(question.key()));
            inFlight.remove(question.key(), promised);
            // Without effect unless something unforeseen came out of the call: then those who wait must not wait on.
            promised.cancel(false);
        }
    }

    /** The call, noting which of the request's models gave the answer. */
    private static LLMCall noting(AtomicReference<ModelTarget> answeredBy, LLMCall call) {
        return call.withAttempts(attempt -> {
            if (attempt.error().isEmpty()) {
                answeredBy.set(attempt.target());
            }
            call.attempts().ended(attempt);
        });
    }

    /**
     * What came of the leader's call; empty if that says nothing about this one.
     *
     * @throws LLMException if it failed in a way this one would too, or this one's time is over
     */
    private Optional<LLMResponse> follow(CompletableFuture<LLMResponse> leader, LLMCall call, long start) {
        try {
            long millis = TimeUnit.MILLISECONDS.convert(call.deadline().remaining());
            LLMResponse answer = leader.get(millis, TimeUnit.MILLISECONDS);
            return Optional.of(
                    served(call, answer.settled(Optional.empty(), time.since(start)), Attempt.Cause.COALESCED));
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw failed(call, start, new LLMException.Failed(ErrorType.CANCELLED, "The call was cancelled."));
        } catch (TimeoutException late) {
            throw failed(
                    call,
                    start,
                    new LLMException.Failed(
                            ErrorType.TIMEOUT, "The same question, asked a moment before, was not answered in time."));
        } catch (CancellationException unforeseen) {
            return Optional.empty();
        } catch (ExecutionException failure) {
            // How long the leader was willing to wait, and that it was called off, is its own affair.
            if (failure.getCause() instanceof LLMException known
                    && known.type() != ErrorType.CANCELLED
                    && known.type() != ErrorType.TIMEOUT) {
                throw failed(call, start, known);
            }
            return Optional.empty();
        }
    }

    /** Tells of a call that ended without an answer and without an attempt of its own. */
    private LLMException failed(LLMCall call, long start, LLMException failure) {
        LLMException unbilled = new LLMException.Failed(failure.type(), failure.getMessage(), failure);
        call.attempts()
                .ended(new Attempt(
                        Attempt.Cause.COALESCED,
                        call.target(),
                        "",
                        call.target().model(),
                        "",
                        TokenUsage.NONE,
                        time.since(start),
                        Optional.empty(),
                        Duration.ZERO,
                        Optional.of(unbilled)));
        return unbilled;
    }

    private void keep(LLMRequest request, Question question, LLMResponse response) {
        boolean complete = response.finishReason() == FinishReason.STOP;
        if (request.cache().write()
                && complete
                && request.check().problemWith(response.content()).isEmpty()) {
            // The key may tell two names apart that have the same mark: it is a fingerprint, and nobody reads a name
            // from it.
            question.form()
                    .hide()
                    .apply(response.content())
                    .ifPresent(resting -> cache.put(
                            question.key(),
                            request.origin().tenant(),
                            CachedAnswer.of(response).withContent(resting),
                            request.cache().ttl()));
        }
    }

    private static LLMResponse served(LLMCall call, LLMResponse response, Attempt.Cause cause) {
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
        call.sink().accept(response.content());
        return response;
    }
}
