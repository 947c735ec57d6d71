package dev.llmagents.team.meetmind.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeadedSyntaxTest {

    @Test
    void otter_puts_name_and_time_above_and_signs_below() throws Exception {
        Reading reading = Reading.of("""
                Ida Falk  0:08  \s
                Is the boiler on at 10:30?

                Unknown Speaker  59:59  \s
                It was.

                Omar O'Neil-Holm, PhD  1:02:03  \s
                I turned it off.
                Sorry.

                Transcribed by https://otter.ai
                """);
        assertEquals(TranscriptFormat.HEADED, reading.format());
        assertEquals(
                List.of(
                        "2 8 Ida Falk: Is the boiler on at 10:30?",
                        "5 3599 Unknown speaker: It was.",
                        "8 3723 Omar O'Neil-Holm, PhD: I turned it off.",
                        "9 3723 Omar O'Neil-Holm, PhD: Sorry."),
                reading.said());
    }

    @Test
    void what_is_copied_out_of_teams_spells_the_time() throws Exception {
        Reading reading = Reading.of("""
                Ida Falk
                0 minutes 3 seconds
                Hej.
                Omar Holm
                1 timme 2 minuter 1 sekund
                Hej hej.
                Ida Falk 1 hour 3 minutes 0 seconds
                Då börjar vi.
                """);
        assertEquals(
                List.of("3 3 Ida Falk: Hej.", "6 3721 Omar Holm: Hej hej.", "8 3780 Ida Falk: Då börjar vi."),
                reading.said());
    }

    @Test
    void a_teams_document_begins_with_title_and_date() throws Exception {
        Reading reading = Reading.of("""
                Boiler review-20260302_100000-Meeting Recording
                March 2, 2026, 10:00AM
                Ida Falk started transcription
                Ida Falk   0:03
                Hello.
                Omar Holm   0:05
                Hello Ida.
                Ida Falk stopped transcription
                """);
        assertEquals("Boiler review", reading.transcript().title().orElseThrow());
        assertEquals("2026-03-02", reading.transcript().date().orElseThrow().toString());
        assertEquals(List.of("5 3 Ida Falk: Hello.", "7 5 Omar Holm: Hello Ida."), reading.said());
    }

    @Test
    void the_time_may_stand_before_the_name_or_below_it() throws Exception {
        Reading before = Reading.of("[00:03] Ida\nHello there, all.\n[00:09] Omar\nHi.\n[00:11] Ida\nSo.\n");
        assertEquals(List.of("Ida", "Omar"), before.speakers());
        Reading below = Reading.of("Ida Falk\n00:03\nHello.\n\nOmar Holm\n00:09\nHi.\n\nIda Falk\n00:12\nSo.\n");
        assertEquals(List.of("3 3 Ida Falk: Hello.", "7 9 Omar Holm: Hi.", "11 12 Ida Falk: So."), below.said());
    }

    @Test
    void a_name_may_have_a_colon_where_the_form_sets_it_apart() throws Exception {
        Reading reading = Reading.of("Ext: Ida Falk  0:03\nHello.\n\nOmar Holm  0:05\nHi.\n");
        assertEquals(List.of("Ext: Ida Falk", "Omar Holm"), reading.speakers());
    }

    @Test
    void initials_in_place_of_a_picture_are_no_speech() throws Exception {
        Reading reading = Reading.of("FI\nFalk, Ida (Ext)   0:03\nHello.\n\nOH\nOmar Holm   0:09\nOK\n");
        assertEquals(List.of("3 3 Falk, Ida (Ext): Hello.", "7 9 Omar Holm: OK"), reading.said());
    }
}
