package dev.llmagents.team.felicia;

import dev.llmagents.team.felicia.trade.Order;
import dev.llmagents.team.felicia.trade.PaperBroker;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What was done on paper.
 *
 * @param orders that no check blocks, in the order in which they are executed
 * @param executed empty if nothing was to be executed
 * @param reasons why each order is made, by its id
 */
public record Trades(
        List<Order> orders, Optional<PaperBroker.Executed> executed, SortedMap<String, Statement> reasons) {
    public Trades {
        orders = List.copyOf(orders);
    }
}
