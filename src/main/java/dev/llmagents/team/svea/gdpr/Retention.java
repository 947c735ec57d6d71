package dev.llmagents.team.svea.gdpr;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how long something is kept out of words: "7 år", "24 månader", "sju år efter räkenskapsårets slut". */
public final class Retention {
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("ett", 1),
            Map.entry("en", 1),
            Map.entry("två", 2),
            Map.entry("tre", 3),
            Map.entry("fyra", 4),
            Map.entry("fem", 5),
            Map.entry("sex", 6),
            Map.entry("sju", 7),
            Map.entry("åtta", 8),
            Map.entry("nio", 9),
            Map.entry("tio", 10),
            Map.entry("elva", 11),
            Map.entry("tolv", 12),
            Map.entry("seven", 7),
            Map.entry("ten", 10),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("one", 1));
    private static final Pattern LENGTH = Pattern.compile(
            "(?<![\\p{L}\\d.,])(\\d{1,4}|ett|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|one|two|three|seven|ten)"
                    + "[ \u00A0-]{1,2}(år|års|månader|månad|mån|mån\\.|veckor|vecka|dagar|dag|dygn|years?|months?|weeks?|days?)"
                    + "(?!\\p{L})");

    private Retention() {}

    /** The longest time that is named, in whole months and rounded up; empty if none is. */
    public static OptionalInt longestMonths(String text) {
        Matcher matcher = LENGTH.matcher(text.toLowerCase(Locale.ROOT));
        int longest = -1;
        while (matcher.find()) {
            longest = Math.max(longest, months(matcher.group(1), matcher.group(2)));
        }
        return longest < 0 ? OptionalInt.empty() : OptionalInt.of(longest);
    }

    private static int months(String number, String unit) {
        int count = NUMBERS.containsKey(number) ? NUMBERS.get(number) : Integer.parseInt(number);
        if (unit.startsWith("år") || unit.startsWith("year")) {
            return count * 12;
        }
        if (unit.startsWith("mån") || unit.startsWith("month")) {
            return count;
        }
        boolean weeks = unit.startsWith("veck") || unit.startsWith("week");
        return (count * (weeks ? 7 : 1) + 29) / 30;
    }
}
