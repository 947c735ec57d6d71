package dev.llmagents.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of US dollars as people read them: cents, and as many places more as small amounts need. */
public final class Usd {
    private static final int CENTS = 2;
    private static final int MOST_PLACES = 6;

    private Usd() {}

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
