package dev.llmagents.report.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Numbers as people read them, whatever the machine's locale. */
final class Numbers {
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal LEAST_SHOWN = new BigDecimal("0.0001");
    private static final String[] UNITS = {"", "k", "M", "G", "T", "P"};
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60_000;

    private Numbers() {}

    /** {@code 1,234,567}. */
    static String whole(long number) {
        return grouped(Long.toString(number));
    }

    private static String grouped(String digits) {
        StringBuilder grouped = new StringBuilder();
        for (int at = 0; at < digits.length(); at++) {
            if (at > 0 && (digits.length() - at) % 3 == 0) {
                grouped.append(',');
            }
            grouped.append(digits.charAt(at));
        }
        return grouped.toString();
    }

    /** Three digits and a unit: {@code 176M}, {@code 1.75k}; {@code 950}. */
    static String brief(long number) {
        int unit = 0;
        BigDecimal value = BigDecimal.valueOf(number);
        while (value.compareTo(BigDecimal.valueOf(999.5)) >= 0 && unit + 1 < UNITS.length) {
            value = value.movePointLeft(3);
            unit++;
        }
        int places = unit == 0 || value.compareTo(BigDecimal.valueOf(99.95)) >= 0
                ? 0
                : value.compareTo(BigDecimal.TEN) >= 0 ? 1 : 2;
        return value.setScale(places, RoundingMode.HALF_UP).toPlainString() + UNITS[unit];
    }

    /** US dollars, to the cent or, below ten cents, to four decimals. */
    static String money(BigDecimal usd) {
        if (usd.signum() > 0 && usd.compareTo(LEAST_SHOWN) < 0) {
            return "<$0.0001";
        }
        int places = usd.signum() == 0 || usd.compareTo(CENT.movePointRight(1)) >= 0 ? 2 : 4;
        String plain = usd.setScale(places, RoundingMode.HALF_UP).toPlainString();
        int point = plain.indexOf('.');
        return "$" + grouped(plain.substring(0, point)) + plain.substring(point);
    }

    /** {@code 21.8%}; a dash if there is no share of anything. */
    static String percent(Optional<Double> share) {
        return share.map(part -> BigDecimal.valueOf(part * 100).setScale(1, RoundingMode.HALF_UP) + "%")
                .orElse("-");
    }

    /** {@code 850 ms}, {@code 1.09 s}, {@code 2.4 min}; a dash where nothing was measured. */
    static String time(long count, long millis) {
        if (count == 0) {
            return "-";
        }
        if (millis < SECOND) {
            return millis + " ms";
        }
        boolean minutes = millis >= 2 * MINUTE;
        BigDecimal value = BigDecimal.valueOf(millis)
                .divide(
                        BigDecimal.valueOf(minutes ? MINUTE : SECOND),
                        minutes ? 1 : millis < 10 * SECOND ? 2 : 1,
                        RoundingMode.HALF_UP);
        return value + (minutes ? " min" : " s");
    }

    /** {@code part} of {@code whole}, 0 to 1; zero if there is no whole. */
    static double share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? 0
                : part.divide(whole, 6, RoundingMode.HALF_UP).doubleValue();
    }
}
