package dev.llmagents.team.meetmind.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.document.UnreadableInputException.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProseSyntaxTest {

    @Test
    void each_line_is_an_utterance_of_nobody_and_a_warning_says_so() throws Exception {
        Reading reading = Reading.of("""
                Boiler meeting, 2 March 2026

                We met in the hall and looked at the boiler.
                Note: it leaks.
                The plan is this: mend it before summer.

                Then we went home.
                """);
        assertEquals(TranscriptFormat.PROSE, reading.format());
        assertEquals(
                List.of(
                        "3 Unknown speaker: We met in the hall and looked at the boiler.",
                        "4 Unknown speaker: Note: it leaks.",
                        "5 Unknown speaker: The plan is this: mend it before summer.",
                        "7 Unknown speaker: Then we went home."),
                reading.said());
        assertEquals("2026-03-02", reading.transcript().date().orElseThrow().toString());
        assertEquals(
                List.of("meeting.txt names no speakers, so nothing can be attributed to anybody."),
                reading.reading().warnings());
    }

    @Test
    void headings_with_colons_are_no_speakers() throws Exception {
        Reading reading = Reading.of("""
                Närvarande: Ida Falk och Omar Holm
                Beslut: Vi byter panna.
                Nästa möte: 2026-04-01
                Frågor: Vem ringer?
                """);
        assertEquals(List.of(Utterance.UNKNOWN), reading.speakers());
        assertEquals(List.of("Ida Falk", "Omar Holm"), reading.transcript().attendees());
    }

    @Test
    void an_input_in_which_nobody_speaks_is_refused() {
        for (String text : new String[] {"***\n---\n", "WEBVTT\n\n", "# Title only\n", "00:00:01\n00:00:02\n"}) {
            UnreadableInputException refused =
                    assertThrows(UnreadableInputException.class, () -> Reading.of(text), text);
            assertEquals(Reason.NO_CONTENT, refused.reason());
        }
    }

    @Test
    void times_on_lines_of_their_own_belong_to_the_text_below() throws Exception {
        Reading reading = Reading.of("0:00\nso it leaks again\n0:04\nyes it does\n1:09\nwe should mend it\n");
        assertEquals(
                List.of(
                        "2 0 Unknown speaker: so it leaks again",
                        "4 4 Unknown speaker: yes it does",
                        "6 69 Unknown speaker: we should mend it"),
                reading.said());
    }
}
