package dev.llmagents.file;

import java.time.Duration;

/** A way to let time pass; tests give one that only counts. */
@FunctionalInterface
public interface Sleeper {
    /** The real one. */
    Sleeper THREAD = pause -> Thread.sleep(pause.toMillis(), pause.getNano() % 1_000_000);

    void sleep(Duration pause) throws InterruptedException;
}
