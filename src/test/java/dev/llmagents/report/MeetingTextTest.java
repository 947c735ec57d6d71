package dev.llmagents.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.meetmind.MeetingReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MeetingTextTest {
    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 120, 200})
    void no_line_is_wider_than_the_terminal(int width) {
        for (List<MeetingReport> meetings : List.of(
                List.of(SampleReports.english()),
                List.of(SampleReports.hostile()),
                List.of(SampleReports.lengthy()),
                List.of(SampleReports.english(), SampleReports.hostile(), SampleReports.swedish()))) {
            for (boolean colour : List.of(true, false)) {
                String text = render(width, colour, meetings);
                for (String line : withoutCodes(text).split("\n", -1)) {
                    assertTrue(Columns.of(line) <= width, width + ": " + line);
                }
            }
        }
    }

    @Test
    void writes_no_codes_unless_colour_is_asked_for() {
        assertFalse(render(80, false, List.of(SampleReports.english())).contains("\u001B"));
        assertTrue(render(80, true, List.of(SampleReports.english())).contains("\u001B[1m"));
    }

    @Test
    void lets_no_code_of_the_input_through_even_in_colour() {
        String text = withoutCodes(render(80, true, List.of(SampleReports.hostile())));
        assertTrue(text.codePoints().noneMatch(letter -> letter != '\n' && Character.isISOControl(letter)));
    }

    @Test
    void colour_leaves_every_look_as_it_found_it() {
        for (String line : render(80, true, List.of(SampleReports.english())).split("\n", -1)) {
            int codes = line.split("\u001B\\[", -1).length - 1;
            int ends = line.split("\u001B\\[0m", -1).length - 1;
            assertEquals(codes, 2 * ends, line);
        }
    }

    @Test
    void leaves_no_blank_at_the_end_of_a_line_and_no_two_empty_lines() {
        String text = render(80, false, List.of(SampleReports.english(), SampleReports.sparse()));
        assertFalse(text.contains(" \n"), text);
        assertFalse(text.contains("\n\n\n"), text);
    }

    @Test
    void says_so_when_nothing_was_decided_and_nobody_took_anything_on() {
        String text = render(80, false, List.of(SampleReports.sparse()));
        assertTrue(text.contains("No decisions were found.\n"));
        assertTrue(text.contains("No action items were found.\n"));
        assertFalse(text.contains("RISKS"));
    }

    @Test
    void names_meetings_by_their_input_where_titles_are_the_same() {
        String text = render(80, false, List.of(SampleReports.english(), SampleReports.english()));
        assertFalse(text.contains("\nGreenhouse controller kick-off\n"));
        assertTrue(text.contains("\nkickoff.vtt\n"));
    }

    private static String render(int width, boolean colour, List<MeetingReport> meetings) {
        return new MeetingText(width, colour).render(new MeetingReports(meetings), SampleFacts.withModel());
    }

    private static String withoutCodes(String text) {
        return text.replaceAll("\u001B\\[[0-9]+m", "");
    }
}
