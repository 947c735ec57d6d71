package dev.llmagents.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Amounts of US dollars as people read them: cents, and as many places more as small amounts need. */
public final class Usd {
    private static final BigDecimal MOST = new BigDecimal("1000000");
    private static final int CENTS = 2;
    private static final int MOST_PLACES = 6;

    private Usd() {}

    /** An amount as somebody writes it, up to a million; empty if {@code text} is none. */
    public static Optional<BigDecimal> parse(String text) {
        // Plain decimals only: what has an exponent may be very long when it is written out.
        return text.matches("\\d{1,7}(\\.\\d{1,12})?")
                ? Optional.of(new BigDecimal(text)).filter(amount -> amount.compareTo(MOST) <= 0)
                : Optional.empty();
    }

    /** Rounded down: a budget of 1 that is not quite spent does not read as 1.00 of 1.00. */
    public static String of(BigDecimal amount) {
        return text(amount.setScale(MOST_PLACES, RoundingMode.FLOOR));
    }

    /** Rounded up, for what something costs at most. */
    public static String up(BigDecimal amount) {
        return text(amount.setScale(MOST_PLACES, RoundingMode.CEILING));
    }

    private static String text(BigDecimal amount) {
        BigDecimal bare = amount.stripTrailingZeros();
        return (bare.scale() < CENTS ? bare.setScale(CENTS, RoundingMode.UNNECESSARY) : bare).toPlainString();
    }
}
