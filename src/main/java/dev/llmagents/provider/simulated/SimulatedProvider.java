package dev.llmagents.provider.simulated;

import dev.llmagents.llm.Deadline;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMProvider;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.llm.TokenEstimate;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.llm.TokenUsage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A provider that answers by itself, as fast, and as well or ill, as its script says. Its answers have the form that was
 * asked for and mean nothing.
 *
 * <p>What happens to a call is drawn by the seed and the call's number, so two runs that make the same calls in the same
 * order meet the same. Safe for use by several threads.
 */
public final class SimulatedProvider implements LLMProvider {
    public static final String ID = "simulated";

    // The step of the sequence by which SplittableRandom itself makes its next seed: the golden ratio in 64 bits.
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final String id;
    private final Simulation script;
    private final Duration stall;
    private final TimeSource time;
    private final long start;
    private final AtomicLong calls = new AtomicLong();
    private volatile boolean closed;

    /** @param stall how long a stream may be silent before it counts as broken */
    public SimulatedProvider(Simulation script, Duration stall, TimeSource time) {
        this(ID, script, stall, time);
    }

    /** @param id tells it from another simulated provider of the same run */
    public SimulatedProvider(String id, Simulation script, Duration stall, TimeSource time) {
        this.id = id;
        this.script = script;
        this.stall = stall;
        this.time = time;
        this.start = time.nanos().getAsLong();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String host() {
        return id;
    }

    @Override
    public LLMResponse complete(LLMRequest request, String model, TokenSink sink, Deadline deadline) {
        if (closed || Thread.currentThread().isInterrupted()) {
            throw new LLMException.Failed(ErrorType.CANCELLED, "The call was cancelled.");
        }
        long number = calls.getAndIncrement();
        return new Course(request, model, sink, deadline, number).run();
    }

    @Override
    public void close() {
        closed = true;
    }

    /** What happens in one call. */
    private final class Course {
        private final LLMRequest request;
        private final String model;
        private final TokenSink sink;
        private final Deadline deadline;
        private final long number;
        private final SplittableRandom random;
        private final long begun = time.nanos().getAsLong();
        private long written;

        Course(LLMRequest request, String model, TokenSink sink, Deadline deadline, long number) {
            this.request = request;
            this.model = model;
            this.sink = sink;
            this.deadline = deadline;
            this.number = number;
            this.random = new SplittableRandom(script.seed() + STEP * (number + 1));
        }

        LLMResponse run() {
            Duration firstToken = script.firstToken().draw(random);
            boolean stalls = false;
            int cutAfter = Integer.MAX_VALUE;
            Duration elapsed = time.since(start);
            for (Fault fault : script.faults()) {
                boolean met = random.nextDouble() < fault.share() && fault.isOn(elapsed);
                if (met) {
                    switch (fault.kind()) {
                        case ERROR -> throw afterAWhile(fault.error(), firstToken);
                        case STORM ->
                            throw new LLMException.RateLimited(
                                    "The simulated provider wants fewer requests for now.", Optional.of(fault.time()));
                        case STALL -> stalls = true;
                        case SLOW_FIRST_TOKEN -> firstToken = fault.time();
                        case CUT -> cutAfter = Math.min(cutAfter, fault.tokens());
                    }
                }
            }
            pause(firstToken);
            Optional<Duration> timeToFirstToken =
                    sink == TokenSink.NONE ? Optional.empty() : Optional.of(time.since(begun));
            if (stalls) {
                pause(stall);
                throw interrupted(ErrorType.TIMEOUT, "The simulated provider stalled.", null);
            }
            String content = SampleAnswer.of(request, script.tokens(), random);
            write(content, cutAfter);
            return response(content, timeToFirstToken);
        }

        /** Hands the answer on, a token at a time; one that nobody reads along comes at once when it is over. */
        private void write(String content, int cutAfter) {
            List<String> pieces = SampleAnswer.pieces(content);
            if (sink == TokenSink.NONE) {
                Duration whole = Duration.ZERO;
                for (int i = 1; i < pieces.size(); i++) {
                    whole = whole.plus(script.betweenTokens().draw(random));
                }
                pause(whole);
                written = content.length();
                return;
            }
            for (int i = 0; i < pieces.size(); i++) {
                if (i >= cutAfter) {
                    throw interrupted(ErrorType.CUT_STREAM, "The simulated stream broke off.", null);
                }
                if (i > 0) {
                    pause(script.betweenTokens().draw(random));
                }
                written += pieces.get(i).length();
                hand(pieces.get(i));
            }
        }

        private void hand(String piece) {
            try {
                sink.accept(piece);
            } catch (RuntimeException failure) {
                throw interrupted(ErrorType.CANCELLED, "The reader of the answer failed.", failure);
            }
        }

        private LLMException afterAWhile(ErrorType type, Duration firstToken) {
            if (type == ErrorType.RATE_LIMITED) {
                return new LLMException.RateLimited(
                        "The simulated provider wants fewer requests for now.", Optional.empty());
            }
            pause(firstToken);
            return new LLMException.Failed(type, "The simulated provider failed as told (" + type.label() + ").");
        }

        private void pause(Duration wanted) {
            Duration left = deadline.remaining();
            boolean tooLong = wanted.compareTo(left) >= 0;
            Duration pause = tooLong ? left : wanted;
            try {
                if (!pause.isZero()) {
                    time.sleeper().sleep(pause);
                }
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
                throw interrupted(ErrorType.CANCELLED, "The call was cancelled.", cancelled);
            }
            if (tooLong) {
                throw interrupted(ErrorType.TIMEOUT, "The simulated provider did not answer in time.", null);
            }
        }

        private LLMException interrupted(ErrorType type, String message, Throwable cause) {
            // Before the first token nothing is billed.
            TokenUsage tokens = written == 0 ? TokenUsage.NONE : tokens();
            return new LLMException.Interrupted(type, message, tokens, cause);
        }

        private TokenUsage tokens() {
            return new TokenUsage(
                    TokenEstimate.ofChars(request.promptChars()), 0, 0, TokenEstimate.ofChars(written), 0);
        }

        private LLMResponse response(String content, Optional<Duration> timeToFirstToken) {
            return new LLMResponse(
                    "simulated-" + (number + 1),
                    request.origin().agent(),
                    content,
                    model,
                    id,
                    tokens(),
                    Optional.empty(),
                    time.since(begun),
                    timeToFirstToken,
                    false,
                    FinishReason.STOP,
                    time.now());
        }
    }
}
