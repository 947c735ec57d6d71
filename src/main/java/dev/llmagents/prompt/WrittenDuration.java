package dev.llmagents.prompt;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Times as people write them: {@code 90s}, {@code 30m}, {@code 24h}, {@code 7d}, {@code 1h30m}. */
public final class WrittenDuration {
    private WrittenDuration() {}

    /** Empty if {@code text} is none, or none above zero and at most {@code longest}. */
    public static Optional<Duration> of(String text, Duration longest) {
        try {
            String upper = text.strip().toUpperCase(Locale.ROOT);
            Duration time = Duration.parse(upper.endsWith("D") ? "P" + upper : "PT" + upper);
            boolean fits = time.compareTo(Duration.ZERO) > 0 && time.compareTo(longest) <= 0;
            return fits ? Optional.of(time) : Optional.empty();
        } catch (DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
