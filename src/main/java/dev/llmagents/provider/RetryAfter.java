package dev.llmagents.provider;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The pause a server asks for, in any of the forms in use: milliseconds in a header of their own, seconds (also with a
 * fraction), or an HTTP date.
 *
 * <p>Sources: RFC 9110, section 10.2.3 (seconds and dates); {@code retry-after-ms} is OpenAI's and Azure's.
 */
final class RetryAfter {
    /** Stands for every longer pause: nobody waits that long, whatever the figure. */
    static final Duration LONGEST = Duration.ofDays(365);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,40}(\\.\\d{1,40})?");
    private static final BigDecimal LONGEST_MILLIS = BigDecimal.valueOf(LONGEST.toMillis());

    private RetryAfter() {}

    /**
     * Empty if there is none or it makes no sense; zero for a date that has passed.
     *
     * @param milliseconds the header {@code retry-after-ms}
     * @param retryAfter the header {@code Retry-After}
     * @param httpDate the latter, if it is a date
     */
    static Optional<Duration> of(
            Optional<String> milliseconds, Optional<String> retryAfter, Optional<Instant> httpDate, Instant now) {
        return milliseconds
                .flatMap(text -> duration(text, 0))
                .or(() -> retryAfter.flatMap(text -> duration(text, 3)))
                .or(() -> httpDate.map(date -> atMostLongest(Duration.between(now, date))));
    }

    private static Optional<Duration> duration(String text, int digitsToMillis) {
        String number = text.strip();
        if (!NUMBER.matcher(number).matches()) {
            return Optional.empty();
        }
        BigDecimal millis =
                new BigDecimal(number).movePointRight(digitsToMillis).min(LONGEST_MILLIS);
        return Optional.of(Duration.ofMillis(millis.longValue()));
    }

    private static Duration atMostLongest(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
