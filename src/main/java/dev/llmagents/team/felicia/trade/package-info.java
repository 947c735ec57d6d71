/**
 * From weights to orders and, on paper, to fills: whole lots, sells first, the 21 pre-trade checks, next-open fills with
 * costs. Money and quantities are {@link java.math.BigDecimal} here, to the cent. Start at
 * {@link dev.llmagents.team.felicia.trade.PlanMaker}; {@link dev.llmagents.team.felicia.trade.PaperBroker} executes a
 * plan on the bars after it, {@link dev.llmagents.team.felicia.trade.Replay} recomputes the result on a way of its own.
 * Imports {@code market}, {@code metric} and {@code portfolio}.
 */
package dev.llmagents.team.felicia.trade;
