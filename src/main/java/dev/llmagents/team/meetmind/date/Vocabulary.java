package dev.llmagents.team.meetmind.date;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words and number shapes that fill the slots of one language. Filled once by the table reader, then only read. */
final class Vocabulary {
    private final Map<Slot, Map<String, Integer>> values = new EnumMap<>(Slot.class);
    private final Set<String> capitalised = new HashSet<>();
    private final Set<String> hyphened = new HashSet<>();

    void add(Slot slot, String word, int value) {
        String lower = word.toLowerCase(Locale.ROOT);
        values.computeIfAbsent(slot, any -> new HashMap<>()).put(lower, value);
        if (!lower.equals(word)) {
            capitalised.add(lower);
        }
        if (word.indexOf('-') >= 0) {
            hyphened.add(lower);
        }
    }

    /** The listed words of a slot. */
    Set<String> words(Slot slot) {
        return values.getOrDefault(slot, Map.of()).keySet();
    }

    /** Words that are one word in spite of their hyphen. */
    Set<String> hyphened() {
        return hyphened;
    }

    /** Whether {@code word} fits the slot; if so its value is put into {@code said}. */
    boolean fill(Slot slot, DateWord word, Said said) {
        int value = value(slot, word);
        if (value == 0) {
            return false;
        }
        if (slot == Slot.ISO || slot == Slot.DM) {
            said.putNumeric(word.lower());
        } else {
            said.put(slot, value);
        }
        return true;
    }

    /** The value, or 0 if the word does not fit. */
    private int value(Slot slot, DateWord word) {
        String text = word.lower();
        return switch (slot) {
            case N -> inRange(number(text), 1, 999, listed(slot, word));
            case WD, WDGEN, SHORT, MON, ORD -> listed(slot, word);
            case D -> inRange(number(text), 1, 31, 0);
            case NTH -> inRange(ordinal(text), 1, 31, 0);
            case YEAR -> inRange(number(text), 2000, 2199, 0);
            case WEEK -> inRange(number(text), 1, 53, 0);
            case VWEEK -> text.startsWith("v") ? inRange(number(text.substring(1)), 1, 53, 0) : 0;
            case Q -> text.length() == 2 && text.charAt(0) == 'q' ? inRange(number(text.substring(1)), 1, 4, 0) : 0;
            case ISO -> isIso(text) ? 1 : 0;
            case DM -> isDayAndMonth(word) ? 1 : 0;
            case CLOCK -> isClock(text) ? 1 : 0;
        };
    }

    private int listed(Slot slot, DateWord word) {
        Integer value = values.getOrDefault(slot, Map.of()).get(word.lower());
        boolean fits = value != null && (word.isCapitalised() || !capitalised.contains(word.lower()));
        return fits ? value : 0;
    }

    private static int inRange(int number, int lowest, int highest, int otherwise) {
        return number >= lowest && number <= highest ? number : otherwise;
    }

    /** The number of up to four plain digits, else -1. */
    private static int number(String text) {
        if (text.isEmpty() || text.length() > 4) {
            return -1;
        }
        int number = 0;
        for (int at = 0; at < text.length(); at++) {
            char digit = text.charAt(at);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }

    /** The number in front of an English or Swedish ordinal ending ("12th", "3:e", "15e"), else -1. */
    private static int ordinal(String text) {
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        return switch (text.substring(digits)) {
            case "st", "nd", "rd", "th", ":e", ":a", "e" -> number(text.substring(0, digits));
            default -> -1;
        };
    }

    private static boolean isIso(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        int month = number(text.substring(5, 7));
        int day = number(text.substring(8));
        return number(text.substring(0, 4)) >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /** "16.3" could be a version or a time: the month must be one, and "16.30" without a stop behind it is a time. */
    private static boolean isDayAndMonth(DateWord word) {
        String text = word.lower();
        if (text.indexOf('/') < 0 && text.indexOf('.') < 0) {
            return false;
        }
        return NumericDate.read(text)
                .filter(date -> date.first() >= 1 && date.first() <= 31 && date.second() >= 1 && date.second() <= 31)
                .filter(date -> date.first() <= 12 || date.second() <= 12)
                .filter(date -> text.indexOf('/') >= 0
                        || date.year().isPresent()
                        || text.charAt(text.length() - 2) == '.'
                        || word.gap() == DateWord.Gap.STOP)
                .isPresent();
    }

    private static boolean isClock(String text) {
        int split = Math.max(text.indexOf(':'), text.indexOf('.'));
        if (split > 0) {
            int minutes = number(text.substring(split + 1));
            return text.length() - split == 3 && minutes >= 0 && minutes < 60 && number(text.substring(0, split)) <= 24;
        }
        boolean half = text.endsWith("am") || text.endsWith("pm");
        return half && inRange(number(text.substring(0, text.length() - 2)), 1, 12, 0) > 0;
    }
}
