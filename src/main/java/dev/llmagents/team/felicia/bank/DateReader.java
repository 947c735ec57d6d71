package dev.llmagents.team.felicia.bank;

import dev.llmagents.team.felicia.mission.Phrases;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds days in a text: 2016-01-05, 5 januari 2016, January 5 2016, idag, tomorrow. Numbers with slashes are ambiguous. */
final class DateReader {
    /** @param day empty where the words are a date but do not tell which */
    record Found(Optional<LocalDate> day, int from, int to) {}

    private static final Pattern FORM = Pattern.compile(
            "\\b([0-9]{4}-[0-9]{2}-[0-9]{2})\\b"
                    + "|\\b(?:den )?([0-9]{1,2})(?:st|nd|rd|th|:e)? (?:of )?(\\p{L}{3,9})\\b\\.?(?:,? ([0-9]{4})\\b)?"
                    + "|\\b(\\p{L}{3,9}) ([0-9]{1,2})(?:st|nd|rd|th)?\\b(?:,? ([0-9]{4})\\b)?"
                    + "|\\b([0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?)\\b"
                    + "|\\b(\\p{L}{3,8})\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    private final Phrases words;
    private final LocalDate asOf;

    DateReader(Phrases words, LocalDate asOf) {
        this.words = words;
        this.asOf = asOf;
    }

    List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = FORM.matcher(text);
        int at = 0;
        while (at <= text.length() && matcher.find(at)) {
            Optional<Found> date = found(matcher);
            date.ifPresent(found::add);
            at = date.isPresent() ? matcher.end() : firstWordEnd(text, matcher.start());
        }
        return found;
    }

    /** What looked like a date may begin with a word that is none: the next try begins behind that word. */
    private static int firstWordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return Math.max(end, from + 1);
    }

    private Optional<Found> found(Matcher matcher) {
        if (matcher.group(1) != null) {
            return Optional.of(new Found(parsed(matcher.group(1)), matcher.start(), matcher.end()));
        }
        if (matcher.group(8) != null) {
            return Optional.of(new Found(Optional.empty(), matcher.start(), matcher.end()));
        }
        if (matcher.group(9) != null) {
            String word = matcher.group(9).toLowerCase(Locale.ROOT);
            if (words.match("today", List.of(word), 0) > 0) {
                return Optional.of(new Found(Optional.of(asOf), matcher.start(), matcher.end()));
            }
            boolean tomorrow = words.match("tomorrow", List.of(word), 0) > 0;
            return tomorrow
                    ? Optional.of(new Found(Optional.of(asOf.plusDays(1)), matcher.start(), matcher.end()))
                    : Optional.empty();
        }
        boolean dayFirst = matcher.group(2) != null;
        int month = month(matcher.group(dayFirst ? 3 : 5));
        if (month == 0) {
            return Optional.empty();
        }
        int day = Integer.parseInt(matcher.group(dayFirst ? 2 : 6));
        String year = matcher.group(dayFirst ? 4 : 7);
        return Optional.of(new Found(day(year, month, day), matcher.start(), matcher.end()));
    }

    private static Optional<LocalDate> parsed(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private int month(String word) {
        for (int month = 1; month <= 12; month++) {
            if (words.match("month" + month, List.of(word.toLowerCase(Locale.ROOT)), 0) > 0) {
                return month;
            }
        }
        return 0;
    }

    /** Without a year the first such day that is not before the day of the mission. */
    private Optional<LocalDate> day(String year, int month, int day) {
        try {
            LocalDate date = LocalDate.of(year == null ? asOf.getYear() : Integer.parseInt(year), month, day);
            return Optional.of(year == null && date.isBefore(asOf) ? date.plusYears(1) : date);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
