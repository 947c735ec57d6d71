package dev.llmagents.cli.repl;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/**
 * Reads text that is pasted or typed, line by line, without looking into it. Not by the library's line editor, which paints the
 * line anew with every letter, nor by the terminal's own, which cuts lines at 4095 bytes. Use once.
 */
final class TerminalText {
    private static final int END_OF_TEXT = 4;
    private static final int ESCAPE = 27;
    private static final int DELETE = 127;
    private static final int WAIT_MILLIS = 100;
    private static final int FIRST_MILLIS = 50;
    private static final int PAUSE_MILLIS = 400;
    // A line that has begun will end: nobody types the first half of one faster than we can look.
    private static final int UNFINISHED_MILLIS = 2_000;
    private static final int MOST_CHARS = 64 << 20;

    private final Terminal terminal;
    private final NonBlockingReader reader;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private int previous;

    TerminalText(Terminal terminal) {
        this.terminal = terminal;
        this.reader = terminal.reader();
    }

    /** Up to a line of a single point, Ctrl-D or the end; empty if {@code isBroken} turns true meanwhile. */
    Optional<String> upToPoint(BooleanSupplier isBroken) {
        Attributes before = terminal.enterRawMode();
        try {
            while (!isBroken.getAsBoolean() && text.length() < MOST_CHARS) {
                int letter = reader.read(WAIT_MILLIS);
                if (letter == NonBlockingReader.READ_EXPIRED) {
                    terminal.flush();
                } else if (letter == NonBlockingReader.EOF || letter == END_OF_TEXT) {
                    end();
                    return Optional.of(text.toString());
                } else if (take(letter)) {
                    return Optional.of(text.toString());
                }
            }
            return Optional.empty();
        } catch (IOException gone) {
            end();
            return Optional.of(text.toString());
        } finally {
            terminal.setAttributes(before);
            terminal.writer().println();
            terminal.flush();
        }
    }

    /** What is waiting to be read already, after a line of it was taken for an input; empty if nothing is. */
    String waiting() {
        Attributes before = terminal.enterRawMode();
        try {
            while (text.length() < MOST_CHARS && reader.peek(patience()) >= 0) {
                int letter = reader.read(WAIT_MILLIS);
                if (letter == NonBlockingReader.EOF || letter == END_OF_TEXT) {
                    break;
                }
                take(letter);
            }
        } catch (IOException gone) {
            // What was read counts.
        } finally {
            terminal.setAttributes(before);
        }
        end();
        terminal.flush();
        return text.toString();
    }

    private int patience() {
        if (line.length() > 0) {
            return UNFINISHED_MILLIS;
        }
        return text.length() == 0 ? FIRST_MILLIS : PAUSE_MILLIS;
    }

    /** Takes a letter; true if it ended a line of a single point. */
    private boolean take(int letter) throws IOException {
        boolean secondOfTwo = letter == '\n' && previous == '\r';
        previous = letter;
        if (secondOfTwo) {
            return false;
        }
        if (letter == '\r' || letter == '\n') {
            terminal.writer().println();
            if (line.toString().equals(".")) {
                line.setLength(0);
                return true;
            }
            end();
        } else if (letter == DELETE || letter == '\b') {
            if (line.length() > 0) {
                line.setLength(line.offsetByCodePoints(line.length(), -1));
                terminal.writer().print("\b \b");
            }
        } else if (letter == ESCAPE) {
            skipSequence();
        } else if (letter == '\t' || letter >= ' ') {
            line.append((char) letter);
            terminal.writer().print((char) letter);
        }
        return false;
    }

    /** Keys such as arrows, and the marks around a paste: ESC, a bracket, figures, a letter. */
    private void skipSequence() throws IOException {
        if (reader.peek(1) != '[') {
            return;
        }
        reader.read(WAIT_MILLIS);
        int letter = reader.read(WAIT_MILLIS);
        while (letter >= ' ' && letter < '@') {
            letter = reader.read(WAIT_MILLIS);
        }
    }

    private void end() {
        if (line.length() > 0 || previous == '\r' || previous == '\n') {
            text.append(line).append('\n');
            line.setLength(0);
        }
    }
}
