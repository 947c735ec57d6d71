package dev.llmagents.testing;

import dev.llmagents.llm.TimeSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A time that passes only when it is told to, or when somebody sleeps. */
public final class FakeTime {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00.123Z");

    private final AtomicLong nanos = new AtomicLong();
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    /** What the program sees of it. */
    public TimeSource source() {
        return new TimeSource(clock(), nanos::get, pause -> {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            pauses.add(pause);
            pass(pause);
        });
    }

    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now();
            }
        };
    }

    public Instant now() {
        return START.plusNanos(nanos.get());
    }

    public void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    /** How long was slept each time. */
    public List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
