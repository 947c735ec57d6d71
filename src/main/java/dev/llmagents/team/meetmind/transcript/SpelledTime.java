package dev.llmagents.team.meetmind.transcript;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * A time in words, {@code 1 hour 2 minutes 3 seconds} or {@code 2 minuter 3 sekunder}, as Teams copies it. Behind the
 * words the same time may stand in figures, as screen readers and eyes get their own.
 */
final class SpelledTime {
    private static final int LONGEST = 60;

    private SpelledTime() {}

    /** The time that {@code text} consists of. */
    static Optional<TimeText> whole(String text) {
        if (text.length() > LONGEST || text.isEmpty() || !TimeText.isDigit(text.charAt(0))) {
            return Optional.empty();
        }
        long seconds = 0;
        boolean found = false;
        int at = 0;
        while (at < text.length()) {
            int begin = at;
            while (at < text.length() && TimeText.isDigit(text.charAt(at))) {
                at++;
            }
            if (at == begin || at - begin > 4 || at == text.length()) {
                return Optional.empty();
            }
            if (text.charAt(at) == ':') {
                return found && TimeText.whole(text.substring(begin)).isPresent()
                        ? time(seconds, text)
                        : Optional.empty();
            }
            int number = Integer.parseInt(text.substring(begin, at));
            at = afterSpaces(text, at);
            int word = at;
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            int unit = secondsIn(text.substring(word, at).toLowerCase(Locale.ROOT));
            if (unit == 0) {
                return Optional.empty();
            }
            seconds += (long) number * unit;
            found = true;
            at = afterSpaces(text, at);
        }
        return time(seconds, text);
    }

    private static Optional<TimeText> time(long seconds, String text) {
        return Optional.of(new TimeText(Duration.ofSeconds(seconds), false, text.length()));
    }

    private static int afterSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && (SourceText.isBlank(text.charAt(at)) || text.charAt(at) == ',')) {
            at++;
        }
        return at;
    }

    private static int secondsIn(String unit) {
        return switch (unit) {
            case "hour", "hours", "timme", "timmar" -> 3600;
            case "minute", "minutes", "minut", "minuter" -> 60;
            case "second", "seconds", "sekund", "sekunder" -> 1;
            default -> 0;
        };
    }
}
