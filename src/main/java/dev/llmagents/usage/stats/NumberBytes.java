package dev.llmagents.usage.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads JSON numbers out of bytes. Pure and safe for threads. */
final class NumberBytes {
    /** Stands for a number that has no place in a usage line: below zero, beyond all reason, or no number at all. */
    static final long UNFIT = -1;

    // A model cannot read so many tokens nor take so many milliseconds; sums of this can not run over.
    private static final long LARGEST = 10_000_000_000L;
    private static final int MOST_QUICK_DIGITS = 18;
    // Adding 1E+1000000000 to anything would need a gigabyte.
    private static final int LONGEST = 60;
    private static final int LARGEST_SCALE = 50;
    private static final long[] POWERS = powers();

    private NumberBytes() {}

    private static long[] powers() {
        long[] powers = new long[MOST_QUICK_DIGITS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    /** A count, rounded to a whole number; {@link #UNFIT} if it is none from 0 to ten thousand million. */
    static long count(byte[] bytes, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || number > LARGEST) {
                return slowCount(bytes, from, to);
            }
            number = number * 10 + digit;
        }
        return number > LARGEST || from == to ? UNFIT : number;
    }

    private static long slowCount(byte[] bytes, int from, int to) {
        Optional<BigDecimal> number = decimal(bytes, from, to);
        if (number.isEmpty() || number.get().compareTo(BigDecimal.valueOf(LARGEST)) > 0) {
            return UNFIT;
        }
        return number.get().setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** An amount in 10^-12; {@link #UNFIT} if it cannot be said so, which {@link #decimal} may still read. */
    static long picos(byte[] bytes, int from, int to) {
        long number = 0;
        int digits = 0;
        int point = -1;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                number = number * 10 + digit;
                // Zeros in front take no room.
                digits += number == 0 ? 0 : 1;
            } else if (bytes[i] == '.' && point < 0 && i > from && i + 1 < to) {
                point = i;
            } else {
                return UNFIT;
            }
        }
        int scale = point < 0 ? 0 : to - point - 1;
        int shift = UsdSum.SCALE - scale;
        if (from == to || shift < 0 || digits + shift > MOST_QUICK_DIGITS) {
            return UNFIT;
        }
        return number * POWERS[shift];
    }

    /** A number of any size within reason; empty if it is below zero or none. */
    static Optional<BigDecimal> decimal(byte[] bytes, int from, int to) {
        if (to - from > LONGEST) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
            boolean fits = number.signum() >= 0 && Math.abs((long) number.scale()) <= LARGEST_SCALE;
            return fits ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
