package dev.llmagents.team.felicia.trade;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One paper trade.
 *
 * @param reference the price before slippage: the open, or the limit if the bar only came down to it
 * @param notional price times quantity, to the cent
 * @param slippage what the price cost against the reference, not rounded
 * @param cashAfter cash after this trade
 */
public record Fill(
        String orderId,
        LocalDate date,
        String symbol,
        Side side,
        BigDecimal quantity,
        BigDecimal reference,
        BigDecimal price,
        BigDecimal notional,
        BigDecimal commission,
        BigDecimal slippage,
        BigDecimal cashAfter,
        LocalDate settles) {}
