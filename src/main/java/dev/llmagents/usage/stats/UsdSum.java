package dev.llmagents.usage.stats;

import java.math.BigDecimal;

/**
 * An exact sum of money. For one thread.
 *
 * <p>Amounts are held as whole numbers of 10^-12 US dollars for as long as they fit into 64 bits, which is quick and takes
 * every price of a list in dollars for a million tokens with up to six decimals; the rest goes to a decimal of any size.
 */
final class UsdSum {
    /** Decimals of the small unit. */
    static final int SCALE = 12;

    private long picos;
    private BigDecimal rest = BigDecimal.ZERO;

    /** @param amount in 10^-12 dollars */
    void add(long amount) {
        long sum = picos + amount;
        // Both of one sign and the sum of the other: it went over the edge.
        if (((picos ^ sum) & (amount ^ sum)) < 0) {
            rest = rest.add(BigDecimal.valueOf(picos, SCALE));
            sum = amount;
        }
        picos = sum;
    }

    void add(BigDecimal amount) {
        rest = rest.add(amount);
    }

    void add(UsdSum other) {
        add(other.picos);
        rest = rest.add(other.rest);
    }

    /** The sum in US dollars, without needless zeros. */
    BigDecimal value() {
        BigDecimal sum = rest.add(BigDecimal.valueOf(picos, SCALE)).stripTrailingZeros();
        return sum.scale() < 0 ? sum.setScale(0) : sum;
    }
}
