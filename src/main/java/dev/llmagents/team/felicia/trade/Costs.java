package dev.llmagents.team.felicia.trade;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What trading costs: a commission in basis points of the notional with a minimum per fill, and a price worse than the
 * reference by slippage and half the spread.
 */
public record Costs(BigDecimal commissionBps, BigDecimal commissionMin, BigDecimal slippageBps, BigDecimal spreadBps) {
    private static final int BASIS_POINT = 4;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int PRICE_DECIMALS = 6;

    public Costs {
        for (BigDecimal part : new BigDecimal[] {commissionBps, commissionMin, slippageBps, spreadBps}) {
            if (part.signum() < 0) {
                throw new IllegalArgumentException("costs must not be below zero");
            }
        }
    }

    /** 5 basis points and at least 1.00 a fill, 5 basis points of slippage, no spread. */
    public static Costs defaults() {
        return new Costs(BigDecimal.valueOf(5), new BigDecimal("1.00"), BigDecimal.valueOf(5), BigDecimal.ZERO);
    }

    public static Costs none() {
        return new Costs(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    public Costs doubled() {
        return new Costs(
                commissionBps.multiply(TWO),
                commissionMin.multiply(TWO),
                slippageBps.multiply(TWO),
                spreadBps.multiply(TWO));
    }

    /** The commission as a share of the notional. */
    public BigDecimal commissionShare() {
        return commissionBps.movePointLeft(BASIS_POINT);
    }

    /** By how much of the reference price a fill is worse than it. */
    public BigDecimal slippageShare() {
        return slippageBps.add(spreadBps.multiply(HALF)).movePointLeft(BASIS_POINT);
    }

    /** The price of a fill at {@code reference}, half up at six decimals. */
    public BigDecimal price(BigDecimal reference, Side side) {
        BigDecimal share = slippageShare();
        BigDecimal factor = side == Side.BUY ? BigDecimal.ONE.add(share) : BigDecimal.ONE.subtract(share);
        return reference.multiply(factor).setScale(PRICE_DECIMALS, RoundingMode.HALF_UP);
    }

    /** The commission on {@code notional}, which is not rounded before; to the cent, half up. */
    public BigDecimal commission(BigDecimal notional) {
        return notional.multiply(commissionShare()).max(commissionMin).setScale(2, RoundingMode.HALF_UP);
    }
}
