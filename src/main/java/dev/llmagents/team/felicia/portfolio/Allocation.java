package dev.llmagents.team.felicia.portfolio;

/**
 * Weights by position of the symbol in the market; NaN leaves a position as it is. The array must not be changed.
 *
 * @param method the one used, never {@code AUTO}
 * @param reason why, in a sentence with its figures
 */
public record Allocation(Method method, double[] weights, String reason) {}
