package dev.llmagents.team.felicia.backtest;

import dev.llmagents.team.felicia.metric.EquityCurve;
import dev.llmagents.team.felicia.trade.Fill;
import dev.llmagents.team.felicia.trade.Order;
import java.math.BigDecimal;
import java.util.List;

/**
 * One simulated run.
 *
 * @param pending orders of the last days that no bar could fill
 * @param turnover traded notional over mean equity, a year
 * @param exposure mean share of equity that was invested
 * @param hitRate share of sales that made a profit after costs; NaN without sales
 * @param profitFactor profits over losses of sales; infinite without losses
 */
public record Run(
        EquityCurve curve,
        BigDecimal finalEquity,
        List<Fill> fills,
        List<Order> pending,
        BigDecimal commission,
        BigDecimal slippage,
        double turnover,
        double exposure,
        double timeInMarket,
        double hitRate,
        double profitFactor) {}
