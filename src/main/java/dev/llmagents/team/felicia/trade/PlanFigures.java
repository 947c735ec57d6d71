package dev.llmagents.team.felicia.trade;

/** Ex-ante figures of target weights, from the returns the strategy looks back on; a year has 252 days. */
public record PlanFigures(double volatility, double var95, double cvar95, double concentration, double gross) {}
