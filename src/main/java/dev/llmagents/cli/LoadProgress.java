package dev.llmagents.cli;

import dev.llmagents.load.LoadPlan;
import dev.llmagents.load.LoadTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One line on the terminal that tells how far a load test has come. */
final class LoadProgress implements LoadTest.Listener {
    private static final String BACK_AND_ERASE = "\r\u001b[K";

    private final Streams streams;
    private final boolean shown;
    private final int columns;
    private final String name;
    private final LoadPlan plan;

    LoadProgress(Streams streams, boolean shown, int columns, String name, LoadPlan plan) {
        this.streams = streams;
        this.shown = shown;
        this.columns = columns;
        this.name = name;
        this.plan = plan;
    }

    @Override
    public void at(LoadTest.Progress progress) {
        Duration before = plan.ramp().plus(plan.warmup());
        boolean counts = progress.elapsed().compareTo(before) >= 0;
        Duration of = counts ? plan.duration() : before;
        Duration done = counts ? progress.elapsed().minus(before) : progress.elapsed();
        String text = name + (counts ? "" : ", warm-up") + ": " + Math.min(done.toSeconds(), of.toSeconds()) + " of "
                + of.toSeconds()
                + " s, " + progress.sent() + " sent, " + progress.answered() + " answered, " + progress.failed()
                + " failed, "
                + progress.inFlight() + " on their way, p99 " + progress.p99() / 1000 + " ms";
        write(BACK_AND_ERASE + text.substring(0, Math.min(text.length(), columns - 1)));
    }

    /** Takes the line away. */
    void clear() {
        write(BACK_AND_ERASE);
    }

    private void write(String text) {
        if (!shown) {
            return;
        }
        try {
            streams.err().write(text.getBytes(StandardCharsets.UTF_8));
            streams.err().flush();
        } catch (IOException nobodyLooks) {
            // Progress that cannot be shown is no failure.
        }
    }
}
