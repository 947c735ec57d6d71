package dev.llmagents.team.meetmind.transcript;

import dev.llmagents.document.TextDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * An input as lines, stripped at both ends of white space and of characters that cannot be seen.
 *
 * @param name the input's name
 * @param text the input as it is
 * @param lines element {@code n - 1} is line {@code n}
 */
record SourceText(String name, String text, List<String> lines) {

    static SourceText of(TextDocument document) {
        List<String> raw = document.lines();
        List<String> lines = new ArrayList<>(raw.size());
        for (String line : raw) {
            lines.add(strip(line));
        }
        return new SourceText(document.name(), document.text(), lines);
    }

    int size() {
        return lines.size();
    }

    /** The line with 0-based {@code index}. */
    String line(int index) {
        return lines.get(index);
    }

    /** Like {@link String#strip}, but no-break spaces and zero-width characters count as white space too. */
    static String strip(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isBlank(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    static boolean isBlank(char letter) {
        return letter <= ' '
                || letter == '\u00A0'
                || letter == '\uFEFF'
                || (letter >= '\u2000' && letter <= '\u200F')
                || letter == '\u202F'
                || letter == '\u3000';
    }
}
