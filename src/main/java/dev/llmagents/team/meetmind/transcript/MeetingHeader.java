package dev.llmagents.team.meetmind.transcript;

import dev.llmagents.team.meetmind.word.WordList;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * What an input states about the meeting before anybody speaks.
 *
 * @param title the meeting's title
 * @param date its day
 * @param attendees who is listed as present
 */
record MeetingHeader(Optional<String> title, Optional<LocalDate> date, List<String> attendees) {
    static final MeetingHeader NONE = new MeetingHeader(Optional.empty(), Optional.empty(), List.of());

    private static final int LONGEST_TITLE = 120;

    /** What is longer is no line of a header. */
    private static final int LONGEST_LINE = 300;

    /** Keys behind which the title stands. */
    private static final Set<String> TITLE_KEYS =
            Set.of("title", "meeting", "subject", "topic", "titel", "möte", "rubrik", "ämne", "sammanträde");

    /** Other keys of headers, whose values are neither speech nor kept. */
    private static final Set<String> OTHER_KEYS = Set.of(
            "date",
            "datum",
            "time",
            "tid",
            "place",
            "plats",
            "location",
            "lokal",
            "room",
            "host",
            "chair",
            "secretary",
            "sekreterare",
            "ordförande",
            "author",
            "duration",
            "language",
            "project",
            "projekt");

    /** Lines with these words tell the day of something else. */
    private static final Set<String> OTHER_DAYS = Set.of(
            "next", "nästa", "previous", "last", "föregående", "förra", "deadline", "due", "printed", "exported");

    /** Words that say what a file is, not what the meeting was about. */
    private static final Set<String> NO_TITLES = Set.of(
            "transcript",
            "meeting transcript",
            "meeting recording",
            "recording",
            "transkription",
            "transkribering",
            "mötesinspelning",
            "notes",
            "anteckningar",
            "utskrift");

    /** Reads the lines of a header, empty ones included. */
    static MeetingHeader of(List<String> lines, List<String> attendees) {
        Optional<String> title = Optional.empty();
        Optional<LocalDate> date = Optional.empty();
        for (String line : lines) {
            if (line.isEmpty() || line.length() > LONGEST_LINE) {
                continue;
            }
            Optional<WrittenDate> written = WrittenDate.only(line);
            if (written.isPresent() && tellsAnotherDay(line)) {
                continue;
            }
            if (date.isEmpty() && written.isPresent()) {
                date = Optional.of(written.get().date());
            }
            if (title.isEmpty()) {
                title = titleIn(line, written);
            }
        }
        return new MeetingHeader(title, date, attendees);
    }

    /** Whether {@code label} before a colon says what follows about the meeting. */
    static boolean isKey(String label) {
        String key = label.toLowerCase(Locale.ROOT);
        return TITLE_KEYS.contains(key) || OTHER_KEYS.contains(key);
    }

    private static boolean tellsAnotherDay(String line) {
        StringTokenizer words = new StringTokenizer(line.toLowerCase(Locale.ROOT), " \t:,.;()*-–");
        while (words.hasMoreTokens()) {
            if (OTHER_DAYS.contains(words.nextToken())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> titleIn(String line, Optional<WrittenDate> date) {
        String text = LabelledLine.withoutEmphasis(withoutHashes(line));
        int colon = LabelledLine.labelEnd(text, 0);
        if (colon > 0 && TITLE_KEYS.contains(text.substring(0, colon).toLowerCase(Locale.ROOT))) {
            return titleOf(text.substring(colon + 1));
        }
        if (date.isEmpty()) {
            return colon > 0 ? Optional.empty() : titleOf(text);
        }
        Optional<String> before = titleOf(line.substring(0, date.get().begin()));
        return before.isPresent() ? before : titleOf(afterTime(line, date.get().end()));
    }

    private static String withoutHashes(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == '#') {
            at++;
        }
        return line.substring(at);
    }

    private static String afterTime(String line, int from) {
        int at = from;
        while (at < line.length() && !Character.isLetter(line.charAt(at))) {
            at++;
        }
        return line.substring(at);
    }

    private static Optional<String> titleOf(String text) {
        String title = LabelledLine.withoutEmphasis(withoutHashes(trimmed(text)));
        title = trimmed(withoutWeekday(title));
        boolean fits = title.length() > 1
                && title.length() <= LONGEST_TITLE
                && WordCount.of(title) > 0
                && !NO_TITLES.contains(title.toLowerCase(Locale.ROOT))
                && !DateWords.isKeyOrWeekday(title)
                && !Boilerplate.isHeading(title)
                && !Boilerplate.isNotice(title);
        return fits ? Optional.of(title) : Optional.empty();
    }

    /** Without the weekday, and what joins it, that stood before the date. */
    private static String withoutWeekday(String title) {
        String rest = title;
        int blank = rest.lastIndexOf(' ');
        while (blank >= 0 && DateWords.isKeyOrWeekday(trimmed(rest.substring(blank + 1)))) {
            rest = trimmed(rest.substring(0, blank));
            blank = rest.lastIndexOf(' ');
        }
        return rest;
    }

    private static String trimmed(String text) {
        int begin = 0;
        int end = text.length();
        // Whatever stands before the first letter, be it a dash or a picture, is no part of a title.
        while (begin < end && !Character.isLetterOrDigit(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && (isSeparator(text.charAt(end - 1)) || text.charAt(end - 1) == '(')) {
            end--;
        }
        return text.substring(begin, end);
    }

    private static boolean isSeparator(char letter) {
        return SourceText.isBlank(letter) || "-–—|,:;_\"".indexOf(letter) >= 0;
    }

    /** Words that go with a date and are no part of a title. */
    private static final class DateWords {
        private static final Set<String> WORDS = WordList.read(MeetingHeader.class, "date-words.txt");

        static boolean isKeyOrWeekday(String word) {
            return WORDS.contains(word.toLowerCase(Locale.ROOT));
        }
    }
}
