package dev.llmagents.team.felicia.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.trade.PaperBroker.Executed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayTest {
    private static final Account ACCOUNT =
            new Account("USD", new BigDecimal("5000.00"), Optional.empty(), List.of(Holding.of("AA", 20)));
    private static final List<Order> ORDERS = List.of(PaperBrokerTest.order(Side.BUY, 120, ""));

    private final MarketData later = Bars.later(
            "AA", "2020-01-03,10,10.5,9.5,10,1000\n2020-01-06,11,11.5,9.5,10,1000\n2020-01-07,12,12.5,9.5,10,1000\n");
    private final Executed done =
            PaperBroker.execute(ORDERS, later, ACCOUNT.cash(), Costs.defaults(), Execution.defaults());

    @Test
    void agrees_with_the_broker_on_cash_and_positions() {
        Replay.Result found = replay(done.fills());
        assertEquals(List.of(), found.issues());
        assertEquals(done.cash(), found.cash());
        assertEquals(Map.of("AA", BigDecimal.valueOf(140)), found.positions());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("another order", "belongs to no order", fill -> changed(fill, "O9", fill.side(), "50", "0")),
                fault("the other side", "belongs to no order", fill -> changed(fill, "O1", Side.SELL, "50", "0")),
                fault("too many shares", "more than its order", fill -> changed(fill, "O1", fill.side(), "121", "0")),
                fault(
                        "a price off",
                        "further from its reference",
                        fill -> changed(fill, "O1", fill.side(), "50", "0.01")),
                fault("shares of another notional", "do not give", fill -> changed(fill, "O1", fill.side(), "49", "0")),
                fault(
                        "a cent of cash",
                        "leaves",
                        fill -> with(fill, fill.date(), fill.cashAfter().add(new BigDecimal("0.01")))),
                fault(
                        "a day without a bar",
                        "has no bar",
                        fill -> with(fill, LocalDate.of(2020, 1, 4), fill.cashAfter())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void finds_a_planted_fault(String fault, String said, UnaryOperator<Fill> plant) {
        List<Fill> fills = new ArrayList<>(done.fills());
        fills.set(0, plant.apply(fills.get(0)));
        List<String> issues = replay(fills).issues();
        assertTrue(
                issues.stream().anyMatch(issue -> issue.startsWith("fill 1 ") && issue.contains(said)),
                issues::toString);
    }

    @Test
    void finds_a_fill_that_was_left_out() {
        assertTrue(replay(done.fills().subList(1, 3)).issues().get(0).contains("leaves"));
    }

    private Replay.Result replay(List<Fill> fills) {
        return Replay.of(ACCOUNT, ORDERS, fills, later, Costs.defaults(), false);
    }

    private static Arguments fault(String name, String said, UnaryOperator<Fill> plant) {
        return Arguments.of(name, said, plant);
    }

    private static Fill changed(Fill fill, String order, Side side, String quantity, String off) {
        return new Fill(
                order,
                fill.date(),
                fill.symbol(),
                side,
                new BigDecimal(quantity),
                fill.reference(),
                fill.price().add(new BigDecimal(off)),
                fill.notional(),
                fill.commission(),
                fill.slippage(),
                fill.cashAfter(),
                fill.settles());
    }

    private static Fill with(Fill fill, LocalDate date, BigDecimal cash) {
        return new Fill(
                fill.orderId(),
                date,
                fill.symbol(),
                fill.side(),
                fill.quantity(),
                fill.reference(),
                fill.price(),
                fill.notional(),
                fill.commission(),
                fill.slippage(),
                cash,
                fill.settles());
    }
}
