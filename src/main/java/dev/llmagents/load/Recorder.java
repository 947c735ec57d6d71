package dev.llmagents.load;

import dev.llmagents.llm.ErrorType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/** Takes down what became of the measured requests. Safe for use by several threads. */
final class Recorder {
    private static final long LONGEST = TimeUnit.HOURS.toMicros(26);
    private static final int DIGITS = 3;
    // A chart has no more columns than that, whatever the length of the test.
    private static final int MOST_STEPS = 120;

    private final long start;
    private final long step;
    private final List<Step> steps = new ArrayList<>();
    private final ConcurrentHistogram response = histogram();
    private final ConcurrentHistogram service = histogram();
    private final ConcurrentHistogram firstToken = histogram();
    private final ConcurrentHistogram betweenTokens = histogram();
    private final ConcurrentHistogram provider = histogram();
    private final ConcurrentHistogram overhead = histogram();
    private final ConcurrentHistogram cacheHit = histogram();
    private final ConcurrentHistogram failure = histogram();
    private final ConcurrentHistogram lag = histogram();
    private final LongAdder sent = new LongAdder();
    private final LongAdder answered = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder hits = new LongAdder();
    private final LongAdder coalesced = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final TreeMap<String, Long> errors = new TreeMap<>();
    private volatile boolean broken;

    /** What is known of a stretch of time. */
    private static final class Step {
        // A fraction of a percent is finer than a chart shows.
        private final ConcurrentHistogram response = new ConcurrentHistogram(LONGEST, 2);
        private final LongAdder sent = new LongAdder();
        private final LongAdder failed = new LongAdder();
        private volatile long heap;

        Step() {
            response.setAutoResize(true);
        }
    }

    /** @param start when what is measured begins, in nanoseconds of the clock of the requests */
    Recorder(long start, Duration duration) {
        this.start = start;
        this.step = Math.max(TimeUnit.SECONDS.toNanos(1), (duration.toNanos() + MOST_STEPS - 1) / MOST_STEPS);
        for (long at = 0; at < duration.toNanos(); at += step) {
            steps.add(new Step());
        }
    }

    private static ConcurrentHistogram histogram() {
        return new ConcurrentHistogram(LONGEST, DIGITS);
    }

    private static void record(ConcurrentHistogram histogram, long nanos) {
        histogram.recordValue(Math.min(LONGEST, Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos))));
    }

    void sent(Course course, long late) {
        sent.increment();
        record(lag, late);
        stepOf(course).sent.increment();
    }

    void answered(Course course, long end) {
        answered.increment();
        long serviceTime = end - course.sent();
        record(response, end - course.intended());
        record(stepOf(course).response, end - course.intended());
        record(service, serviceTime);
        if (course.isHit()) {
            hits.increment();
            record(cacheHit, serviceTime);
        } else if (course.isCoalesced()) {
            coalesced.increment();
        } else if (course.isAsked()) {
            misses.increment();
            record(provider, course.provider());
            record(overhead, course.overhead(serviceTime));
            if (course.firstToken() != 0) {
                record(firstToken, course.firstToken() - course.sent());
                for (long gap : course.gaps()) {
                    record(betweenTokens, gap);
                }
            }
        }
    }

    void failed(Course course, ErrorType type, long end) {
        failed.increment();
        if (course.isAsked()) {
            misses.increment();
        }
        record(failure, end - course.intended());
        stepOf(course).failed.increment();
        synchronized (errors) {
            errors.merge(type.label(), 1L, Long::sum);
        }
    }

    /** Notes the heap in use at that moment; the most of each step stays. */
    void heap(long moment, long bytes) {
        if (moment >= start) {
            Step current = stepAt(moment);
            current.heap = Math.max(current.heap, bytes);
        }
    }

    /** Somebody ended the test. */
    void brokenOff() {
        broken = true;
    }

    private Step stepOf(Course course) {
        return stepAt(course.intended());
    }

    private Step stepAt(long moment) {
        long at = Math.max(0, moment - start) / step;
        return steps.get((int) Math.min(steps.size() - 1, at));
    }

    long sentSoFar() {
        return sent.sum();
    }

    long answeredSoFar() {
        return answered.sum();
    }

    long failedSoFar() {
        return failed.sum();
    }

    long p99SoFar() {
        return response.getTotalCount() == 0 ? 0 : response.getValueAtPercentile(99);
    }

    Latency lag() {
        return Latency.of(lag);
    }

    LoadResult.Counts counts() {
        long gone = sent.sum();
        long done = answered.sum();
        long lost = failed.sum();
        return new LoadResult.Counts(
                gone, done, lost, Math.max(0, gone - done - lost), hits.sum(), coalesced.sum(), misses.sum(), broken);
    }

    LoadResult.Series series() {
        List<LoadResult.Point> points = new ArrayList<>();
        for (Step at : steps) {
            Latency latency = Latency.of(at.response);
            points.add(new LoadResult.Point(
                    at.sent.sum(),
                    latency.count(),
                    at.failed.sum(),
                    latency.p50(),
                    latency.p95(),
                    latency.p99(),
                    at.heap));
        }
        return new LoadResult.Series(step / 1e9, points);
    }

    LoadResult result(
            String name, LoadResult.Sending sending, Spending spending, LoadProbe probe, LoadResult.Memory memory) {
        LoadResult.Counts counts = counts();
        TreeMap<String, Long> kinds;
        synchronized (errors) {
            kinds = new TreeMap<>(errors);
        }
        return new LoadResult(
                name,
                sending,
                counts,
                Latency.of(response),
                Latency.of(service),
                Latency.of(firstToken),
                Latency.of(betweenTokens),
                Latency.of(provider),
                Latency.of(overhead),
                Latency.of(cacheHit),
                Latency.of(failure),
                kinds,
                spending.attempts(),
                probe.changes().stream()
                        .map(seen -> new LoadResult.Transition(
                                second(seen.at()),
                                seen.what().at().toString(),
                                seen.what().provider(),
                                seen.what().from().label(),
                                seen.what().to().label(),
                                seen.what().error().map(ErrorType::label)))
                        .toList(),
                probe.failovers().stream()
                        .map(seen -> new LoadResult.Standin(
                                second(seen.at()),
                                seen.asked().toNanos() / 1e9,
                                seen.took().toNanos() / 1e9))
                        .toList(),
                spending.cost(counts.answered()),
                memory,
                series());
    }

    private double second(long moment) {
        return (moment - start) / 1e9;
    }
}
