package dev.llmagents.team.meetmind.transcript;

import java.util.Optional;

/**
 * One line taken apart as if it began a turn: {@code [time] Label: text} in all its spellings. Whether the label names
 * anybody is for {@link SpeakerEvidence} to say.
 *
 * @param time the time it begins with, or that stands behind the label
 * @param end where the time is a span, its end
 * @param label the words before the colon; empty if there are none that could be a name
 * @param text what follows the label, or the time where there is no label
 * @param heading whether it is a heading of a markdown text
 * @param bracketed whether the time stands in brackets at the start, which no sentence does
 */
record LabelledLine(
        Optional<TimeText> time,
        Optional<TimeText> end,
        String label,
        String text,
        boolean heading,
        boolean bracketed) {
    /** The longest known names with office and constituency have about 100 letters. */
    private static final int LABEL_WITHIN = 140;

    private static final int LONGEST_HEADING = 60;

    boolean hasLabel() {
        return !label.isEmpty();
    }

    /** Takes {@code line} apart; time does not grow with its length but for copying the text. */
    static LabelledLine parse(String line) {
        int at = 0;
        boolean heading = line.startsWith("#") || isNumberedHeading(line);
        while (at < line.length() && line.charAt(at) == '#') {
            at++;
        }
        at = afterBullets(line, at);
        at = afterEmphasis(line, at);
        TimePrefix prefix = TimePrefix.at(line, at);
        at = afterEmphasis(line, prefix.next());
        int colon = labelEnd(line, at);
        if (colon < 0) {
            return new LabelledLine(prefix.time(), prefix.end(), "", rest(line, at), heading, prefix.bracketed());
        }
        String label = withoutEmphasis(line.substring(at, colon));
        Optional<TimeText> time = prefix.time();
        if (time.isEmpty()) {
            Optional<TimeSuffix> suffix = TimeSuffix.of(label);
            if (suffix.isPresent()) {
                time = Optional.of(suffix.get().time());
                label = withoutEmphasis(suffix.get().before());
            }
        }
        return new LabelledLine(
                time, prefix.end(), withoutBrackets(label), rest(line, colon + 1), heading, prefix.bracketed());
    }

    /** {@code 2. Budget} and {@code § 3 Val av ordförande}: short, capitalised and no sentence. */
    private static boolean isNumberedHeading(String line) {
        int at = line.startsWith("§") ? afterBlanks(line, 1) : 0;
        int digits = at;
        while (at < line.length() && TimeText.isDigit(line.charAt(at))) {
            at++;
        }
        boolean numbered = at > digits
                && at - digits < 3
                && at < line.length()
                && (digits > 0 || ".)".indexOf(line.charAt(at)) >= 0);
        if (!numbered || line.length() > LONGEST_HEADING || line.indexOf(':') >= 0 || HeaderLine.endsSentence(line)) {
            return false;
        }
        at = afterBlanks(line, digits > 0 && ".)".indexOf(line.charAt(at)) < 0 ? at : at + 1);
        return at < line.length() && Character.isUpperCase(line.charAt(at)) && !line.endsWith(",");
    }

    private static int afterBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && SourceText.isBlank(line.charAt(at))) {
            at++;
        }
        return at;
    }

    /** {@code line} without the bullet of a list or the mark of a quotation. */
    static String withoutBullet(String line) {
        int at = afterBullets(line, 0);
        return at == 0 ? line : line.substring(at);
    }

    private static int afterBullets(String line, int from) {
        int at = from;
        while (at < line.length()) {
            char letter = line.charAt(at);
            boolean bullet = (letter == '-' || letter == '*' || letter == '•' || letter == '–' || letter == '>')
                    && at + 1 < line.length()
                    && (SourceText.isBlank(line.charAt(at + 1)) || letter == '>');
            if (!bullet && !SourceText.isBlank(letter)) {
                return at;
            }
            at++;
        }
        return at;
    }

    private static int afterEmphasis(String line, int from) {
        int at = from;
        while (at < line.length() && (line.charAt(at) == '*' || line.charAt(at) == '_')) {
            at++;
        }
        return at;
    }

    private static String rest(String line, int from) {
        int at = from;
        while (at < line.length() && (SourceText.isBlank(line.charAt(at)) || line.charAt(at) == '*')) {
            at++;
        }
        return line.substring(at);
    }

    /** Without stars and underscores at the ends. */
    static String withoutEmphasis(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isEmphasis(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isEmphasis(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    private static boolean isEmphasis(char letter) {
        return letter == '*' || letter == '_' || SourceText.isBlank(letter);
    }

    private static String withoutBrackets(String label) {
        int last = label.length() - 1;
        boolean enclosed = last > 1
                && ((label.charAt(0) == '[' && label.indexOf(']') == last)
                        || (label.charAt(0) == '(' && label.indexOf(')') == last));
        return enclosed ? SourceText.strip(label.substring(1, last)) : label;
    }

    /** Index of the colon that ends the label which begins at {@code from}, or -1. */
    static int labelEnd(String line, int from) {
        int end = Math.min(line.length(), from + LABEL_WITHIN);
        int depth = 0;
        for (int i = from; i < end; i++) {
            char letter = line.charAt(i);
            if (letter == '(' || letter == '[') {
                depth++;
            } else if (letter == ')' || letter == ']') {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && (letter == ':' || letter == '：')) {
                // 10:30 and http:// end no label.
                char next = i + 1 < line.length() ? line.charAt(i + 1) : ' ';
                if (i > from
                        && next != '/'
                        && next != '\\'
                        && !(TimeText.isDigit(next) && TimeText.isDigit(line.charAt(i - 1)))) {
                    return i;
                }
            }
        }
        return -1;
    }
}
