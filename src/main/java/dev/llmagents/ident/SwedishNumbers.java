package dev.llmagents.ident;

import dev.llmagents.ident.DigitGroups.Gap;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Personal, co-ordination and company registration numbers: a date that can be (or, for a company, a third digit of at
 * least 2) and a check digit after Luhn. Sources: Skatteverket SKV 704 and SKV 707, lag (1974:174).
 */
final class SwedishNumbers {
    private static final int SHORT = 10;
    private static final int LONG = 12;
    private static final int MOST_GROUPS = 6;
    private static final int ADDED_TO_DAY = 60;
    private static final Set<String> PERSONAL = Set.of(
            "personnummer", "personnumret", "personnr", "pnr", "samordningsnummer", "samordningsnr", "ssn", "född");
    private static final Set<String> COMPANY = Set.of(
            "organisationsnummer",
            "organisationsnumret",
            "organisationsnr",
            "orgnummer",
            "orgnr",
            "org",
            "bolag",
            "momsnr");

    private SwedishNumbers() {}

    /** What the 10 or 12 digits {@code digits} are; empty if they are no such number. */
    static Optional<IdentifierKind> kindOf(String digits) {
        boolean isLong = digits.length() == LONG;
        if (!isLong && digits.length() != SHORT) {
            return Optional.empty();
        }
        String ten = isLong ? digits.substring(2) : digits;
        if (!CheckDigits.luhn(ten)) {
            return Optional.empty();
        }
        int century = isLong ? Integer.parseInt(digits, 0, 2, 10) : 0;
        if (!isLong || (century >= 18 && century <= 20)) {
            int year = Integer.parseInt(ten, 0, 2, 10) + (isLong ? century * 100 : 2000);
            int month = Integer.parseInt(ten, 2, 4, 10);
            int day = Integer.parseInt(ten, 4, 6, 10);
            boolean added = day > ADDED_TO_DAY;
            if (isDate(year, month, added ? day - ADDED_TO_DAY : day)) {
                return Optional.of(added ? IdentifierKind.SAMORDNINGSNUMMER : IdentifierKind.PERSONNUMMER);
            }
        }
        boolean company = (!isLong || century == 16) && "12356789".indexOf(ten.charAt(0)) >= 0 && ten.charAt(2) >= '2';
        return company ? Optional.of(IdentifierKind.ORGANISATIONSNUMMER) : Optional.empty();
    }

    private static boolean isDate(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    static void find(Identifiers search) {
        DigitGroups groups = search.groups();
        for (int first = 0; first < groups.size(); first++) {
            if (groups.length(first) == LONG && vatNumber(search, first)) {
                continue;
            }
            first = Math.max(first, longest(search, first));
        }
    }

    /** Notes the longest number that begins with group {@code first}; gives the last group of it, or -1. */
    private static int longest(Identifiers search, int first) {
        DigitGroups groups = search.groups();
        StringBuilder digits = new StringBuilder(LONG);
        boolean spaced = false;
        boolean plus = false;
        Gap lastGap = Gap.NONE;
        int last = -1;
        String value = "";
        IdentifierKind kind = IdentifierKind.PERSONNUMMER;
        for (int group = first; group < groups.size() && group < first + MOST_GROUPS; group++) {
            // Dates and the four behind them fall into pairs; "415-555-2671" is written by other rules.
            if (!search.isFree(group)
                    || groups.length(group) % 2 != 0
                    || digits.length() + groups.length(group) > LONG) {
                break;
            }
            groups.append(group, digits);
            if (digits.length() >= SHORT) {
                Optional<IdentifierKind> judged =
                        kindOf(digits.toString()).filter(accepted(search, first, group, digits, spaced, lastGap));
                if (judged.isPresent()) {
                    last = group;
                    kind = judged.get();
                    // With and without century it is one person; "+" tells one who is a hundred.
                    value = digits.substring(digits.length() - SHORT) + (plus ? "+" : "");
                }
            }
            lastGap = groups.gapAfter(group);
            if (lastGap == Gap.NONE || lastGap == Gap.DOT || lastGap == Gap.SLASH || lastGap == Gap.BRACKET) {
                break;
            }
            spaced |= lastGap == Gap.SPACE;
            plus |= lastGap == Gap.PLUS;
        }
        return last >= 0 && search.add(kind, groups.start(first), groups.end(last), value) ? last : -1;
    }

    private static Predicate<IdentifierKind> accepted(
            Identifiers search, int first, int last, StringBuilder digits, boolean spaced, Gap lastGap) {
        return kind -> {
            // "2026-04-01–2027-12-31": the year of the second date is no four digits of a person.
            if (last > first + 1 && !search.groups().mayEnd(search.groups().end(last))) {
                return false;
            }
            if (kind != IdentifierKind.ORGANISATIONSNUMMER) {
                // "20260209 1430" is a date and a time, unless somebody says what it is.
                return !(spaced && isTime(digits)) || search.groups().follows(first, 3, PERSONAL);
            }
            boolean usual = last == first + 1
                    && lastGap == Gap.HYPHEN
                    && search.groups().length(last) == 4;
            boolean prefixed = digits.length() == LONG && last == first;
            return usual || prefixed || search.groups().follows(first, 3, COMPANY);
        };
    }

    private static boolean isTime(StringBuilder digits) {
        int end = digits.length();
        int hour = Integer.parseInt(digits, end - 4, end - 2, 10);
        int minute = Integer.parseInt(digits, end - 2, end, 10);
        return hour < 24 && minute < 60;
    }

    /** "SE556012579001": SE, the company's number, and two digits for the part of it that is registered. */
    private static boolean vatNumber(Identifiers search, int group) {
        String text = search.text();
        int start = search.groups().start(group);
        int from = start - 2;
        if (from < 0 || !text.regionMatches(true, from, "SE", 0, 2)) {
            return false;
        }
        StringBuilder digits = new StringBuilder(LONG);
        search.groups().append(group, digits);
        return CheckDigits.luhn(digits.substring(0, SHORT))
                && search.add(
                        IdentifierKind.ORGANISATIONSNUMMER,
                        from,
                        search.groups().end(group),
                        "SE" + digits);
    }
}
