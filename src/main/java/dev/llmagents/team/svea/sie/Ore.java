package dev.llmagents.team.svea.sie;

import java.math.BigDecimal;

/** Amounts in whole öre, a hundredth of a krona. */
public final class Ore {
    /**
     * What the absolute amounts of one file may add up to, 11.5 thousand billion kronor: any sum or difference of them
     * then fits a {@code long}. An amount beyond it is kept out of the model and noted.
     */
    public static final long MOST = 1L << 60;

    private Ore() {}

    /** The amount in kronor, with two decimals. */
    public static BigDecimal kronor(long ore) {
        return BigDecimal.valueOf(ore, 2);
    }

    /** As SIE writes it: {@code -1234.50}. */
    public static String text(long ore) {
        return kronor(ore).toPlainString();
    }

    /** {@code percent} hundredths of the amount, rounded to whole öre, half away from zero; never overflows. */
    public static long share(long ore, int percent) {
        long whole = ore / 100 * percent;
        long rest = ore % 100 * percent;
        return whole + (rest >= 0 ? rest + 50 : rest - 50) / 100;
    }
}
