package dev.llmagents.report;

/**
 * Reports as one JSON object: an envelope about the run, with all that was measured, and {@code result}, which is a
 * function of the reports alone. The schema is {@code schemas/meetmind.analyze.1.json} on the class path. Safe for threads.
 */
public final class MeetingJson implements MeetingRenderer {
    /** Names the form of the output; a change that readers would notice gets a new number. */
    public static final String SCHEMA = "https://llm-agents.example/schemas/meetmind.analyze/1";

    @Override
    public String render(MeetingReports reports, RunFacts facts) {
        return JsonEnvelope.of(SCHEMA, facts, MeetingResultJson.of(reports));
    }
}
