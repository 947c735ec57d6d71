package dev.llmagents.team.felicia.trade;

import dev.llmagents.team.felicia.portfolio.Allocation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A trading plan at the close of one day. Money is in the base currency.
 *
 * @param targets shares to hold, by symbol in alphabetical order
 * @param orders in the order they are to be executed, blocked ones included
 * @param checks every check made, passed ones too
 */
public record Plan(
        LocalDate date,
        BigDecimal equity,
        Allocation allocation,
        Map<String, Double> weights,
        Map<String, BigDecimal> targets,
        List<Order> orders,
        List<Check> checks,
        PlanFigures figures) {

    /** Orders no check blocks; none if a check of the whole plan does. */
    public List<Order> allowed() {
        Set<String> blocked = new TreeSet<>();
        for (Check check : checks) {
            if (check.blocks() && check.order().isEmpty() && check.symbol().isEmpty()) {
                return List.of();
            }
            check.order().filter(id -> check.blocks()).ifPresent(blocked::add);
        }
        return orders.stream().filter(order -> !blocked.contains(order.id())).toList();
    }
}
