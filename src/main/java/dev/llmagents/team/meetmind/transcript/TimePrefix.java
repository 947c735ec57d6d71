package dev.llmagents.team.meetmind.transcript;

import java.util.Optional;

/**
 * The time that a line begins with: {@code [00:08]}, {@code (0:08)}, {@code 00:00:08 -}, {@code [00:08.0 --> 00:11.5]}.
 *
 * @param time its start, if there is one
 * @param end its end, where it is a span
 * @param bracketed whether it stands in brackets
 * @param next index of the first character behind it and what separates it from the rest
 */
record TimePrefix(Optional<TimeText> time, Optional<TimeText> end, boolean bracketed, int next) {
    private static final int DATE_LENGTH = 10;

    static TimePrefix at(String line, int from) {
        TimePrefix none = new TimePrefix(Optional.empty(), Optional.empty(), false, from);
        if (from >= line.length()) {
            return none;
        }
        char bracket = line.charAt(from);
        boolean bracketed = bracket == '[' || bracket == '(';
        if (!bracketed && !TimeText.isDigit(bracket)) {
            return none;
        }
        int at = afterDate(line, bracketed ? from + 1 : from);
        Optional<TimeText> time = TimeText.at(line, at);
        if (time.isEmpty()) {
            return none;
        }
        at = time.get().end();
        Optional<TimeText> end = Optional.empty();
        int arrow = afterArrow(line, at);
        if (arrow > at) {
            end = TimeText.at(line, arrow);
            at = end.isPresent() ? end.get().end() : at;
        }
        if (bracketed) {
            boolean closed = at < line.length() && line.charAt(at) == (bracket == '[' ? ']' : ')');
            if (!closed) {
                return none;
            }
            at++;
        } else if (at < line.length() && !SourceText.isBlank(line.charAt(at)) && "|-–*".indexOf(line.charAt(at)) < 0) {
            return none;
        }
        return new TimePrefix(time, end, bracketed, afterSeparators(line, at));
    }

    /** Behind a date in figures with the T, blank or comma that joins it to a time. */
    private static int afterDate(String line, int from) {
        int end = from;
        int separators = 0;
        while (end < line.length() && end < from + DATE_LENGTH) {
            boolean separator = "-/.".indexOf(line.charAt(end)) >= 0;
            if (!separator && !TimeText.isDigit(line.charAt(end))) {
                break;
            }
            separators += separator ? 1 : 0;
            end++;
        }
        if (separators != 2 || end < from + 6) {
            return from;
        }
        while (end < line.length() && (SourceText.isBlank(line.charAt(end)) || "T,".indexOf(line.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private static int afterArrow(String line, int from) {
        int at = from;
        boolean dash = false;
        while (at < line.length() && (SourceText.isBlank(line.charAt(at)) || "-–>→".indexOf(line.charAt(at)) >= 0)) {
            dash |= !SourceText.isBlank(line.charAt(at));
            at++;
        }
        return dash && at < line.length() && TimeText.isDigit(line.charAt(at)) ? at : from;
    }

    private static int afterSeparators(String line, int from) {
        int at = from;
        while (at < line.length() && (SourceText.isBlank(line.charAt(at)) || "-–|".indexOf(line.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }
}
