package dev.llmagents.load;

import dev.llmagents.llm.TimeSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Time that passes by being slept through. Each task of its executor has a course of its own: it runs at once, sleeps as long
 * as it likes, and when it is over it is as late as it was before, as if the task had run on a thread of its own.
 */
final class FakeCourse {
    private long now = 1_000_000_000L;

    TimeSource time() {
        return new TimeSource(
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), () -> now, pause -> now += Math.max(1, pause.toNanos()));
    }

    long now() {
        return now;
    }

    void sleep(Duration pause) {
        now += pause.toNanos();
    }

    ExecutorService threads() {
        return new AbstractExecutorService() {
            private boolean closed;

            @Override
            public void execute(Runnable task) {
                long before = now;
                task.run();
                now = before;
            }

            @Override
            public void shutdown() {
                closed = true;
            }

            @Override
            public List<Runnable> shutdownNow() {
                closed = true;
                return List.of();
            }

            @Override
            public boolean isShutdown() {
                return closed;
            }

            @Override
            public boolean isTerminated() {
                return closed;
            }

            @Override
            public boolean awaitTermination(long timeout, TimeUnit unit) {
                return closed;
            }
        };
    }
}
