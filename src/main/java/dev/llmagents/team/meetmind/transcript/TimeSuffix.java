package dev.llmagents.team.meetmind.transcript;

import java.util.Optional;

/**
 * The time that a piece of text ends with: {@code Anna  0:08}, {@code Anna (00:08)}, {@code Anna - 00:08}.
 *
 * @param time the time
 * @param before what stands before it and its separator
 * @param apart whether two blanks, a tab or brackets set it apart, which no sentence does
 */
record TimeSuffix(TimeText time, String before, boolean apart) {
    private static final int LONGEST_TIME = 16;

    static Optional<TimeSuffix> of(String text) {
        int end = text.length();
        char last = end == 0 ? ' ' : text.charAt(end - 1);
        boolean bracketed = last == ')' || last == ']';
        if (!bracketed && !TimeText.isDigit(last) && last != 'm' && last != 'M') {
            return Optional.empty();
        }
        int begin = bracketed ? Math.max(text.lastIndexOf('('), text.lastIndexOf('[')) + 1 : startOfTime(text);
        if (begin <= 0) {
            return Optional.empty();
        }
        String inner = text.substring(begin, bracketed ? end - 1 : end);
        Optional<TimeText> time = inner.length() > LONGEST_TIME ? Optional.empty() : TimeText.whole(inner);
        if (time.isEmpty()) {
            return Optional.empty();
        }
        int nameEnd = bracketed ? begin - 1 : begin;
        int at = nameEnd;
        while (at > 0 && (SourceText.isBlank(text.charAt(at - 1)) || "-–—|,•·".indexOf(text.charAt(at - 1)) >= 0)) {
            at--;
        }
        boolean apart = bracketed || nameEnd - at > 1 || (at < nameEnd && text.charAt(at) == '\t');
        return at == 0 ? Optional.empty() : Optional.of(new TimeSuffix(time.get(), text.substring(0, at), apart));
    }

    /** Where the last word that holds a colon begins; AM and PM may follow it. */
    private static int startOfTime(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0 || text.length() - colon > LONGEST_TIME) {
            return -1;
        }
        int at = colon;
        while (at > 0 && (TimeText.isDigit(text.charAt(at - 1)) || text.charAt(at - 1) == ':')) {
            at--;
        }
        return at;
    }
}
