package dev.llmagents.team.felicia.trade;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One order; without a limit it is a market order at the next open.
 *
 * @param id unique in its plan, such as {@code O3}
 * @param quantity above zero
 */
public record Order(
        String id, String symbol, Side side, BigDecimal quantity, Optional<BigDecimal> limit, String reason) {}
