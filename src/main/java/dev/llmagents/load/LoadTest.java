package dev.llmagents.load;

import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMService;
import dev.llmagents.llm.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Sends requests to an {@link LLMService} as a {@link LoadPlan} says, and measures what becomes of them.
 *
 * <p>In an open loop every request has a moment at which it is to be sent, fixed beforehand, and its response time counts
 * from there: a server that stalls is charged for all who would have come meanwhile. The thread that calls {@link #run}
 * keeps the time; requests run on threads of their own. Use once. {@link #stop} may be called from any thread.
 */
public final class LoadTest {
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);
    private static final long MOST_LAG_MICROS = 10_000;
    private static final double LEAST_SENT = 0.99;

    private final LoadPlan plan;
    private final Workload workload;
    private final Subject subject;
    private final Supplier<ExecutorService> threads;
    private final int mostInFlight;
    private final TimeSource time;
    private final MemoryGauge gauge;
    private final MemoryCourse memory = new MemoryCourse();
    private final AtomicLong held = new AtomicLong();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger inFlightPeak = new AtomicInteger();
    private volatile boolean stopped;
    private long nextTick;
    private long nextLook;

    /**
     * What is tested.
     *
     * @param name for the report
     * @param probe in the service's pipeline, inside of its accounting
     */
    public record Subject(String name, LLMService service, LoadProbe probe, Prices prices) {}

    /** Is told now and then how far the test has come; called by the thread that runs it. */
    @FunctionalInterface
    public interface Listener {
        void at(Progress progress);
    }

    /**
     * @param elapsed of {@link LoadPlan#whole()}
     * @param sent measured requests so far, as the other figures
     * @param p99 response time in microseconds
     */
    public record Progress(Duration elapsed, long sent, long answered, long failed, int inFlight, long p99) {}

    /**
     * @param threads makes the threads requests run on, none of which may make another wait
     * @param mostInFlight of an open loop whose plan does not say it
     */
    public LoadTest(
            LoadPlan plan,
            Workload workload,
            Subject subject,
            Supplier<ExecutorService> threads,
            int mostInFlight,
            TimeSource time,
            MemoryGauge gauge) {
        this.plan = plan;
        this.workload = workload;
        this.subject = subject;
        this.threads = threads;
        this.mostInFlight = plan.concurrency().orElse(mostInFlight);
        this.time = time;
        this.gauge = gauge;
    }

    /** Ends the test early; what was measured so far is reported. */
    public void stop() {
        stopped = true;
    }

    /** Runs the test to its end. */
    public LoadResult run(Listener listener) {
        long begin = time.nanos().getAsLong();
        long measured = begin + plan.ramp().plus(plan.warmup()).toNanos();
        Recorder recorder = new Recorder(measured, plan.duration());
        Spending spending = new Spending(subject.prices());
        subject.probe().listen(spending::add);
        Phase phase = new Phase(begin, measured, measured + plan.duration().toNanos(), recorder, listener);
        nextTick = begin + TICK;
        nextLook = begin;
        ExecutorService executor = threads.get();
        long notSent;
        try {
            notSent = plan.rate().isPresent() ? phase.open(executor, plan.rate().get()) : phase.closed(executor);
            phase.awaitAnswers();
        } finally {
            executor.shutdownNow();
        }
        phase.awaitEnds();
        if (stopped) {
            recorder.brokenOff();
        }
        subject.probe().listen(attempt -> {});
        return recorder.result(subject.name(), phase.sending(notSent), spending, subject.probe(), memory.result());
    }

    /** The test on its way. */
    private final class Phase {
        private final long begin;
        private final long measured;
        private final long end;
        private final Recorder recorder;
        private final Listener listener;
        private final AtomicLong lastSent = new AtomicLong();
        private final AtomicLong lastEnd = new AtomicLong();
        private volatile long stoppedAt;

        Phase(long begin, long measured, long end, Recorder recorder, Listener listener) {
            this.begin = begin;
            this.measured = measured;
            this.end = end;
            this.recorder = recorder;
            this.listener = listener;
            this.stoppedAt = end;
        }

        /** Sends at fixed times; returns how many measured requests were not sent. */
        long open(ExecutorService executor, Rate rate) {
            Schedule schedule = new Schedule(rate, plan.ramp(), plan.warmup(), plan.duration());
            Semaphore room = new Semaphore(mostInFlight);
            long number = 0;
            for (; number < schedule.count(); number++) {
                long due = begin + schedule.offset(number);
                if (!pauseUntil(due)) {
                    break;
                }
                long free = due;
                if (!room.tryAcquire()) {
                    held.incrementAndGet();
                    if (!acquire(room)) {
                        break;
                    }
                    free = Math.max(due, time.nanos().getAsLong());
                }
                long sendable = free;
                long current = number;
                Course course = new Course(due, schedule.isMeasured(number), time.nanos());
                try {
                    enter();
                    executor.execute(() -> {
                        try {
                            perform(current, course, sendable);
                        } finally {
                            room.release();
                        }
                    });
                } catch (RejectedExecutionException over) {
                    inFlight.decrementAndGet();
                    break;
                }
            }
            noteStop();
            return Math.min(schedule.measuredCount(), schedule.count() - number);
        }

        /** Waits for room; false if there is none before the end. */
        private boolean acquire(Semaphore room) {
            try {
                while (!stopped && time.nanos().getAsLong() < end) {
                    if (room.tryAcquire(TICK, TimeUnit.NANOSECONDS)) {
                        return true;
                    }
                    tick(time.nanos().getAsLong());
                }
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
                stopped = true;
            }
            return false;
        }

        /** Each caller sends when it is answered. */
        long closed(ExecutorService executor) {
            AtomicLong numbers = new AtomicLong();
            int callers = plan.concurrency().orElseThrow();
            for (int caller = 0; caller < callers; caller++) {
                if (!pauseUntil(begin + plan.ramp().toNanos() / callers * caller)) {
                    break;
                }
                executor.execute(() -> {
                    for (long now = time.nanos().getAsLong();
                            now < end && !stopped;
                            now = time.nanos().getAsLong()) {
                        enter();
                        perform(numbers.getAndIncrement(), new Course(now, now >= measured, time.nanos()), now);
                    }
                });
            }
            pauseUntil(end);
            noteStop();
            return 0;
        }

        private void enter() {
            inFlightPeak.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        }

        private void perform(long number, Course course, long sendable) {
            LLMRequest request = workload.request(number, plan);
            String step = request.origin().step();
            subject.probe().begin(step, course);
            long sent = time.nanos().getAsLong();
            course.sentAt(sent);
            if (course.isMeasured()) {
                recorder.sent(course, sent - sendable);
                lastSent.accumulateAndGet(sent, Math::max);
            }
            Optional<ErrorType> failure = ask(request, course);
            long ended = time.nanos().getAsLong();
            subject.probe().end(step);
            if (course.isMeasured() && !(failure.equals(Optional.of(ErrorType.CANCELLED)) && stopped)) {
                lastEnd.accumulateAndGet(ended, Math::max);
                if (failure.isPresent()) {
                    recorder.failed(course, failure.get(), ended);
                } else {
                    recorder.answered(course, ended);
                }
            }
            inFlight.decrementAndGet();
        }

        private Optional<ErrorType> ask(LLMRequest request, Course course) {
            try {
                if (plan.stream()) {
                    subject.service().stream(request, course);
                } else {
                    subject.service().complete(request);
                }
                return Optional.empty();
            } catch (LLMException failure) {
                return Optional.of(failure.type());
            } catch (RuntimeException unforeseen) {
                // Shows in the report as what it is; the test of the other requests goes on.
                return Optional.of(ErrorType.INTERNAL);
            }
        }

        /** False if the test was stopped meanwhile. */
        private boolean pauseUntil(long due) {
            while (!stopped) {
                long now = time.nanos().getAsLong();
                tick(now);
                if (now >= due) {
                    return true;
                }
                try {
                    time.sleeper().sleep(Duration.ofNanos(Math.min(due - now, TICK)));
                } catch (InterruptedException cancelled) {
                    Thread.currentThread().interrupt();
                    stopped = true;
                }
            }
            return false;
        }

        private void tick(long now) {
            if (now >= nextLook) {
                nextLook = now + LOOK_EVERY;
                MemoryGauge.Look look = gauge.look();
                memory.add(now, look);
                recorder.heap(now, look.heap());
            }
            if (now >= nextTick) {
                nextTick = now + TICK;
                listener.at(new Progress(
                        Duration.ofNanos(now - begin),
                        recorder.sentSoFar(),
                        recorder.answeredSoFar(),
                        recorder.failedSoFar(),
                        inFlight.get(),
                        recorder.p99SoFar()));
            }
        }

        private void noteStop() {
            if (stopped) {
                stoppedAt = Math.min(end, time.nanos().getAsLong());
            }
        }

        /** Waits for those on their way; a call that takes longer than it may would be a fault of the service. */
        void awaitAnswers() {
            long patience =
                    time.nanos().getAsLong() + plan.timeout().plusSeconds(1).toNanos();
            while (inFlight.get() > 0 && !stopped && time.nanos().getAsLong() < patience) {
                if (!pauseUntil(time.nanos().getAsLong() + TimeUnit.MILLISECONDS.toNanos(5))) {
                    return;
                }
            }
        }

        /** After the threads were told to end: gives those that were cancelled the time to say so. */
        void awaitEnds() {
            long patience = time.nanos().getAsLong() + TimeUnit.SECONDS.toNanos(1);
            while (inFlight.get() > 0 && time.nanos().getAsLong() < patience) {
                try {
                    time.sleeper().sleep(Duration.ofMillis(5));
                } catch (InterruptedException cancelled) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }

        LoadResult.Sending sending(long notSent) {
            LoadResult.Counts counts = recorder.counts();
            double planned = Math.max(0, stoppedAt - measured) / 1e9;
            double sending = Math.max(planned, (lastSent.get() - measured) / 1e9);
            double answering = Math.max(planned, (lastEnd.get() - measured) / 1e9);
            Latency lag = recorder.lag();
            return new LoadResult.Sending(
                    plan.rate().map(Rate::perSecond),
                    sending > 0 && counts.sent() > 0 ? counts.sent() / sending : 0,
                    answering > 0 && counts.answered() > 0 ? counts.answered() / answering : 0,
                    sending > 0 ? sending : 0,
                    lag,
                    notSent,
                    held.get(),
                    inFlightPeak.get(),
                    invalid(counts, lag, sending));
        }

        private Optional<String> invalid(LoadResult.Counts counts, Latency lag, double sending) {
            if (counts.sent() == 0) {
                return Optional.of("nothing was sent in the time that counts");
            }
            if (plan.rate().isPresent() && lag.p99() > MOST_LAG_MICROS) {
                return Optional.of("the generator was late: one request in a hundred was sent more than "
                        + MOST_LAG_MICROS / 1000 + " ms after it could have been");
            }
            double wanted = plan.rate().map(Rate::perSecond).orElse(0.0) * sending;
            if (held.get() == 0 && !stopped && counts.sent() < wanted * LEAST_SENT - 1) {
                return Optional.of("the generator did not reach the rate");
            }
            return Optional.empty();
        }
    }
}
