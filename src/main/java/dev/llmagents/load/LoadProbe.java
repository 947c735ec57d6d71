package dev.llmagents.load;

import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.BreakerWatch;
import dev.llmagents.llm.LLMCall;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.LLMStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Sits in the service's pipeline, inside of its accounting, and sees every attempt and what the breakers do. Use one for a
 * test. Safe for use by several threads.
 */
public final class LoadProbe implements LLMStep {
    private static final int MOST_EVENTS = 1_000;

    private final LongSupplier nanos;
    private final Map<String, Course> courses = new ConcurrentHashMap<>();
    private final List<Seen<BreakerWatch.Change>> changes = new ArrayList<>();
    private final List<Failover> failovers = new ArrayList<>();
    private volatile Consumer<Attempt> measuredAttempts = attempt -> {};
    private Optional<Long> failingSince = Optional.empty();
    private boolean rescued;

    /** @param nanos a clock that never runs back */
    public LoadProbe(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Something and when it was seen, in nanoseconds of the probe's clock. */
    record Seen<T>(long at, T what) {}

    /**
     * A time in which the first provider failed and another stood in.
     *
     * @param at when the first of its failures ended, in nanoseconds of the probe's clock
     * @param asked from then to the moment at which the one was asked that answered first: what the failure cost
     * @param took from then to its answer, so with the time the other takes to answer
     */
    record Failover(long at, Duration asked, Duration took) {}

    /** Hears of a breaker. */
    public synchronized void changed(BreakerWatch.Change change) {
        if (changes.size() < MOST_EVENTS) {
            changes.add(new Seen<>(nanos.getAsLong(), change));
        }
    }

    @Override
    public LLMResponse handle(LLMCall call, Next next) {
        Optional<Course> course =
                Optional.ofNullable(courses.get(call.request().origin().step()));
        return next.proceed(call.withAttempts(attempt -> {
            course.ifPresent(known -> {
                known.add(attempt);
                if (known.isMeasured()) {
                    measuredAttempts.accept(attempt);
                }
            });
            if (attempt.cause().isBillable()) {
                follow(attempt, call);
            }
            call.attempts().ended(attempt);
        }));
    }

    private synchronized void follow(Attempt attempt, LLMCall call) {
        boolean first = attempt.target().equals(call.request().primaryTarget());
        boolean failed = attempt.error().isPresent();
        if (first && failed && failingSince.isEmpty()) {
            failingSince = Optional.of(nanos.getAsLong());
            rescued = false;
        } else if (first && !failed) {
            failingSince = Optional.empty();
        } else if (!first && !failed && failingSince.isPresent() && !rescued && failovers.size() < MOST_EVENTS) {
            rescued = true;
            long since = failingSince.get();
            long took = nanos.getAsLong() - since;
            // It may have been asked before, by a call that knew of an open breaker.
            long asked = Math.max(0, took - attempt.latency().toNanos());
            failovers.add(new Failover(since, Duration.ofNanos(asked), Duration.ofNanos(took)));
        }
    }

    void begin(String step, Course course) {
        courses.put(step, course);
    }

    void end(String step) {
        courses.remove(step);
    }

    void listen(Consumer<Attempt> attempts) {
        measuredAttempts = attempts;
    }

    synchronized List<Seen<BreakerWatch.Change>> changes() {
        return List.copyOf(changes);
    }

    synchronized List<Failover> failovers() {
        return List.copyOf(failovers);
    }
}
