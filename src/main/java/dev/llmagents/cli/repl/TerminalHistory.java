package dev.llmagents.cli.repl;

import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/** What was typed, added to its file line by line, so that it is there also when the terminal is killed. Pastes are left out. */
final class TerminalHistory extends DefaultHistory {
    private static final int LONGEST = 4_000;
    private static final int MOST_LINES = 10;

    @Override
    public void add(Instant time, String line) {
        if (line.length() <= LONGEST && line.lines().count() <= MOST_LINES) {
            super.add(time, line);
        }
    }
}
