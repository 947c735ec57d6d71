package dev.llmagents.report;

/** Writes the reports of a run in one format. Pure: the same reports and facts give the same text. */
@FunctionalInterface
public interface MeetingRenderer {
    String render(MeetingReports reports, RunFacts facts);
}
