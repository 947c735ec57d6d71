package dev.llmagents.report.todo;

import dev.llmagents.json.Sha256;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.transcript.Transcript;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A task on its way to another program.
 *
 * @param uid tells it from all others, and is the same in every run over the same meetings
 * @param revision how often its owner or day has changed since it was raised
 * @param changed the day of the meeting that last spoke of it
 * @param place where it was raised, for people: meeting, day and line
 * @param evidence the words with which it was raised
 * @param labels short words to sort it by
 */
public record Todo(
        String uid,
        int revision,
        String text,
        Optional<String> owner,
        Optional<LocalDate> due,
        Optional<LocalDate> changed,
        String place,
        Evidence evidence,
        List<String> labels) {
    private static final int UID_LETTERS = 32;

    public Todo {
        labels = List.copyOf(labels);
    }

    /** {@code Weekly, 2026-01-12, line 6}, in the language of the meeting. */
    public static String place(MeetingReport meeting, Evidence evidence) {
        Transcript transcript = meeting.transcript();
        String line = switch (meeting.language()) {
            case EN -> "line ";
            case SV -> "rad ";
        };
        return transcript.title().orElse(transcript.name())
                + transcript.date().map(day -> ", " + day).orElse("")
                + ", " + line + evidence.line();
    }

    /**
     * The name of a task: a fingerprint of the day and the words with which it was raised, so that it does not depend on what
     * a file is called or what other tasks there are.
     */
    public static String uid(Transcript transcript, String text, Evidence evidence) {
        String day = transcript.date().map(LocalDate::toString).orElse(transcript.name());
        String said = String.join("\n", day, String.valueOf(evidence.line()), evidence.quote(), text);
        return Sha256.of(said.getBytes(StandardCharsets.UTF_8)).substring(0, UID_LETTERS) + "@llm-agents";
    }
}
