package dev.llmagents.cli.repl;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a line apart as a shell does: blanks separate, quotes hold together. A backslash only takes effect before a blank, a
 * quote, another backslash or the end of a line, so that {@code C:\texts\may} stays what it is; nothing else is special.
 */
final class Words {
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private char quote;
    private boolean isEscaped;
    private int wordStart;

    private Words() {}

    /**
     * A line taken apart.
     *
     * @param words without quotes
     * @param isOpen whether more has to come: a quote is not closed, or the line ends in a backslash
     * @param quote the quote that is open at the end, or 0
     * @param lastStart where the last word begins in the line, quotes included; its length if the line ends in a blank
     * @param isInLast whether the line ends within a word
     */
    record Split(List<String> words, boolean isOpen, char quote, int lastStart, boolean isInLast) {
        Split {
            words = List.copyOf(words);
        }

        /** The word the line ends in; empty after a blank. */
        String last() {
            return isInLast ? words.get(words.size() - 1) : "";
        }

        /** The words before {@link #last}. */
        List<String> before() {
            return isInLast ? words.subList(0, words.size() - 1) : words;
        }
    }

    static Split split(String line) {
        return new Words().read(line);
    }

    private Split read(String line) {
        for (int at = 0; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (isEscaped) {
                isEscaped = false;
                // A backslash at the end of a line joins it with the next.
                if (letter != '\n') {
                    word.append(letter);
                } else if (word.length() == 0 && at == wordStart + 1) {
                    inWord = false;
                }
            } else if (letter == '\\' && quote != '\'' && isEscape(line, at)) {
                begin(at);
                isEscaped = true;
            } else if (quote != 0) {
                if (letter == quote) {
                    quote = 0;
                } else {
                    word.append(letter);
                }
            } else if (letter == '"' || letter == '\'') {
                begin(at);
                quote = letter;
            } else if (Character.isWhitespace(letter)) {
                end();
            } else {
                begin(at);
                word.append(letter);
            }
        }
        boolean within = inWord;
        int start = within ? wordStart : line.length();
        char open = quote;
        boolean isOpen = quote != 0 || isEscaped;
        end();
        return new Split(words, isOpen, open, start, within);
    }

    private static boolean isEscape(String line, int at) {
        return at + 1 == line.length() || " \t\n\"'\\".indexOf(line.charAt(at + 1)) >= 0;
    }

    private void begin(int at) {
        if (!inWord) {
            inWord = true;
            wordStart = at;
        }
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    /** {@code word} as it has to be written so that {@link #split} gives it back, after the open {@code quote} if there is one. */
    static String escape(String word, char openQuote) {
        if (openQuote != 0) {
            return word;
        }
        StringBuilder written = new StringBuilder();
        for (int at = 0; at < word.length(); at++) {
            char letter = word.charAt(at);
            if (letter == ' ' || letter == '\t' || letter == '"' || letter == '\'') {
                written.append('\\');
            }
            written.append(letter);
        }
        return written.toString();
    }
}
