package dev.llmagents.report.stats;

import dev.llmagents.usage.stats.UsageReport;

/** Writes a usage report in one format: a pure function of the report. */
@FunctionalInterface
public interface StatsRenderer {
    String render(UsageReport report);
}
