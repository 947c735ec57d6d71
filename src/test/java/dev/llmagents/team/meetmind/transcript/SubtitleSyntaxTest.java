package dev.llmagents.team.meetmind.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubtitleSyntaxTest {

    @Test
    void zoom_writes_the_name_before_the_text() throws Exception {
        Reading reading = Reading.of("""
                WEBVTT

                1
                00:00:01.500 --> 00:00:03.000
                Ida Falk: Shall we begin: first the boiler?

                2
                00:00:03.200 --> 00:00:04.000
                Omar Said-Holm: Yes.
                """);
        assertEquals(TranscriptFormat.WEBVTT, reading.format());
        assertEquals(
                List.of("5 1.5-3 Ida Falk: Shall we begin: first the boiler?", "9 3.2-4 Omar Said-Holm: Yes."),
                reading.said());
    }

    @Test
    void teams_writes_voice_tags_with_or_without_an_end() throws Exception {
        Reading reading = Reading.of(String.join(
                "\r\n",
                "\uFEFFWEBVTT",
                "",
                "NOTE made on 3 March 2026",
                "",
                "STYLE",
                "::cue { color: red }",
                "",
                "8a1b/12-0",
                "01:02.250 --> 01:04.000 align:start",
                "<v Falk, Ida (Ext.)>Good",
                "morning &amp; welcome</v>",
                "",
                "8a1b/12-1",
                "01:04.000 --> 01:05.000",
                "<v.loud Omar O'Neil>Hi <i>all</i>.<v Ida: Two>Hm."));
        assertEquals(
                List.of(
                        "10 62.25-64 Falk, Ida (Ext.): Good morning & welcome",
                        "15 64-65 Omar O'Neil: Hi all.",
                        "15 64-65 Ida: Two: Hm."),
                reading.said());
        assertEquals("2026-03-03", reading.transcript().date().orElseThrow().toString());
    }

    @Test
    void captions_without_speakers_have_one_unknown_speaker_and_a_warning() throws Exception {
        Reading reading = Reading.of("""
                WEBVTT

                00:01.000 --> 00:02.000
                The point is: it leaks.

                00:02.000 --> 00:03.000
                Remember: two bolts.
                """);
        assertEquals(List.of(Utterance.UNKNOWN), reading.speakers());
        assertEquals(1, reading.reading().warnings().size());
    }

    @Test
    void subrip_has_commas_and_may_lack_blank_lines() throws Exception {
        Reading reading = Reading.of("""
                1
                00:00:01,000 --> 00:00:02,000
                Ida: {\\an8}One
                two.
                2
                00:00:02,000 --> 00:00:03,000
                Omar: Three.
                3
                00:00:03,000 --> 00:00:04,000
                Ida: Four.
                """);
        assertEquals(TranscriptFormat.SUBRIP, reading.format());
        assertEquals(List.of("Ida", "Omar"), reading.speakers());
        assertEquals("7 2-3 Omar: Three.", reading.said().get(1));
        assertEquals(3, reading.said().size());
    }

    @Test
    void two_speakers_in_a_cue_are_two_utterances() throws Exception {
        Reading reading = Reading.of("""
                WEBVTT

                00:01.000 --> 00:02.000
                Ida: Ready?
                Omar: Ready.

                00:02.000 --> 00:03.000
                Ida: Go.
                Omar: Going.
                """);
        assertEquals(4, reading.said().size());
        assertEquals("5 1-2 Omar: Ready.", reading.said().get(1));
    }

    @Test
    void consecutive_cues_of_one_speaker_stay_apart() throws Exception {
        Reading reading = Reading.of("""
                WEBVTT

                00:01.000 --> 00:02.000
                <v Ida>One,

                00:02.000 --> 00:03.000
                <v Ida>two.
                """);
        assertEquals(List.of("4 1-2 Ida: One,", "7 2-3 Ida: two."), reading.said());
    }

    @Test
    void webex_writes_the_name_beside_the_number() throws Exception {
        Reading reading = Reading.of("""
                WEBVTT

                1 "Ida Falk" (1234)
                00:00:01.000 --> 00:00:02.000
                Hello.

                2 "Omar Holm" (1235)
                00:00:02.000 --> 00:00:03.000
                Hi.
                """);
        assertEquals(List.of("Ida Falk", "Omar Holm"), reading.speakers());
    }

    @Test
    void less_than_is_no_tag() throws Exception {
        Reading reading = Reading.of("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ida>if a < b and b > c then stop\n");
        assertEquals(List.of("4 1-2 Ida: if a < b and b > c then stop"), reading.said());
    }
}
