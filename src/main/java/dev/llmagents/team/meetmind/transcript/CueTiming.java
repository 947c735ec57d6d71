package dev.llmagents.team.meetmind.transcript;

import java.util.Optional;

/** The line of a cue that says when it is shown: {@code 00:01.500 --> 00:03.000 align:start}. */
record CueTiming(TimeText start, TimeText end) {
    private static final String ARROW = "-->";

    static Optional<CueTiming> of(String line) {
        if (line.isEmpty() || !TimeText.isDigit(line.charAt(0))) {
            return Optional.empty();
        }
        Optional<TimeText> start = TimeText.at(line, 0);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        int arrow = afterBlanks(line, start.get().end());
        if (!line.startsWith(ARROW, arrow)) {
            return Optional.empty();
        }
        Optional<TimeText> end = TimeText.at(line, afterBlanks(line, arrow + ARROW.length()));
        return end.isEmpty() ? Optional.empty() : Optional.of(new CueTiming(sure(start.get()), sure(end.get())));
    }

    private static int afterBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && SourceText.isBlank(line.charAt(at))) {
            at++;
        }
        return at;
    }

    /** In a cue two parts are minutes and seconds. */
    private static TimeText sure(TimeText time) {
        return new TimeText(time.value(), false, time.end());
    }
}
