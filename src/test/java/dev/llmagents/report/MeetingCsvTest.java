package dev.llmagents.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MeetingCsvTest {
    @Test
    void begins_with_a_byte_order_mark_only_where_people_open_the_file() {
        assertTrue(render(true).startsWith("\uFEFFmeeting,id,"));
        assertTrue(render(false).startsWith("meeting,id,"));
    }

    @Test
    void ends_every_line_with_carriage_return_and_line_feed() {
        String csv = render(false);
        assertTrue(csv.endsWith("\r\n"));
        assertFalse(csv.replace("\r\n", "").contains("\n"));
    }

    @Test
    void has_a_line_for_each_action_item_of_each_meeting() {
        assertEquals(1 + 3 + 1, render(false).split("\r\n").length);
    }

    private static String render(boolean marked) {
        return new MeetingCsv(marked)
                .render(
                        new MeetingReports(List.of(SampleReports.english(), SampleReports.swedish())),
                        SampleFacts.rulesAlone());
    }
}
