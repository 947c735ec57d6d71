package dev.llmagents.app;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Durations as people write them: {@code 500ms}, {@code 90s}, {@code 2m}, {@code 1h30m}, {@code 7d}. */
public final class Durations {
    private static final int LONGEST = 20;

    private Durations() {}

    /** Empty if {@code text} is no duration above zero. */
    public static Optional<Duration> parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        try {
            if (upper.length() > LONGEST) {
                return Optional.empty();
            }
            Duration duration;
            if (upper.endsWith("MS")) {
                duration = Duration.ofMillis(Long.parseLong(upper.substring(0, upper.length() - 2)));
            } else {
                duration = Duration.parse(upper.endsWith("D") ? "P" + upper : "PT" + upper);
            }
            return duration.isZero() || duration.isNegative() ? Optional.empty() : Optional.of(duration);
        } catch (DateTimeParseException | NumberFormatException | ArithmeticException noDuration) {
            return Optional.empty();
        }
    }
}
