package dev.llmagents.cli;

import dev.llmagents.agent.ModelAccess;
import dev.llmagents.agent.Workflow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/** One line on the terminal that tells which agents are at work, while a model or much data makes them slow. */
final class ProgressLine implements Workflow.Listener {
    private static final String BACK_AND_ERASE = "\r\u001b[K";

    private final Streams streams;
    private final boolean shown;
    private final int columns;
    private final Set<String> atWork = new LinkedHashSet<>();

    private ProgressLine(Streams streams, boolean shown, int columns) {
        this.streams = streams;
        this.shown = shown;
        this.columns = columns;
    }

    static ProgressLine of(Streams streams, Terminal terminal, ModelAccess access, boolean quiet) {
        // Rules alone are done before anybody could read the line.
        return of(streams, terminal, quiet || !(access instanceof ModelAccess.Open));
    }

    /** A line for work that takes its time without a model too. */
    static ProgressLine of(Streams streams, Terminal terminal, boolean quiet) {
        return new ProgressLine(streams, terminal.err() && !quiet, terminal.columns());
    }

    @Override
    public synchronized void started(String step) {
        atWork.add(step);
        show();
    }

    @Override
    public synchronized void finished(String step) {
        atWork.remove(step);
        show();
    }

    private void show() {
        if (shown) {
            String text = "At work: " + String.join(", ", atWork);
            write(BACK_AND_ERASE + text.substring(0, Math.min(text.length(), columns - 1)));
        }
    }

    /** Takes the line away. */
    synchronized void clear() {
        if (shown) {
            write(BACK_AND_ERASE);
        }
    }

    private void write(String text) {
        try {
            streams.err().write(text.getBytes(StandardCharsets.UTF_8));
            streams.err().flush();
        } catch (IOException nobodyLooks) {
            // Progress that cannot be shown is no failure.
        }
    }
}
