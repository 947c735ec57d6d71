package dev.llmagents.team.felicia.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.felicia.market.Instrument;
import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.market.PriceFile;
import dev.llmagents.team.felicia.market.Severity;
import dev.llmagents.team.felicia.portfolio.StrategyPlan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PreTradeChecksTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    /** A plan no check objects to; each case changes one thing. */
    private static final class Scenario {
        private LocalDate asOf = FIRST.plusDays(39);
        private long volume = 1_000_000;
        private String lastRows = "";
        private int periodOfBb = 3;
        private Instrument aa = Instrument.of("AA", "USD").inGroup("x");
        private BigDecimal cash = new BigDecimal("100000");
        private Optional<BigDecimal> peak = Optional.empty();
        private List<Holding> holdings = List.of();
        private RiskLimits limits = RiskLimits.defaults();
        private Guards guards = Guards.none();
        private PlanFigures figures = new PlanFigures(0.1, 0.01, 0.02, 0.3, 0.9);
        private double[] weights = {0.1, 0, 0};
        private final List<Order> orders = new ArrayList<>(List.of(order("O1", "AA", Side.BUY, "100")));
        private List<OrderBook.Change> dropped = List.of();

        private void add(String id, String symbol, Side side, int quantity) {
            orders.add(order(id, symbol, side, String.valueOf(quantity)));
        }

        private void only(Order order) {
            orders.clear();
            orders.add(order);
        }

        private List<Check> checks() {
            PriceFile[] files = {
                Bars.file(aa, Bars.rows(FIRST, 40, 2, volume) + lastRows),
                Bars.file(Instrument.of("BB", "USD").inGroup("x"), Bars.rows(FIRST, 40, periodOfBb, volume)),
                Bars.file(Instrument.of("CC", "USD"), Bars.rows(FIRST, 40, 5, volume))
            };
            MarketData market = Bars.market(asOf, files);
            Account account = new Account("USD", cash, peak, holdings);
            PlanRequest request = new PlanRequest(
                    market,
                    asOf,
                    account,
                    StrategyPlan.defaults().lookingBack(30),
                    limits,
                    Costs.defaults(),
                    Execution.defaults(),
                    guards,
                    0.02);
            BigDecimal equity = cash;
            for (Holding holding : holdings) {
                equity = equity.add(holding.quantity().multiply(BigDecimal.TEN));
            }
            return new PreTradeChecks(request, market.days() - 1, equity, figures, weights).run(orders, dropped);
        }
    }

    private static Order order(String id, String symbol, Side side, String quantity) {
        return new Order(id, symbol, side, new BigDecimal(quantity), Optional.empty(), "test");
    }

    private static Order limited(String limit) {
        return new Order("O1", "AA", Side.BUY, BigDecimal.valueOf(100), Optional.of(new BigDecimal(limit)), "test");
    }

    private static RiskLimits limits(Map<String, Object> changed) {
        RiskLimits base = RiskLimits.defaults();
        return new RiskLimits(
                (double) changed.getOrDefault("position", base.maxPosition()),
                (double) changed.getOrDefault("group", base.maxGroup()),
                Optional.ofNullable((String) changed.get("value")).map(BigDecimal::new),
                base.priceCollar(),
                base.maxAdv(),
                base.maxGross(),
                (boolean) changed.getOrDefault("short", false),
                base.var95Limit(),
                base.maxDrawdown(),
                base.cashBuffer(),
                changed.containsKey("restricted") ? Set.of((String) changed.get("restricted")) : Set.of(),
                (int) changed.getOrDefault("orders", base.maxOrders()));
    }

    private static Arguments row(String code, Severity severity, Consumer<Scenario> change) {
        return Arguments.of(code, severity, change);
    }

    static Stream<Arguments> faults() {
        Severity block = Severity.BLOCK;
        Severity warn = Severity.WARN;
        return Stream.of(
                row("PT01_PRICE_COLLAR", block, plan -> plan.only(limited("12.00"))),
                row("PT02_MAX_ORDER_VALUE", warn, plan -> plan.only(order("O1", "AA", Side.BUY, "1001"))),
                row("PT02_MAX_ORDER_VALUE", block, plan -> plan.limits = limits(Map.of("value", "999"))),
                row("PT03_MAX_ORDER_VOLUME", block, plan -> plan.volume = 1000),
                row("PT03_MAX_ORDER_VOLUME", warn, plan -> plan.volume = 0),
                row("PT04_MAX_ORDERS", block, plan -> {
                    plan.add("O2", "AA", Side.BUY, 101);
                    plan.add("O3", "AA", Side.BUY, 102);
                }),
                row("PT04_MAX_ORDERS", block, plan -> {
                    plan.add("O2", "BB", Side.BUY, 101);
                    plan.limits = limits(Map.of("orders", 1));
                }),
                row("PT05_THROTTLE", block, plan -> plan.guards = new Guards(true, false, false)),
                row("PT06_DUPLICATE", block, plan -> plan.add("O2", "AA", Side.BUY, 100)),
                row("PT07_FAT_FINGER", block, plan -> plan.only(order("O1", "AA", Side.BUY, "2501"))),
                row("PT07_FAT_FINGER", warn, plan -> {
                    plan.add("O2", "BB", Side.BUY, 100);
                    plan.add("O3", "CC", Side.BUY, 1001);
                }),
                row("PT08_CASH", block, plan -> {
                    plan.cash = new BigDecimal("1000.99");
                    plan.holdings = List.of(Holding.of("CC", 9900));
                }),
                row("PT08_CASH", warn, plan -> {
                    plan.cash = new BigDecimal("1100");
                    plan.holdings = List.of(Holding.of("CC", 9900));
                }),
                row("PT09_SHORT", block, plan -> plan.only(order("O1", "AA", Side.SELL, "100"))),
                row("PT10_LOT_TICK", block, plan -> plan.only(order("O1", "AA", Side.BUY, "100.5"))),
                row("PT10_LOT_TICK", block, plan -> plan.only(limited("10.005"))),
                row("PT11_CONCENTRATION", block, plan -> plan.only(order("O1", "AA", Side.BUY, "2001"))),
                row("PT11_CONCENTRATION", block, plan -> {
                    plan.limits = limits(Map.of("group", 0.15));
                    plan.add("O2", "BB", Side.BUY, 1500);
                }),
                row("PT12_LEVERAGE", block, plan -> plan.figures = new PlanFigures(0.1, 0.01, 0.02, 0.3, 1.01)),
                row("PT13_VAR", block, plan -> plan.figures = new PlanFigures(0.1, 0.031, 0.04, 0.3, 1)),
                row("PT14_DRAWDOWN_STOP", block, plan -> plan.peak = Optional.of(new BigDecimal("126000"))),
                row("PT15_STALE_PRICE", block, plan -> plan.asOf = FIRST.plusDays(46)),
                row("PT15_STALE_PRICE", block, plan -> {
                    plan.asOf = FIRST.plusDays(44);
                    plan.lastRows =
                            Bars.rows(FIRST.plusDays(40), 5, 9, 1_000_000).replace("10.1", "10");
                }),
                row("PT16_DATA_GATE", block, plan -> {
                    plan.asOf = FIRST.plusDays(40);
                    plan.lastRows = FIRST.plusDays(40) + ",10,9,11,10,5\n";
                }),
                row("PT17_RESTRICTED", block, plan -> plan.limits = limits(Map.of("restricted", "AA"))),
                row("PT17_RESTRICTED", block, plan -> plan.add("O2", "MADEUP", Side.BUY, 1)),
                row("PT17_RESTRICTED", warn, plan -> plan.holdings = List.of(Holding.of("GONE", 1))),
                row(
                        "PT18_MIN_NOTIONAL",
                        warn,
                        plan -> plan.dropped = List.of(new OrderBook.Change(1, BigDecimal.ONE, BigDecimal.ONE, true))),
                row("PT19_CURRENCY", block, plan -> plan.aa = Instrument.of("AA", "SEK")),
                row("PT20_CORRELATION", warn, plan -> {
                    plan.periodOfBb = 2;
                    plan.weights = new double[] {0.1, 0.1, 0};
                }),
                row("PT21_HALT", block, plan -> plan.guards = new Guards(false, false, true)));
    }

    @ParameterizedTest(name = "{0} {1} {index}")
    @MethodSource("faults")
    void each_fault_has_its_code(String code, Severity severity, Consumer<Scenario> change) {
        Scenario scenario = new Scenario();
        change.accept(scenario);
        List<Check> checks = scenario.checks();
        assertTrue(
                checks.stream()
                        .anyMatch(check ->
                                check.code().equals(code) && check.severity().equals(Optional.of(severity))),
                () -> checks.stream()
                        .filter(check -> check.severity().isPresent())
                        .toList()
                        .toString());
    }

    @Test
    void a_sound_plan_passes_every_check() {
        List<Check> checks = new Scenario().checks();
        assertEquals(
                List.of(),
                checks.stream().filter(check -> check.severity().isPresent()).toList());
        // PT18 and PT20 only speak up when they object.
        assertEquals(19, checks.stream().map(Check::code).distinct().count());
    }

    @Test
    void what_is_allowed_for_a_reason_passes() {
        assertPasses("PT05_THROTTLE", plan -> plan.guards = new Guards(true, true, false));
        assertPasses("PT09_SHORT", plan -> {
            plan.limits = limits(Map.of("short", true));
            plan.only(order("O1", "AA", Side.SELL, "100"));
        });
        assertPasses("PT14_DRAWDOWN_STOP", plan -> {
            plan.peak = Optional.of(new BigDecimal("200000"));
            plan.holdings = List.of(Holding.of("AA", 100));
            plan.only(order("O1", "AA", Side.SELL, "100"));
        });
        assertPasses("PT08_CASH", plan -> {
            plan.cash = new BigDecimal("10");
            plan.holdings = List.of(Holding.of("AA", 10_000), Holding.of("BB", 1000));
            plan.only(order("O1", "BB", Side.SELL, "1000"));
            plan.add("O2", "AA", Side.BUY, 700);
        });
    }

    private static void assertPasses(String code, Consumer<Scenario> change) {
        Scenario scenario = new Scenario();
        change.accept(scenario);
        List<Check> found = scenario.checks().stream()
                .filter(check -> check.code().equals(code))
                .toList();
        assertTrue(
                !found.isEmpty()
                        && found.stream().noneMatch(check -> check.severity().isPresent()),
                found::toString);
    }
}
