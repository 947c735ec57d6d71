package dev.llmagents.team.felicia.trade;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How orders are executed on paper.
 *
 * @param participation largest share of a bar's volume one order takes, above 0 and at most 1
 * @param maxDays bars an order may take; what is left then expires
 * @param limitOffset how far beyond the last close a limit is set, as a share of it; for {@link Style#LIMIT}
 * @param settlementDays business days from trade to settlement
 */
public record Execution(Style style, double participation, int maxDays, BigDecimal limitOffset, int settlementDays) {
    /** Kinds of orders a plan makes. */
    public enum Style {
        MARKET_NEXT_OPEN,
        LIMIT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Style> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(style -> style.code().equals(code))
                    .findFirst();
        }
    }

    public Execution {
        if (!(participation > 0 && participation <= 1)) {
            throw new IllegalArgumentException("participation must be above 0 and at most 1, not " + participation);
        }
        if (maxDays < 1 || settlementDays < 0 || limitOffset.signum() < 0) {
            throw new IllegalArgumentException("max_days must be 1 or more, the settlement and the offset 0 or more");
        }
    }

    /** At the next open, at most 5 % of the volume, three bars; limits 0.5 % beyond the close; settled after two days. */
    public static Execution defaults() {
        return new Execution(Style.MARKET_NEXT_OPEN, 0.05, 3, new BigDecimal("0.005"), 2);
    }

    public Execution with(Style other) {
        return new Execution(other, participation, maxDays, limitOffset, settlementDays);
    }
}
