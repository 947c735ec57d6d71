package dev.llmagents.team.svea.invoice;

import java.math.BigDecimal;

/**
 * An amount of money.
 *
 * @param currency ISO 4217; empty if none is stated
 * @param line from 1
 */
public record Amount(BigDecimal value, String currency, int line) {}
