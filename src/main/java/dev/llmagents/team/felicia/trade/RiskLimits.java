package dev.llmagents.team.felicia.trade;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * The limits of a mission. Shares are fractions: 0.2 is 20 %.
 *
 * @param maxPosition largest weight of one symbol
 * @param maxGroup largest weight of one group
 * @param maxOrderValue largest notional of one order in the base currency: above it the order is blocked
 * @param priceCollar how far a limit price may lie from the last close
 * @param maxAdv largest share of the 20-day average volume one order may be
 * @param maxGross largest sum of absolute weights
 * @param var95Limit largest ex-ante one-day 95 % historical value at risk
 * @param maxDrawdown loss from the peak after which only risk-reducing orders pass
 * @param cashBuffer share of equity kept in cash
 * @param restricted symbols that must not be traded
 * @param maxOrders largest number of orders in one run
 */
public record RiskLimits(
        double maxPosition,
        double maxGroup,
        Optional<BigDecimal> maxOrderValue,
        double priceCollar,
        double maxAdv,
        double maxGross,
        boolean allowShort,
        double var95Limit,
        double maxDrawdown,
        double cashBuffer,
        Set<String> restricted,
        int maxOrders) {
    public RiskLimits {
        restricted = Set.copyOf(restricted);
        share("max_position", maxPosition, 1);
        share("max_group", maxGroup, 1);
        share("price_collar", priceCollar, 1);
        share("max_adv", maxAdv, 1);
        share("max_gross", maxGross, 10);
        share("var95_limit", var95Limit, 1);
        share("max_drawdown", maxDrawdown, 1);
        if (!(cashBuffer >= 0 && cashBuffer < 1)) {
            throw new IllegalArgumentException("cash_buffer must be at least 0 and below 1, not " + cashBuffer);
        }
        if (maxOrders < 1 || maxOrderValue.filter(value -> value.signum() <= 0).isPresent()) {
            throw new IllegalArgumentException("max_orders and max_order_value must be above zero");
        }
    }

    private static void share(String key, double value, double most) {
        if (!(value > 0 && value <= most)) {
            throw new IllegalArgumentException(key + " must be above 0 and at most " + most + ", not " + value);
        }
    }

    public static RiskLimits defaults() {
        return new RiskLimits(0.20, 0.40, Optional.empty(), 0.05, 0.05, 1.0, false, 0.03, 0.20, 0.02, Set.of(), 50);
    }

    /** All the money may go into one symbol or group, and none is kept in cash. */
    public RiskLimits uncapped() {
        return new RiskLimits(
                1,
                1,
                maxOrderValue,
                priceCollar,
                maxAdv,
                maxGross,
                allowShort,
                var95Limit,
                maxDrawdown,
                0,
                restricted,
                maxOrders);
    }

    public RiskLimits withCaps(double position, double group) {
        return new RiskLimits(
                position,
                group,
                maxOrderValue,
                priceCollar,
                maxAdv,
                maxGross,
                allowShort,
                var95Limit,
                maxDrawdown,
                cashBuffer,
                restricted,
                maxOrders);
    }
}
