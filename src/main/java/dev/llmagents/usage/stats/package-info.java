/**
 * Reads the usage log back: which lines, in which groups, with which sums. Start at {@link
 * dev.llmagents.usage.stats.UsageStats}.
 *
 * <p>A log may hold gigabytes, so lines are scanned as bytes without a JSON library, in memory that does not grow with the
 * log. Sums of money are exact.
 */
package dev.llmagents.usage.stats;
