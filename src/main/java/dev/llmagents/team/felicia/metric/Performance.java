package dev.llmagents.team.felicia.metric;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The figures of an equity curve. Ratios whose denominator is zero are NaN or infinite: nothing was risked or lost.
 *
 * @param cagr yearly growth, counted in years of 252 returns
 * @param calmar {@code cagr} over the depth of the worst drawdown
 * @param var95 one-day historical value at risk, a positive loss
 */
public record Performance(
        double totalReturn,
        double cagr,
        double volatility,
        double sharpe,
        double sortino,
        double calmar,
        Drawdown drawdown,
        double var95,
        double cvar95,
        Month bestMonth,
        Month worstMonth) {
    private static final double CONFIDENCE = 0.95;

    /** The return of one calendar month. */
    public record Month(YearMonth month, double change) {}

    public static Performance of(EquityCurve curve, double riskFree) {
        double[] returns = Returns.simple(curve.values());
        double growth = curve.last() / curve.start();
        double cagr = Math.pow(growth, Returns.DAYS_A_YEAR / returns.length) - 1;
        Drawdown drawdown = Drawdown.of(curve);
        List<Month> months = months(curve);
        Month best = months.get(0);
        Month worst = months.get(0);
        for (Month month : months) {
            best = month.change() > best.change() ? month : best;
            worst = month.change() < worst.change() ? month : worst;
        }
        return new Performance(
                growth - 1,
                cagr,
                Returns.volatility(returns),
                Returns.sharpe(returns, riskFree),
                Returns.sortino(returns, riskFree),
                cagr / Math.abs(drawdown.depth()),
                drawdown,
                Returns.valueAtRisk(returns, CONFIDENCE),
                Returns.conditionalValueAtRisk(returns, CONFIDENCE),
                best,
                worst);
    }

    private static List<Month> months(EquityCurve curve) {
        List<Month> months = new ArrayList<>();
        double before = curve.start();
        for (int day = 0; day < curve.values().length; day++) {
            YearMonth month = YearMonth.from(curve.dates().get(day));
            boolean last = day + 1 == curve.values().length
                    || !month.equals(YearMonth.from(curve.dates().get(day + 1)));
            if (last) {
                months.add(new Month(month, curve.values()[day] / before - 1));
                before = curve.values()[day];
            }
        }
        return months;
    }
}
