import dev.llmagents.team.felicia.backtest.Backtest;
import dev.llmagents.team.felicia.backtest.BacktestRequest;
import dev.llmagents.team.felicia.backtest.BacktestSettings;
import dev.llmagents.team.felicia.market.Columns;
import dev.llmagents.team.felicia.market.Instrument;
import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.market.PriceFile;
import dev.llmagents.team.felicia.portfolio.Method;
import dev.llmagents.team.felicia.portfolio.StrategyPlan;
import dev.llmagents.team.felicia.trade.*;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Load, plan and backtest of 500 made-up symbols with 5,000 bars each; a line for each method named. */
public class MarketBench {
    private static final int SYMBOLS = 500;
    private static final int BARS = 5000;
    private static final BigDecimal CASH = new BigDecimal("10000000");

    public static void main(String[] methods) {
        Random random = new Random(1);
        double[] market = random.doubles(BARS, -0.0137, 0.0143).toArray();
        List<PriceFile> files = new ArrayList<>();
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            String rows = rows(random, market);
            files.add(new PriceFile(
                    Instrument.of("S" + (1000 + symbol), "USD"), "f.csv", rows.getBytes(StandardCharsets.UTF_8)));
        }
        for (String name : methods) {
            long start = System.nanoTime();
            MarketData data = MarketData.load(files, Columns.usual(), LocalDate.of(2030, 1, 1), 253);
            long loaded = System.nanoTime();
            StrategyPlan strategy = StrategyPlan.defaults().with(Method.ofCode(name).orElseThrow());
            RiskLimits limits = RiskLimits.defaults();
            Plan plan = PlanMaker.plan(new PlanRequest(
                    data, data.date(data.days() - 1), Account.ofCash("USD", CASH), strategy, limits, Costs.defaults(),
                    Execution.defaults(), Guards.none(), 0.02));
            long planned = System.nanoTime();
            int fills = Backtest.run(new BacktestRequest(
                            data, strategy, limits, Costs.defaults(), Execution.defaults(),
                            new BacktestSettings(Optional.empty(), CASH, Method.EQUAL_WEIGHT, 0.02, 4, 0)))
                    .net()
                    .fills()
                    .size();
            System.out.printf(
                    Locale.ROOT, "%-14s load %.2f s, plan %.2f s (%d orders), backtest %.2f s (%d fills), heap %d MB%n",
                    name, (loaded - start) / 1e9, (planned - loaded) / 1e9, plan.orders().size(),
                    (System.nanoTime() - planned) / 1e9, fills, Runtime.getRuntime().totalMemory() >> 20);
        }
    }

    private static String rows(Random random, double[] market) {
        StringBuilder rows = new StringBuilder("Date,Open,High,Low,Close,Adj Close,Volume\n");
        double price = 50;
        LocalDate day = LocalDate.of(2000, 1, 3);
        for (double common : market) {
            double open = price * (1 + random.nextGaussian() * 0.003);
            price *= 1 + common + random.nextGaussian() * 0.012;
            double[] bar = {open, Math.max(open, price) * 1.004, Math.min(open, price) * 0.996, price, price};
            rows.append(day).append(',');
            for (double each : bar) {
                rows.append(BigDecimal.valueOf(Math.round(each * 1e6), 6)).append(',');
            }
            rows.append(1_000_000 + random.nextInt(100_000)).append('\n');
            day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
        return rows.toString();
    }
}
