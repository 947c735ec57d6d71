package dev.llmagents.team.meetmind.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelledSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ida Falk: Hello.\nOmar: Hi.\n",
                "IDA FALK: Hello.\nOMAR: Hi.\n",
                "ida falk: Hello.\nomar: Hi.\nida falk: So.\nomar: Go.\n",
                "[00:00:01] Ida Falk: Hello.\n[00:00:04] Omar: Hi.\n",
                "[00:01] Ida Falk: Hello.\n[00:04] Omar: Hi.\n",
                "(00:01) Ida Falk: Hello.\n(00:04) Omar: Hi.\n",
                "00:00:01 Ida Falk: Hello.\n00:00:04 Omar: Hi.\n",
                "00:00:01.000 - 00:00:02.000 Ida Falk: Hello.\n00:00:04.500 - 00:00:05.000 Omar: Hi.\n",
                "**Ida Falk** (00:00:01): Hello.\n\n**Omar** (00:00:04): Hi.\n",
                "**Ida Falk:** Hello.\n\n**Omar:** Hi.\n",
                "- Ida Falk: Hello.\n- Omar: Hi.\n",
                "Ida Falk [00:01]: Hello.\nOmar [00:04]: Hi.\n",
                "Ida Falk:\nHello.\n\nOmar:\nHi.\n",
                "[2026-03-02 10:00:01] Ida Falk: Hello.\n[2026-03-02 10:00:04] Omar: Hi.\n",
                "[Ida Falk]: Hello.\n[Omar]: Hi.\n",
            })
    void reads_two_speakers_however_the_label_is_written(String text) throws Exception {
        Reading reading = Reading.of(text);
        assertEquals(TranscriptFormat.LABELLED, reading.format());
        assertEquals(
                List.of("ida falk", "omar"),
                reading.speakers().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList());
        assertEquals("Hello.", reading.transcript().utterances().get(0).text());
    }

    @Test
    void a_small_meeting_needs_no_name_twice() throws Exception {
        Reading reading =
                Reading.of("Boiler meeting 2026-03-02\n[00:00:01] Ida: Tom, can you call?\n[00:00:05] Tom: Yes.\n");
        assertEquals(List.of("2 1 Ida: Tom, can you call?", "3 5 Tom: Yes."), reading.said());
        assertEquals("Boiler meeting", reading.transcript().title().orElseThrow());
        assertEquals("2026-03-02", reading.transcript().date().orElseThrow().toString());
        assertEquals(List.of("1 Ida: Hello."), Reading.of("Ida: Hello.").said());
    }

    @Test
    void a_colon_in_what_is_said_invents_no_speaker() throws Exception {
        Reading reading = Reading.of("""
                Ida: We have two things.
                Remember: the key is at the desk.
                Budget: we are over the budget.
                See https://example.org/a:b and meet at 10:30
                Omar: My point: it leaks.
                Kom ihåg: två bultar.
                Ida: Fine.
                """);
        assertEquals(List.of("Ida", "Omar"), reading.speakers());
        assertTrue(
                reading.said().contains("3 Ida: Budget: we are over the budget."),
                reading.said().toString());
    }

    @Test
    void a_name_that_is_a_word_too_is_a_speaker_when_somebody_is_called_so() throws Exception {
        Reading reading =
                Reading.of("Ida: Thanks, Mark, leave a mark there.\nOmar: Yes.\nMark: Done.\nIda: Good.\nOmar: Bye.\n");
        assertEquals(List.of("Ida", "Omar", "Mark"), reading.speakers());
    }

    @Test
    void names_may_hold_brackets_commas_points_digits_and_any_letters() throws Exception {
        List<String> names = List.of(
                "Mr. Émile Ç. d'Arc (North: East, ABC)",
                "O'Neil, Pat (Guest)",
                "Łucja Ångström-Ñandú",
                "Grad A",
                "SPEAKER_01",
                "Hon. Ola Öst (Minister of Roads, Rails and Rivers and Deputy Leader)",
                "Dr. J.R. Ek",
                "李 明");
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append(name).append(": I agree with that.\n");
        }
        assertEquals(names, Reading.of(text.toString()).speakers());
    }

    @Test
    void a_prefix_before_every_name_belongs_to_the_name() throws Exception {
        Reading reading = Reading.of("Ext: Ida: One.\nExt: Omar: Two.\nExt: Ida: Three.\nPia: Four.\nPia: Five.\n");
        assertEquals(List.of("Ext: Ida", "Ext: Omar", "Pia"), reading.speakers());
    }

    @Test
    void meet_frames_the_speech_with_title_attendees_times_and_a_notice() throws Exception {
        Reading reading = Reading.of("""
                Boiler review – 2026/03/02 10:00 CET – Transcript
                Attendees
                Ida Falk, Holm, Omar (Guest), Pia Ek

                Transcript

                00:00:00

                Ida Falk: Hello.
                Holm, Omar (Guest): Hi.

                00:05:00

                Ida Falk: Five minutes gone.

                Meeting ended after 00:06:10

                This editable transcript was computer generated and might contain errors.
                """);
        assertEquals(
                List.of("9 0 Ida Falk: Hello.", "10 Holm, Omar (Guest): Hi.", "14 300 Ida Falk: Five minutes gone."),
                reading.said());
        assertEquals("Boiler review", reading.transcript().title().orElseThrow());
        assertEquals(
                List.of("Ida Falk", "Holm, Omar (Guest)", "Pia Ek"),
                reading.transcript().attendees());
    }

    @Test
    void a_table_of_attendees_explains_abbreviations() throws Exception {
        Reading reading = Reading.of("""
                # Notes 2 March 2026

                | Abbr | Name |
                |------|------|
                | IFA | Ida Falk |
                | OHO | Omar Holm |

                ## Boiler

                IFA: It leaks.

                OHO: I will call.
                """);
        assertEquals(List.of("10 Ida Falk: It leaks.", "12 Omar Holm: I will call."), reading.said());
        assertEquals(List.of("Ida Falk", "Omar Holm"), reading.transcript().attendees());
    }

    @Test
    void a_sentence_over_several_lines_is_one_utterance_and_a_new_one_keeps_its_line() throws Exception {
        Reading reading = Reading.of("""
                Ida: The boiler was on for three days and nobody
                came to look at it until the water stood
                in the hall.
                We should mend it.
                Omar: Yes.
                """);
        assertEquals(
                List.of(
                        "1 Ida: The boiler was on for three days and nobody came to look at it until the water stood"
                                + " in the hall.",
                        "4 Ida: We should mend it.",
                        "5 Omar: Yes."),
                reading.said());
    }

    @Test
    void times_of_two_parts_are_hours_where_the_meeting_shows_it() throws Exception {
        assertEquals(
                "2 32460 Omar: Hi.",
                Reading.of("[09:00] Ida: Hello.\n[09:01] Omar: Hi.\n").said().get(1));
        assertEquals(
                "2 61 Omar: Hi.",
                Reading.of("[00:20] Ida: Hello.\n[01:01] Omar: Hi.\n").said().get(1));
        assertEquals(
                "2 50640 Omar: Hi.",
                Reading.of("[2:03 PM] Ida: Hello.\n[2:04 p.m.] Omar: Hi.\n")
                        .said()
                        .get(1));
    }

    @Test
    void timed_lines_without_labels_are_speech_of_nobody() throws Exception {
        Reading reading = Reading.of("[00:00.000 --> 00:02.500]  So it leaks.\n[00:02.500 --> 00:04.000]  Yes.\n");
        assertEquals(List.of("1 0-2.5 Unknown speaker: So it leaks.", "2 2.5-4 Unknown speaker: Yes."), reading.said());
    }

    @Test
    void keys_and_headings_of_minutes_are_no_speech() throws Exception {
        Reading reading = Reading.of("""
                Protokoll pannmöte
                Datum: 2026-03-02
                Plats: Hallen
                Närvarande: Ida Falk (IF), Omar Holm (OH)

                1. Mötets öppnande
                IF: Välkomna allihop.
                OH: Tack.

                2. Panna och tak
                IF: Den läcker.
                """);
        assertEquals(
                List.of("7 Ida Falk: Välkomna allihop.", "8 Omar Holm: Tack.", "11 Ida Falk: Den läcker."),
                reading.said());
        assertEquals("Protokoll pannmöte", reading.transcript().title().orElseThrow());
    }

    @Test
    void notes_before_the_transcript_are_no_speech() throws Exception {
        Reading reading = Reading.of("""
                ---
                title: Boiler sync
                date: 2026-03-02
                attendees: [Ida, Omar]
                ---
                ## Summary
                The boiler leaks and somebody has to mend it.

                ## Transcript
                Ida: It leaks.
                Omar: The plan: mend it.
                Ida: Good.
                """);
        assertEquals(List.of("10 Ida: It leaks.", "11 Omar: The plan: mend it.", "12 Ida: Good."), reading.said());
        assertEquals("Boiler sync", reading.transcript().title().orElseThrow());
        assertEquals(List.of("Ida", "Omar"), reading.transcript().attendees());
    }

    @Test
    void subjects_before_a_colon_make_no_meeting() throws Exception {
        Reading reading = Reading.of("""
                The team met to look at the boiler. Several things came up.
                Heating: we keep the old one but move it.
                Roof: the rain comes in and we need a tarpaulin.
                Next week we look again, says Ida.
                Lift: two offers are in.
                """);
        assertEquals(TranscriptFormat.PROSE, reading.format());
    }
}
