package dev.llmagents.file;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A way to let time pass; tests give one that only counts. */
@FunctionalInterface
public interface Sleeper {
    /** The real one. */
    Sleeper THREAD = pause -> TimeUnit.NANOSECONDS.sleep(pause.toNanos());

    void sleep(Duration pause) throws InterruptedException;
}
