package dev.llmagents.report.svea;

import dev.llmagents.report.RunFacts;

/** Makes text of a report. Safe for threads. */
@FunctionalInterface
public interface ComplianceRenderer {
    /** The whole output, ending with a line end. */
    String render(JudgedReport report, RunFacts facts);
}
