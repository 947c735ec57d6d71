package dev.llmagents.team.felicia.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.trade.PaperBroker.Executed;
import dev.llmagents.team.felicia.trade.PaperBroker.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperBrokerTest {
    private static final String FRIDAY = "2020-01-03,10,10.5,9.5,10.2,1000000\n";
    private static final String THIN =
            "2020-01-03,10,10.5,9.5,10,1000\n2020-01-06,10,10.5,9.5,10,1000\n2020-01-07,10,10.5,9.5,10,1000\n";

    @Test
    void a_purchase_pays_the_open_with_slippage_and_commission() {
        Executed done = execute(FRIDAY, "100000", order(Side.BUY, 100, ""));
        Fill fill = done.fills().get(0);
        assertEquals(new BigDecimal("10.005000"), fill.price());
        assertEquals(new BigDecimal("1000.50"), fill.notional());
        assertEquals(new BigDecimal("1.00"), fill.commission());
        assertEquals(new BigDecimal("98998.50"), done.cash());
        assertEquals(0, new BigDecimal("0.5").compareTo(done.slippage()));
        assertEquals(LocalDate.of(2020, 1, 7), fill.settles());
    }

    @Test
    void a_sale_gets_less_than_the_open() {
        Executed done = execute(FRIDAY, "0.00", order(Side.SELL, 1000, ""));
        // 9995.00 less five basis points, 4.9975.
        assertEquals(new BigDecimal("9990.00"), done.cash());
    }

    @ParameterizedTest
    @CsvSource({"120, '50 50 20', FILLED", "150, '50 50 50', FILLED", "151, '50 50 50', PARTIAL"})
    void a_large_order_is_sliced_by_volume_over_the_days(int quantity, String slices, Status status) {
        Executed done = execute(THIN, "100000", order(Side.BUY, quantity, ""));
        String made = String.join(
                " ",
                done.fills().stream()
                        .map(fill -> fill.quantity().toPlainString())
                        .toList());
        assertEquals(slices, made);
        assertEquals(Map.of("O1", status), done.statuses());
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 9.50, '', ''",
        "BUY, 9.60, 9.600000, 9.60",
        "BUY, 10.60, 10.005000, 10",
        "BUY, 10.001, 10.001, 10",
        "SELL, 10.50, '', ''",
        "SELL, 10.40, 10.400000, 10.40",
        "SELL, 9.00, 9.995000, 10"
    })
    void a_limit_is_filled_only_where_the_bar_trades_through_it(
            Side side, String limit, String price, String reference) {
        List<Fill> fills = execute(FRIDAY, "100000", order(side, 10, limit)).fills();
        assertEquals(price.isEmpty() ? 0 : 1, fills.size());
        for (Fill fill : fills) {
            assertEquals(0, new BigDecimal(price).compareTo(fill.price()), fill::toString);
            assertEquals(0, new BigDecimal(reference).compareTo(fill.reference()), fill::toString);
        }
    }

    @Test
    void an_order_without_a_later_bar_is_pending_and_an_unfilled_limit_expires() {
        Order order = order(Side.BUY, 10, "9.00");
        assertEquals(
                Map.of("O1", Status.PENDING),
                execute("", "1000", order(Side.BUY, 10, "")).statuses());
        assertEquals(
                Map.of("O1", Status.PENDING), execute(FRIDAY, "1000", order).statuses());
        assertEquals(Map.of("O1", Status.EXPIRED), execute(THIN, "1000", order).statuses());
    }

    @ParameterizedTest
    @CsvSource({"500, 49", "501.25, 50", "501.24, 49", "11.00, 0", "11.01, 1", "0, 0"})
    void no_more_is_bought_than_the_cash_pays_for(String cash, int bought) {
        // Each share costs 10.005, and the commission is at least 1.00.
        Executed done = execute(FRIDAY, cash, order(Side.BUY, 100, ""));
        int found = done.fills().stream()
                .mapToInt(fill -> fill.quantity().intValue())
                .sum();
        assertEquals(bought, found);
        assertTrue(done.cash().signum() >= 0);
    }

    static Order order(Side side, int quantity, String limit) {
        Optional<BigDecimal> price = limit.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(limit));
        return new Order("O1", "AA", side, BigDecimal.valueOf(quantity), price, "test");
    }

    private static Executed execute(String rows, String cash, Order order) {
        MarketData later = Bars.later("AA", rows);
        return PaperBroker.execute(List.of(order), later, new BigDecimal(cash), Costs.defaults(), Execution.defaults());
    }
}
