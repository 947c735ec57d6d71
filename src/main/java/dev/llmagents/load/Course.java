package dev.llmagents.load;

import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.TokenSink;
import java.util.Arrays;
import java.util.function.LongSupplier;

/** What happens to one request. Times are of the clock that never runs back, in nanoseconds. */
final class Course implements TokenSink {
    private static final int MOST_GAPS = 65_536;

    private final LongSupplier nanos;
    private final long intended;
    private final boolean measured;
    private long sent;
    private long provider;
    private long waited;
    private boolean asked;
    private boolean hit;
    private boolean coalesced;
    private long firstToken;
    private long lastToken;
    private long[] gaps = new long[0];
    private int gapCount;

    /** @param measured whether it counts: not if it belongs to the ramp or the warm-up */
    Course(long intended, boolean measured, LongSupplier nanos) {
        this.intended = intended;
        this.measured = measured;
        this.nanos = nanos;
    }

    void sentAt(long moment) {
        sent = moment;
    }

    synchronized void add(Attempt attempt) {
        switch (attempt.cause()) {
            case INITIAL, RETRY, FALLBACK -> {
                asked = true;
                provider += attempt.latency().toNanos();
                waited += attempt.waitedBefore().toNanos();
            }
            case CACHE -> hit = true;
            case COALESCED -> coalesced = true;
            case RULES -> {
                // Rules answer outside of the service.
            }
        }
    }

    @Override
    public synchronized void accept(String piece) {
        long now = nanos.getAsLong();
        if (firstToken == 0) {
            firstToken = now;
        } else if (gapCount < MOST_GAPS) {
            if (gapCount == gaps.length) {
                gaps = Arrays.copyOf(gaps, Math.max(64, gaps.length * 2));
            }
            gaps[gapCount++] = now - lastToken;
        }
        lastToken = now;
    }

    @Override
    public synchronized void restart() {
        firstToken = 0;
        gapCount = 0;
    }

    long intended() {
        return intended;
    }

    boolean isMeasured() {
        return measured;
    }

    long sent() {
        return sent;
    }

    synchronized boolean isAsked() {
        return asked;
    }

    synchronized boolean isHit() {
        return hit;
    }

    synchronized boolean isCoalesced() {
        return coalesced;
    }

    synchronized long provider() {
        return provider;
    }

    /** What the service itself took of a call of that length: all but the providers' time and pauses before retries. */
    synchronized long overhead(long service) {
        return Math.max(0, service - provider - waited);
    }

    /** Nought if nothing came. */
    synchronized long firstToken() {
        return firstToken;
    }

    synchronized long[] gaps() {
        return Arrays.copyOf(gaps, gapCount);
    }
}
