package dev.llmagents.cli.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the terminal library where words begin and end, and which lines go on: only those of commands, not of questions. */
final class CommandParser implements Parser {
    private final Predicate<String> isCommand;

    CommandParser(Predicate<String> isCommand) {
        this.isCommand = isCommand;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        Words.Split whole = Words.split(line);
        boolean accepts = context == ParseContext.UNSPECIFIED || context == ParseContext.ACCEPT_LINE;
        // A question may hold an apostrophe; it does not go on in the next line for that.
        boolean goesOn = line.endsWith("\\") ? whole.isOpen() : whole.isOpen() && isCommand.test(line);
        if (accepts && goesOn) {
            throw new EOFError(-1, -1, "the line goes on");
        }
        Words.Split upToCursor = Words.split(line.substring(0, Math.min(cursor, line.length())));
        return new Line(line, cursor, upToCursor);
    }

    @Override
    public boolean isEscapeChar(char letter) {
        // So that the library takes no backslash out of a file's name.
        return false;
    }

    private record Line(String line, int cursor, Words.Split upToCursor) implements CompletingParsedLine {
        @Override
        public String word() {
            return upToCursor.last();
        }

        @Override
        public int wordCursor() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return upToCursor.before().size();
        }

        @Override
        public List<String> words() {
            List<String> words = new ArrayList<>(upToCursor.before());
            words.add(word());
            return words;
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean isWhole) {
            String written = Words.escape(candidate.toString(), upToCursor.quote());
            return upToCursor.quote() == 0
                    ? written
                    : upToCursor.quote() + written + (isWhole ? upToCursor.quote() : "");
        }

        @Override
        public int rawWordCursor() {
            return cursor - upToCursor.lastStart();
        }

        @Override
        public int rawWordLength() {
            return rawWordCursor();
        }
    }
}
