package dev.llmagents.team.meetmind.transcript;

import java.time.Duration;
import java.util.Optional;

/**
 * A time as it stands in a text.
 *
 * @param value what it says, two parts being taken for minutes and seconds
 * @param ambiguous whether its two parts could as well be hours and minutes
 * @param end index of the first character behind it
 */
record TimeText(Duration value, boolean ambiguous, int end) {
    private static final int MOST_DIGITS = 4;

    /** The time {@code h:mm:ss}, {@code m:ss} or one of them with a fraction or AM/PM, that begins at {@code from}. */
    static Optional<TimeText> at(String text, int from) {
        long[] parts = new long[3];
        int count = 0;
        int at = from;
        while (count < 3) {
            int begin = at;
            long number = 0;
            while (at < text.length() && isDigit(text.charAt(at)) && at - begin < MOST_DIGITS) {
                number = number * 10 + (text.charAt(at) - '0');
                at++;
            }
            boolean wellFormed = count == 0 ? at > begin : at - begin == 2 && number < 60;
            if (!wellFormed) {
                return Optional.empty();
            }
            parts[count++] = number;
            if (at + 1 >= text.length() || text.charAt(at) != ':' || !isDigit(text.charAt(at + 1))) {
                break;
            }
            at++;
        }
        return count < 2 ? Optional.empty() : finished(text, parts, count, at);
    }

    private static Optional<TimeText> finished(String text, long[] parts, int count, int from) {
        int at = from;
        long millis = 0;
        boolean fraction = at + 1 < text.length()
                && (text.charAt(at) == '.' || text.charAt(at) == ',')
                && isDigit(text.charAt(at + 1));
        if (fraction) {
            at++;
            for (long unit = 100; at < text.length() && isDigit(text.charAt(at)); unit /= 10) {
                millis += unit * (text.charAt(at) - '0');
                at++;
            }
        }
        long hours = count == 3 ? parts[0] : 0;
        int half = fraction ? at : afterHalfOfDay(text, at);
        boolean clock = half > at;
        if (clock) {
            boolean afternoon = Character.toLowerCase(text.charAt(half - 2)) == 'p'
                    || (text.charAt(half - 1) == '.' && Character.toLowerCase(text.charAt(half - 4)) == 'p');
            hours = parts[0] % 12 + (afternoon ? 12 : 0);
            at = half;
        }
        if (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            return Optional.empty();
        }
        long seconds;
        if (count == 3) {
            seconds = hours * 3600 + parts[1] * 60 + parts[2];
        } else {
            seconds = clock ? hours * 3600 + parts[1] * 60 : parts[0] * 60 + parts[1];
        }
        return Optional.of(
                new TimeText(Duration.ofMillis(seconds * 1000 + millis), count == 2 && !fraction && !clock, at));
    }

    /** Behind {@code AM}, {@code pm}, {@code p.m.}, or {@code from} if none of them follows. */
    private static int afterHalfOfDay(String text, int from) {
        int at = from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
        for (String half : new String[] {"am", "pm", "a.m.", "p.m."}) {
            int end = at + half.length();
            if (text.regionMatches(true, at, half, 0, half.length())
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return end;
            }
        }
        return from;
    }

    /** The time that {@code text} consists of, with nothing before or behind it. */
    static Optional<TimeText> whole(String text) {
        Optional<TimeText> time = at(text, 0);
        return time.isPresent() && time.get().end() == text.length() ? time : Optional.empty();
    }

    static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
