package dev.llmagents.team.meetmind.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeetingHeaderTest {
    private static final String TURNS = "\nIda: Hello.\nOmar: Hi.\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Boiler review, Monday 2 March 2026       | Boiler review | 2026-03-02
            Boiler review 2026-03-02                 | Boiler review | 2026-03-02
            # Boiler review (March 2nd, 2026)        | Boiler review | 2026-03-02
            Pannmöte måndag den 2 mars 2026          | Pannmöte      | 2026-03-02
            Pannmöte – 2.3.2026                      | Pannmöte      | 2026-03-02
            2026/03/02 10:00 Boiler review           | Boiler review | 2026-03-02
            Date: 25/03/2026                         |               | 2026-03-25
            Title: Boiler review                     | Boiler review |
            Datum: den 31 dec 2025                   |               | 2025-12-31
            Boiler review 03/04/2026                 | Boiler review 03/04/2026 |
            Next meeting: 2026-05-01                 |               |
            Week of 2026-03-02 to 2026-03-06         | Week of 2026-03-02 to 2026-03-06 |
            Boiler review 2026-02-30                 | Boiler review 2026-02-30 |
            """)
    void finds_title_and_day(String line, String title, String date) throws Exception {
        Transcript transcript = Reading.of(line + TURNS).transcript();
        assertEquals(title == null ? "" : title, transcript.title().orElse(""));
        assertEquals(
                date == null ? "" : date,
                transcript.date().map(Object::toString).orElse(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GMT20260302-101500_Recording.transcript.vtt",
                "2026-03-02 standup.txt",
                "notes/2026_03_02_standup.md",
                "C:\\notes\\standup-20260302.txt",
                "standup 2 March 2026.txt",
            })
    void takes_the_day_from_the_name_when_the_text_has_none(String name) throws Exception {
        assertEquals(
                "2026-03-02",
                Reading.named(name, TURNS).transcript().date().orElseThrow().toString());
    }

    @Test
    void the_text_wins_over_the_name() throws Exception {
        Reading reading = Reading.named("2026-01-01.txt", "Standup 2026-03-02" + TURNS);
        assertEquals("2026-03-02", reading.transcript().date().orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Attendees: Ida Falk (IFA), Omar Holm and Pia Ek",
                "Närvarande: Ida Falk, Omar Holm och Pia Ek.",
                "**Present:** Ida Falk; Omar Holm; Pia Ek",
                "Attendees\n- Ida Falk\n- Omar Holm\n- Pia Ek",
                "Deltagare:\nIda Falk\nOmar Holm\nPia Ek",
                "IFA | Ida Falk\nOHO | Omar Holm\nPEK | Pia Ek",
            })
    void finds_who_is_listed(String list) throws Exception {
        assertEquals(
                List.of("Ida Falk", "Omar Holm", "Pia Ek"),
                Reading.of(list + "\n" + TURNS).transcript().attendees());
    }
}
