package dev.llmagents.team.felicia.mission;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Something that may be traded.
 *
 * @param file CSV with its prices, as written: relative to the folder of the mission unless absolute
 * @param currency empty if it is the base currency
 * @param lot smallest quantity; {@code tick} smallest step of the price
 * @param group sector or other group with a common limit
 * @param line where the mission file names it, for messages
 */
public record Instrument(
        String symbol,
        String file,
        Optional<String> currency,
        BigDecimal lot,
        BigDecimal tick,
        Optional<String> group,
        int line) {}
