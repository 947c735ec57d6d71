package dev.llmagents.report.todo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.json.Json;
import dev.llmagents.team.meetmind.Evidence;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TodoCalendarTest {
    private static Todo todo(String text, String quote, Optional<LocalDate> due) {
        return new Todo(
                "abc@llm-agents",
                2,
                text,
                Optional.of("Åsa Öman"),
                due,
                Optional.of(LocalDate.of(2026, 3, 2)),
                "Weekly, 2026-03-02, line 7",
                new Evidence(quote, 7, "Bo", Optional.empty()),
                List.of("meeting"));
    }

    private static String calendar(String text, String quote) {
        return TodoCalendar.of(List.of(todo(text, quote, Optional.of(LocalDate.of(2026, 12, 31)))));
    }

    @Test
    void a_task_is_an_event_over_the_whole_day_it_is_due() {
        String calendar = calendar("Send the report", "I'll send it");
        assertTrue(calendar.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
        assertTrue(calendar.contains("\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
        assertTrue(calendar.contains("\r\nDTSTAMP:20260302T000000Z\r\nSEQUENCE:2\r\n"));
        assertTrue(calendar.contains("\r\nUID:abc@llm-agents\r\n"));
        assertTrue(calendar.endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    }

    @Test
    void every_line_ends_in_two_characters_and_has_75_octets_at_most() {
        String calendar = calendar("Å".repeat(300), "😀 ödmjuk ".repeat(60));
        assertFalse(calendar.replace("\r\n", "").contains("\n"));
        assertFalse(calendar.replace("\r\n", "").contains("\r"));
        for (String line : calendar.split("\r\n")) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
            assertFalse(line.contains("\uFFFD"), line);
        }
    }

    @Test
    void unfolded_lines_hold_the_text_whole() {
        String text = "Räkna på ångpannan och skicka underlaget till kommunens upphandlare före jul, säger vi "
                .repeat(2)
                .strip();
        String unfolded = calendar(text, "x").replace("\r\n ", "");
        assertTrue(unfolded.contains("SUMMARY:" + text.replace(",", "\\,") + " (Åsa Öman)"), unfolded);
    }

    @Test
    void marks_with_a_meaning_are_escaped_and_no_text_can_add_a_line() {
        String calendar = calendar("a,b;c\\d", "x\r\nATTACH:http://example.com/evil\nBEGIN:VALARM");
        assertTrue(calendar.contains("SUMMARY:a\\,b\\;c\\\\d (Åsa Öman)\r\n"));
        assertFalse(calendar.contains("\r\nATTACH"));
        assertFalse(calendar.contains("\r\nBEGIN:VALARM"));
    }

    @Test
    void a_task_without_a_day_is_left_out() {
        List<Todo> todos = List.of(todo("Think", "x", Optional.empty()));
        assertTrue(TodoCalendar.isEmpty(TodoCalendar.of(todos)));
        assertFalse(TodoCalendar.isEmpty(calendar("Send the report", "x")));
    }

    @Test
    void an_issue_names_nobody_that_a_tracker_would_write_to() throws Exception {
        var issue = Json.parse(TodoIssues.of(List.of(todo("Tell @everyone", "ask @bob <img src=x>", Optional.empty()))))
                .get(0);
        assertFalse(issue.path("body").asText().contains("@bob"), issue.toString());
        assertFalse(issue.path("body").asText().contains(" <img"), issue.toString());
        assertTrue(issue.path("due").isNull());
        assertEquals("Åsa Öman", issue.path("assignee").asText());
        assertEquals("abc@llm-agents", issue.path("id").asText());
    }
}
