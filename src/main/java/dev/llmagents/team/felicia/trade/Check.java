package dev.llmagents.team.felicia.trade;

import dev.llmagents.team.felicia.market.Severity;
import java.util.Optional;

/**
 * The result of one pre-trade check, on an order or on the plan as a whole.
 *
 * @param code stable, such as {@code PT01_PRICE_COLLAR}
 * @param severity empty if it passed
 * @param order id of the order; empty if it is about the plan or a symbol
 * @param measured what was found, and {@code limit} what was allowed, in one unit
 */
public record Check(
        String code,
        Optional<Severity> severity,
        Optional<String> order,
        String symbol,
        double measured,
        double limit,
        String message) {
    public boolean blocks() {
        return severity.filter(weight -> weight == Severity.BLOCK).isPresent();
    }
}
