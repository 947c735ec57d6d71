package dev.llmagents.report.todo;

import dev.llmagents.report.clean.PlainText;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Tasks that have a day as an iCalendar file (RFC 5545). Pure and safe for threads.
 *
 * <p>Each is an event over the whole day it is due, not a VTODO: Google Calendar and Outlook leave out every VTODO of a file
 * they import, while all calendars show an event. It is transparent, so nobody seems busy on that day.
 */
public final class TodoCalendar {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String LINE_END = "\r\n";
    /** RFC 5545, section 3.1: lines of no more than 75 octets, the line end not counted. */
    private static final int LONGEST_LINE = 75;

    private static final int SUMMARY = 200;
    private static final int QUOTE = 600;

    private TodoCalendar() {}

    /** The calendar; tasks without a day are left out. */
    public static String of(List<Todo> todos) {
        StringBuilder out = new StringBuilder(1024);
        line(out, "BEGIN:VCALENDAR");
        line(out, "VERSION:2.0");
        line(out, "PRODID:-//llm-agents//MeetMind//EN");
        line(out, "CALSCALE:GREGORIAN");
        for (Todo todo : todos) {
            todo.due().ifPresent(due -> event(out, todo, due));
        }
        line(out, "END:VCALENDAR");
        return out.toString();
    }

    /** Whether nothing stands in {@code calendar}, one of this class: some programs refuse such a file. */
    public static boolean isEmpty(String calendar) {
        return !calendar.contains("BEGIN:VEVENT");
    }

    private static void event(StringBuilder out, Todo todo, LocalDate due) {
        String owner =
                todo.owner().map(name -> " (" + PlainText.of(name, 60) + ")").orElse("");
        line(out, "BEGIN:VEVENT");
        line(out, "UID:" + todo.uid());
        // The day of the meeting, not of this run: the same meetings give the same file.
        line(out, "DTSTAMP:" + DAY.format(todo.changed().orElse(due)) + "T000000Z");
        line(out, "SEQUENCE:" + todo.revision());
        line(out, "DTSTART;VALUE=DATE:" + DAY.format(due));
        line(out, "DTEND;VALUE=DATE:" + DAY.format(due.plusDays(1)));
        line(out, "SUMMARY:" + escaped(PlainText.of(todo.text(), SUMMARY) + owner));
        line(out, "DESCRIPTION:" + escaped(description(todo)));
        line(out, "TRANSP:TRANSPARENT");
        line(out, "END:VEVENT");
    }

    private static String description(Todo todo) {
        return "“" + PlainText.of(todo.evidence().quote(), QUOTE) + "” – "
                + PlainText.of(todo.evidence().speaker(), 60) + "\n" + PlainText.of(todo.place(), 200);
    }

    /** RFC 5545, section 3.3.11. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Folds a line between characters, never within one; a folded line begins with a space that counts. */
    private static void line(StringBuilder out, String text) {
        int octets = 0;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            String shown = Character.toString(letter);
            int size = shown.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                out.append(LINE_END).append(' ');
                octets = 1;
            }
            out.append(shown);
            octets += size;
            at += Character.charCount(letter);
        }
        out.append(LINE_END);
    }
}
