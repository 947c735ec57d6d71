package dev.llmagents.team.meetmind.transcript;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A date as headers and file names write it, in English or Swedish. Only what leaves no doubt: {@code 03/04/2026} is
 * none, for half the world reads it the other way round.
 *
 * @param date the day
 * @param begin index of its first character
 * @param end index behind its last character
 */
record WrittenDate(LocalDate date, int begin, int end) {
    private static final int LOOK_AT = 400;

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("january", 1),
            Map.entry("januari", 1),
            Map.entry("jan", 1),
            Map.entry("february", 2),
            Map.entry("februari", 2),
            Map.entry("feb", 2),
            Map.entry("march", 3),
            Map.entry("mars", 3),
            Map.entry("mar", 3),
            Map.entry("april", 4),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("maj", 5),
            Map.entry("june", 6),
            Map.entry("juni", 6),
            Map.entry("jun", 6),
            Map.entry("july", 7),
            Map.entry("juli", 7),
            Map.entry("jul", 7),
            Map.entry("august", 8),
            Map.entry("augusti", 8),
            Map.entry("aug", 8),
            Map.entry("september", 9),
            Map.entry("sept", 9),
            Map.entry("sep", 9),
            Map.entry("october", 10),
            Map.entry("oktober", 10),
            Map.entry("oct", 10),
            Map.entry("okt", 10),
            Map.entry("november", 11),
            Map.entry("nov", 11),
            Map.entry("december", 12),
            Map.entry("dec", 12));

    /** The first date in {@code text}, unless a different one follows it: then neither is sure to be the meeting's. */
    static Optional<WrittenDate> only(String text) {
        Optional<WrittenDate> first = next(text, 0);
        Optional<WrittenDate> second =
                first.isEmpty() ? first : next(text, first.get().end());
        boolean doubt =
                second.isPresent() && !second.get().date().equals(first.get().date());
        return doubt ? Optional.empty() : first;
    }

    private static Optional<WrittenDate> next(String text, int from) {
        int end = Math.min(text.length(), LOOK_AT);
        for (int i = from; i < end; i++) {
            char letter = text.charAt(i);
            char before = i == 0 ? ' ' : text.charAt(i - 1);
            Optional<WrittenDate> date = Optional.empty();
            if (TimeText.isDigit(letter) && !TimeText.isDigit(before)) {
                date = inFigures(text, i);
                date = date.isPresent() ? date : dayAndMonth(text, i);
            } else if (Character.isLetter(letter) && !Character.isLetter(before)) {
                date = monthAndDay(text, i);
            }
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    /** {@code 2026-03-16}, {@code 20260316}, {@code 16.3.2026}, {@code 16/03/2026}. */
    private static Optional<WrittenDate> inFigures(String text, int begin) {
        int firstEnd = afterDigits(text, begin);
        if (firstEnd - begin == 8) {
            int number = Integer.parseInt(text.substring(begin, firstEnd));
            return date(number / 10000, number / 100 % 100, number % 100, begin, firstEnd);
        }
        char separator = firstEnd < text.length() ? text.charAt(firstEnd) : ' ';
        if (separator != '-' && separator != '/' && separator != '.') {
            return Optional.empty();
        }
        int secondEnd = afterDigits(text, firstEnd + 1);
        if (secondEnd >= text.length() || text.charAt(secondEnd) != separator) {
            return Optional.empty();
        }
        int end = afterDigits(text, secondEnd + 1);
        int first = number(text, begin, firstEnd);
        int second = number(text, firstEnd + 1, secondEnd);
        int third = number(text, secondEnd + 1, end);
        if (firstEnd - begin == 4) {
            return date(first, second, third, begin, end);
        }
        if (end - secondEnd != 5) {
            return Optional.empty();
        }
        if (separator == '.' || first > 12 || first == second) {
            return date(third, second, first, begin, end);
        }
        return second > 12 ? date(third, first, second, begin, end) : Optional.empty();
    }

    /** {@code 16 March 2026}, {@code 16th of March, 2026}, {@code 16:e mars 2026}. */
    private static Optional<WrittenDate> dayAndMonth(String text, int begin) {
        int dayEnd = afterDigits(text, begin);
        if (dayEnd - begin > 2) {
            return Optional.empty();
        }
        int at = afterSpaces(text, afterOrdinal(text, dayEnd));
        if (text.startsWith("of ", at)) {
            at += 3;
        }
        int monthEnd = afterLetters(text, at);
        int month = month(text, at, monthEnd);
        int yearBegin = afterSpaces(text, monthEnd);
        int end = afterDigits(text, yearBegin);
        return month == 0 || end - yearBegin != 4
                ? Optional.empty()
                : date(number(text, yearBegin, end), month, number(text, begin, dayEnd), begin, end);
    }

    /** {@code March 16, 2026}, {@code Mar 16th 2026}. */
    private static Optional<WrittenDate> monthAndDay(String text, int begin) {
        int monthEnd = afterLetters(text, begin);
        int month = month(text, begin, monthEnd);
        if (month == 0) {
            return Optional.empty();
        }
        int dayBegin = afterSpaces(text, monthEnd);
        int dayEnd = afterDigits(text, dayBegin);
        int yearBegin = afterSpaces(text, afterOrdinal(text, dayEnd));
        int end = afterDigits(text, yearBegin);
        return dayEnd - dayBegin > 2 || dayEnd == dayBegin || yearBegin == dayEnd || end - yearBegin != 4
                ? Optional.empty()
                : date(number(text, yearBegin, end), month, number(text, dayBegin, dayEnd), begin, end);
    }

    private static Optional<WrittenDate> date(int year, int month, int day, int begin, int end) {
        if (year < 1970 || year > 2199) {
            return Optional.empty();
        }
        try {
            return Optional.of(new WrittenDate(LocalDate.of(year, month, day), begin, end));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int month(String text, int begin, int end) {
        return end - begin > 9
                ? 0
                : MONTHS.getOrDefault(text.substring(begin, end).toLowerCase(Locale.ROOT), 0);
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && TimeText.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int afterLetters(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int afterOrdinal(String text, int from) {
        for (String ending : new String[] {"st", "nd", "rd", "th", ":e", ":a"}) {
            if (text.startsWith(ending, from)) {
                return from + 2;
            }
        }
        return from;
    }

    private static int afterSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && (SourceText.isBlank(text.charAt(at)) || ".,".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    /** Up to four digits; more are no part of a date. */
    private static int number(String text, int begin, int end) {
        return end == begin || end - begin > 4 ? -1 : Integer.parseInt(text.substring(begin, end));
    }
}
