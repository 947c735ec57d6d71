package dev.llmagents.provider;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Cancels calls whose threads were interrupted, and those whose time is over. A thread that is blocked in a socket read does
 * not notice an interrupt, so somebody else looks after all of them: one thread that is there while calls are on their way
 * and for a short while after. The calls themselves stay on the threads that make them, which spares each call a second
 * thread and the way to it and back; and since the thread looks in any case, no timer is set and taken back for each call.
 * Safe for use by several threads.
 */
final class CallWatch {
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final int IDLE_LOOKS = 200;

    private final int idleLooks;
    private final Set<Watched> calls = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    CallWatch() {
        this(IDLE_LOOKS);
    }

    /** @param idleLooks how often the thread looks in vain before it ends */
    CallWatch(int idleLooks) {
        this.idleLooks = idleLooks;
    }

    /** A call under watch; closing it ends the watch. Equal to itself alone. */
    final class Watched implements AutoCloseable {
        private final Thread caller = Thread.currentThread();
        private final long start = System.nanoTime();
        private final long longest;
        private final Runnable cancel;
        private volatile boolean late;

        private Watched(Duration longest, Runnable cancel) {
            this.longest = TimeUnit.NANOSECONDS.convert(longest);
            this.cancel = cancel;
        }

        /** Whether it was cancelled because its time was over. */
        boolean isLate() {
            return late;
        }

        /** Whether nobody waits for it any more. */
        private boolean isToEnd() {
            if (caller.isInterrupted()) {
                return true;
            }
            late |= System.nanoTime() - start >= longest;
            return late;
        }

        @Override
        public void close() {
            calls.remove(this);
        }
    }

    /**
     * Watches over this thread: has {@code cancel} run, perhaps several times, once it is interrupted or {@code longest} is
     * over, a few milliseconds later at most.
     */
    Watched over(Duration longest, Runnable cancel) {
        Watched watched = new Watched(longest, cancel);
        calls.add(watched);
        if (!running) {
            start();
        }
        return watched;
    }

    /** Cancels every call under watch, whether its thread was interrupted or not. */
    void cancelAll() {
        calls.forEach(CallWatch::cancel);
    }

    private synchronized void start() {
        if (!running) {
            Thread thread = new Thread(this::watch, "llm-agents-calls");
            thread.setDaemon(true);
            thread.start();
            // Only now: where no thread can be had the next call tries again.
            running = true;
        }
    }

    private void watch() {
        boolean ended = false;
        try {
            for (int idle = 0; !hasEnded(idle); idle = calls.isEmpty() ? idle + 1 : 0) {
                for (Watched call : calls) {
                    if (call.isToEnd()) {
                        cancel(call);
                    }
                }
                Thread.sleep(LOOK_EVERY.toMillis());
            }
            ended = true;
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        } finally {
            // Whatever it died of, such as memory that ran out for a moment: without it no call has a deadline.
            if (!ended) {
                running = false;
            }
        }
    }

    private static void cancel(Watched call) {
        try {
            call.cancel.run();
        } catch (RuntimeException ofThatCall) {
            // The others are watched all the same, and this one is cancelled again at the next look.
        }
    }

    private synchronized boolean hasEnded(int idle) {
        if (idle < idleLooks) {
            return false;
        }
        // In this order: one who comes now either sees that nobody watches, or is seen.
        running = false;
        if (calls.isEmpty()) {
            return true;
        }
        running = true;
        return false;
    }
}
