package dev.llmagents.team.meetmind.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of a sentence and where it stands. Sounds of hesitation are no words, so that "I'll um just send it" is read as
 * "I'll just send it".
 *
 * @param lower in lower case, apostrophes made plain
 * @param start offset of its first character
 * @param end offset behind its last character
 * @param capital whether it begins with a capital letter
 * @param mark the strongest mark between it and the next word: a comma, a full stop for anything stronger, or a space
 */
record SpokenWord(String lower, int start, int end, boolean capital, char mark) {

    static List<SpokenWord> of(String text) {
        List<SpokenWord> words = new ArrayList<>(text.length() / 5 + 1);
        int length = text.length();
        int at = 0;
        while (at < length) {
            if (!Character.isLetterOrDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < length && (Character.isLetterOrDigit(text.charAt(end)) || joins(text, end))) {
                end++;
            }
            String lower = text.substring(at, end).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
            int next = end;
            char mark = ' ';
            while (next < length && !Character.isLetterOrDigit(text.charAt(next))) {
                mark = stronger(mark, text.charAt(next));
                next++;
            }
            if (isSound(lower)) {
                widenLast(words, mark);
            } else {
                words.add(new SpokenWord(lower, at, end, Character.isUpperCase(text.charAt(at)), mark));
            }
            at = next;
        }
        return words;
    }

    private static void widenLast(List<SpokenWord> words, char mark) {
        if (mark != '.' || words.isEmpty()) {
            return; // a comma behind "um" separates nothing
        }
        SpokenWord last = words.remove(words.size() - 1);
        words.add(new SpokenWord(last.lower, last.start, last.end, last.capital, mark));
    }

    private static boolean joins(String text, int at) {
        if (at + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 1))) {
            return false;
        }
        return switch (text.charAt(at)) {
            case '\'', '\u2019', '-', '_' -> true;
            case ':' -> Character.isDigit(text.charAt(at - 1)); // "28:e", "17:00"
            case '.', ',', '/' -> Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
            default -> false;
        };
    }

    private static char stronger(char mark, char found) {
        return switch (found) {
            case ',' -> mark == '.' ? mark : ',';
            case '.', ';', ':', '?', '!', '(', ')', '\u2026', '\u2014', '\u2013' -> '.';
            default -> mark;
        };
    }

    private static boolean isSound(String word) {
        return switch (word) {
            case "um", "uh", "er", "erm", "hmm", "hm", "uhm", "öh", "eh", "öhm", "äh", "ehm" -> true;
            default -> false;
        };
    }
}
