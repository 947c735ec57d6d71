package dev.llmagents.cli.progress;

import dev.llmagents.report.Columns;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Draws lines on a terminal again and again in the same place, and takes them away at the end. The cursor is never hidden, so
 * that a program that is killed leaves a terminal that works. Safe for use by several threads.
 */
public final class BoardPainter implements AutoCloseable {
    /** Ten pictures a second at most. */
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private static final String ESCAPE = "\u001b[";
    private static final String ERASE_REST_OF_LINE = ESCAPE + "K";
    private static final String ERASE_BELOW = ESCAPE + "J";
    private static final String PLAIN = ESCAPE + "0m";

    private final OutputStream terminal;
    private final Supplier<TerminalSize> size;
    private final Function<TerminalSize, List<RunBoard.Line>> picture;
    private final boolean colour;
    private final Thread atShutdown = new Thread(this::erase, "llm-agents-progress-end");
    private List<RunBoard.Line> shown = List.of();
    private boolean closed;

    /**
     * @param size asked before each picture, since people resize their terminals
     * @param picture the lines to draw, cut to the size; may be none
     */
    public BoardPainter(
            OutputStream terminal,
            Supplier<TerminalSize> size,
            Function<TerminalSize, List<RunBoard.Line>> picture,
            boolean colour) {
        this.terminal = terminal;
        this.size = size;
        this.picture = picture;
        this.colour = colour;
    }

    /**
     * Begins to draw, from a thread of its own.
     *
     * @param delay before the first picture: what is done before nobody needs to see
     */
    public void start(Duration delay) {
        Thread painter = new Thread(() -> paintUntilClosed(delay), "llm-agents-progress");
        painter.setDaemon(true);
        try {
            // Ctrl-C ends the process where it stands, and the shell's prompt is to follow on a clean line.
            Runtime.getRuntime().addShutdownHook(atShutdown);
            painter.start();
        } catch (IllegalStateException endsAlready) {
            erase();
        }
    }

    private void paintUntilClosed(Duration delay) {
        try {
            if (pause(delay)) {
                return;
            }
            do {
                paint();
            } while (!pause(BETWEEN));
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits, and says whether it is over. */
    private synchronized boolean pause(Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        for (long left = most.toNanos(); !closed && left > 0; left = until - System.nanoTime()) {
            // Rounded up: a wait of nothing would last for ever.
            wait(left / 1_000_000 + 1);
        }
        return closed;
    }

    /** Draws one picture over the one before. */
    synchronized void paint() {
        TerminalSize now = size.get();
        List<RunBoard.Line> lines = picture.apply(now);
        if (closed || lines.equals(shown)) {
            return;
        }
        StringBuilder out = new StringBuilder(backToStart(now.columns()));
        for (int i = 0; i < lines.size(); i++) {
            out.append(i == 0 ? "" : "\n").append(inked(lines.get(i))).append(ERASE_REST_OF_LINE);
        }
        out.append(ERASE_BELOW);
        shown = lines;
        write(out.toString());
    }

    /** Takes the picture away and draws no other. */
    @Override
    public void close() {
        erase();
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException endsAlready) {
            // It is running, or has run.
        }
    }

    private synchronized void erase() {
        if (closed) {
            return;
        }
        closed = true;
        notifyAll();
        if (!shown.isEmpty()) {
            write(backToStart(size.get().columns()) + ERASE_BELOW);
        }
    }

    /** Moves the cursor from the end of the picture to its beginning. */
    private String backToStart(int columns) {
        int up = -1;
        for (RunBoard.Line line : shown) {
            // A terminal that has become narrower has wrapped what stands on it.
            up += Math.max(1, (Columns.of(line.text()) + columns - 1) / columns);
        }
        return up > 0 ? "\r" + ESCAPE + up + "A" : "\r";
    }

    private String inked(RunBoard.Line line) {
        if (!colour) {
            return line.text();
        }
        return switch (line.tone()) {
            case PLAIN -> line.text();
            case WAITING -> ESCAPE + "2m" + line.text() + PLAIN;
            case AT_WORK -> ESCAPE + "36m" + line.text() + PLAIN;
            case DONE -> ESCAPE + "32m" + line.text() + PLAIN;
            case TROUBLE -> ESCAPE + "33m" + line.text() + PLAIN;
        };
    }

    private void write(String text) {
        try {
            // One write for each picture, or the terminal would show half of it.
            terminal.write(text.getBytes(StandardCharsets.UTF_8));
            terminal.flush();
        } catch (IOException nobodyLooks) {
            // Progress that cannot be shown is no failure.
        }
    }
}
