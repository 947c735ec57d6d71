/**
 * Usage and cost in every format: one renderer for each, over {@link dev.llmagents.usage.stats.UsageReport}. Start at {@link
 * dev.llmagents.report.stats.StatsFormats}.
 */
package dev.llmagents.report.stats;
