package dev.llmagents.ident;

import dev.llmagents.ident.DigitGroups.Gap;
import java.util.Locale;
import java.util.Set;

/**
 * Telephone numbers, told by their form: international ({@code +46 70 123 45 67}, {@code 0046 …}), national with a leading
 * zero ({@code 070-123 45 67}, {@code (08) 123 456 78}), North American ({@code (415) 555-2671}), and any row of digits
 * that somebody calls a telephone number.
 *
 * <p>A number without a plus has to have the groups of one: {@code 02-03-2026}, {@code 08.00-09.30} and {@code 0,75} have
 * not. Lengths are those of E.164 (at most 15 digits) and of the Swedish numbering plan (8 to 10 with the zero).
 */
final class PhoneNumbers {
    private static final int MOST_GROUPS = 9;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_NATIONAL = 11;
    private static final int FEWEST_NAMED = 6;
    private static final int FEWEST_INTERNATIONAL = 8;
    /** The preferred lengths of a national number: of two that fit, the more usual one. */
    private static final int[] NATIONAL_LENGTHS = {10, 11, 9, 8};

    private static final Set<String> NAMES_PHONE = Set.of(
            "tel",
            "telefon",
            "telefonen",
            "telefonnr",
            "telefonnummer",
            "telefonnumret",
            "tfn",
            "mobil",
            "mobilen",
            "mobilnr",
            "mobilnummer",
            "mobilnumret",
            "mobile",
            "phone",
            "telephone",
            "cell",
            "cellphone",
            "fax",
            "sms",
            "whatsapp",
            "swish",
            "växel",
            "växeln");
    private static final Set<String> NAMES_DOCUMENT = Set.of(
            "faktura",
            "fakturan",
            "fakturanr",
            "fakturanummer",
            "invoice",
            "order",
            "ordernr",
            "ordernummer",
            "ocr",
            "ref",
            "referens",
            "reference",
            "ärende",
            "ärendenr",
            "ticket",
            "case",
            "issue",
            "artikel",
            "artikelnummer",
            "kundnummer",
            "kundnr",
            "version",
            "build");
    private static final Set<String> UNITS = Set.of(
            "kr", "sek", "kronor", "tkr", "mkr", "eur", "euro", "usd", "dollar", "dollars", "procent", "percent", "st",
            "%", "€", "$");

    private final Identifiers search;
    private final DigitGroups groups;
    private final String text;

    private PhoneNumbers(Identifiers search) {
        this.search = search;
        this.groups = search.groups();
        this.text = search.text();
    }

    static void find(Identifiers search) {
        PhoneNumbers numbers = new PhoneNumbers(search);
        for (int first = 0; first < numbers.groups.size(); first++) {
            if (numbers.groups.length(first) <= MOST_DIGITS && numbers.hasEnoughDigits(first)) {
                first = Math.max(first, numbers.at(first));
            }
        }
    }

    /** Whether the groups from {@code first} on, as far as a number may be written across them, have the digits of one. */
    private boolean hasEnoughDigits(int first) {
        int digits = groups.length(first);
        for (int group = first; digits < FEWEST_NAMED && groups.gapAfter(group) != Gap.NONE; group++) {
            digits += groups.length(group + 1);
        }
        return digits >= FEWEST_NAMED;
    }

    /** Notes the number that begins with group {@code first}; gives the last group of it, or -1. */
    private int at(int first) {
        int start = groups.start(first);
        if (!search.isFree(first)) {
            return -1;
        }
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        if (before == '+') {
            return international(first, start - 1, 0);
        }
        boolean named = groups.follows(first, 3, NAMES_PHONE);
        if (!groups.mayBegin(start) && !(named && Character.isLetter(before))) {
            return -1;
        }
        if (text.charAt(start) == '0' && groups.length(first) > 1) {
            boolean document = groups.length(first) > 4 && !named && groups.follows(first, 3, NAMES_DOCUMENT);
            if (document) {
                return -1;
            }
            int last = text.charAt(start + 1) == '0' ? international(first, start, 2) : national(first, named);
            if (last >= 0) {
                return last;
            }
        }
        int last = northAmerican(first);
        return last >= 0 || !named ? last : whatever(first);
    }

    /**
     * @param from index of the plus or of the first zero
     * @param zeros how many digits stand for the plus
     */
    private int international(int first, int from, int zeros) {
        StringBuilder digits = new StringBuilder(MOST_DIGITS + 1);
        boolean trunk = false;
        int last = -1;
        String value = "";
        for (int group = first; group < groups.size() && group < first + MOST_GROUPS; group++) {
            if (!search.isFree(group)) {
                break;
            }
            // "+46 (0)70": the zero is dialled at home only.
            boolean isTrunk = group > first
                    && groups.length(group) == 1
                    && text.charAt(groups.start(group)) == '0'
                    && text.charAt(groups.start(group) - 1) == '(';
            if (!isTrunk) {
                if (digits.length() + groups.length(group) > MOST_DIGITS + zeros) {
                    break;
                }
                groups.append(group, digits);
            }
            trunk |= isTrunk;
            String number = digits.length() < zeros ? "" : digits.substring(zeros);
            if (!isTrunk && isInternational(number, trunk) && groups.mayEnd(groups.end(group))) {
                last = group;
                value = number;
            }
            Gap gap = groups.gapAfter(group);
            if (gap == Gap.NONE || gap == Gap.PLUS) {
                break;
            }
        }
        if (last < 0 || isAmount(first, last)) {
            return -1;
        }
        int open = from > 0 && text.charAt(from - 1) == '(' ? from - 1 : from;
        String plain = value.startsWith("460") ? "46" + value.substring(3) : value;
        return add(open < from && closesMore(from, groups.end(last)) ? open : from, last, plain);
    }

    /** Whether a bracket ends between {@code from} and {@code to} that began before. */
    private boolean closesMore(int from, int to) {
        int depth = 0;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return depth < 0;
    }

    private static boolean isInternational(String number, boolean trunk) {
        int code = CallingCodes.length(number);
        if (code == 0 || number.length() < FEWEST_INTERNATIONAL) {
            return false;
        }
        int national = number.length() - code;
        if (number.startsWith("46")) {
            // "+46070…": the zero was written without its brackets.
            boolean zero = !trunk && number.charAt(2) == '0';
            return national >= 7 && national <= (zero ? 10 : 9);
        }
        return code == 1 && number.charAt(0) == '1' ? national == 10 && number.charAt(1) >= '2' : national >= 6;
    }

    /** "+250 000 000 kr". */
    private boolean isAmount(int first, int last) {
        for (int group = first + 1; group <= last; group++) {
            if (groups.length(group) != 3) {
                return false;
            }
        }
        int at = groups.end(last);
        while (at < text.length() && DigitGroups.isBlank(text.charAt(at))) {
            at++;
        }
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        String unit = text.substring(at, end > at ? end : Math.min(text.length(), at + 1));
        return UNITS.contains(unit.toLowerCase(Locale.ROOT));
    }

    private int national(int first, boolean named) {
        StringBuilder digits = new StringBuilder(MOST_NATIONAL);
        int[] lastOfLength = new int[MOST_NATIONAL + 1];
        int from = groups.start(first);
        boolean bracketed = from > 0 && text.charAt(from - 1) == '(' && groups.gapAfter(first) == Gap.BRACKET;
        for (int group = first; group < groups.size() && group < first + MOST_GROUPS; group++) {
            if (!search.isFree(group) || digits.length() + groups.length(group) > MOST_NATIONAL) {
                break;
            }
            groups.append(group, digits);
            if (groups.mayEnd(groups.end(group))) {
                lastOfLength[digits.length()] = group + 1;
            }
            Gap gap = groups.gapAfter(group);
            boolean goesOn = gap == Gap.SPACE
                    || gap == Gap.HYPHEN
                    || gap == Gap.DOT
                    || (group == first
                            && (gap == Gap.WIDE_HYPHEN || gap == Gap.SLASH || (gap == Gap.BRACKET && bracketed)));
            if (!goesOn) {
                break;
            }
        }
        for (int length : NATIONAL_LENGTHS) {
            int last = lastOfLength[length] - 1;
            if (last >= 0 && isNational(first, last, length, named)) {
                return add(bracketed ? from - 1 : from, last, "46" + digits.substring(1, length));
            }
        }
        return -1;
    }

    private boolean isNational(int first, int last, int length, boolean named) {
        int head = groups.length(first);
        if (last == first) {
            return length == 10 || length == 9 || named;
        }
        boolean date = last == first + 2 && head == 2 && groups.length(first + 1) == 2 && groups.length(last) == 4;
        if (date || head > 5) {
            return false;
        }
        Gap afterCode = groups.gapAfter(first);
        boolean stockholm = head == 2 && text.charAt(groups.start(first) + 1) == '8';
        if (head == 2 && !stockholm && !named) {
            return false;
        }
        int hyphens = 0;
        int dots = 0;
        for (int group = first + 1; group < last; group++) {
            hyphens += groups.gapAfter(group) == Gap.HYPHEN ? 1 : 0;
            dots += groups.gapAfter(group) == Gap.DOT ? 1 : 0;
        }
        if (afterCode == Gap.DOT || dots > 0) {
            return afterCode == Gap.DOT && dots == last - first - 1 && dots > 0 && head > 2 && length == 10;
        }
        if (hyphens > 0 && (afterCode != Gap.HYPHEN || length < 9)) {
            return false;
        }
        // "08 10 12 14" is a row of numbers as easily; the hyphen behind the code tells.
        return named || length > 8 || afterCode != Gap.SPACE;
    }

    /** {@code 415-555-2671}, {@code (415) 555-2671}, {@code 1-415-555-2671}. */
    private int northAmerican(int first) {
        boolean one = groups.length(first) == 1 && text.charAt(groups.start(first)) == '1';
        int area = one ? first + 1 : first;
        int last = area + 2;
        if (last >= groups.size()
                || groups.length(area) != 3
                || groups.length(area + 1) != 3
                || groups.length(last) != 4
                || text.charAt(groups.start(area)) < '2'
                || text.charAt(groups.start(area + 1)) < '2'
                || !groups.mayEnd(groups.end(last))) {
            return -1;
        }
        Gap afterArea = groups.gapAfter(area);
        Gap beforeLine = groups.gapAfter(area + 1);
        boolean even = afterArea == beforeLine && (afterArea == Gap.HYPHEN || afterArea == Gap.DOT);
        boolean bracketed = afterArea == Gap.BRACKET && (beforeLine == Gap.HYPHEN || beforeLine == Gap.SPACE);
        boolean lead = !one || (groups.gapAfter(first) != Gap.NONE && groups.gapAfter(first) != Gap.PLUS);
        if (!(even || bracketed) || !lead) {
            return -1;
        }
        StringBuilder digits = new StringBuilder("1");
        for (int group = area; group <= last; group++) {
            groups.append(group, digits);
        }
        int from = groups.start(first);
        return add(
                bracketed && !one && from > 0 && text.charAt(from - 1) == '(' ? from - 1 : from,
                last,
                digits.toString());
    }

    /** Digits that were called a telephone number in so many words. */
    private int whatever(int first) {
        StringBuilder digits = new StringBuilder(MOST_DIGITS);
        int last = -1;
        String value = "";
        for (int group = first; group < groups.size() && group < first + MOST_GROUPS; group++) {
            if (!search.isFree(group) || digits.length() + groups.length(group) > MOST_DIGITS) {
                break;
            }
            groups.append(group, digits);
            if (digits.length() >= FEWEST_NAMED && groups.mayEnd(groups.end(group))) {
                last = group;
                value = digits.toString();
            }
            Gap gap = groups.gapAfter(group);
            if (gap != Gap.SPACE && gap != Gap.HYPHEN && gap != Gap.WIDE_HYPHEN) {
                break;
            }
        }
        return last < 0 || isDateLike(first, last) || isAmount(first, last)
                ? -1
                : add(groups.start(first), last, value);
    }

    /** {@code 2026-02-09}, {@code 20260209}. */
    private boolean isDateLike(int first, int last) {
        int start = groups.start(first);
        boolean century = text.startsWith("19", start) || text.startsWith("20", start);
        boolean parts = last == first + 2
                && groups.length(first) == 4
                && groups.length(first + 1) == 2
                && groups.length(last) == 2;
        return century && (parts || (last == first && groups.length(first) == 8));
    }

    private int add(int from, int last, String value) {
        return search.add(IdentifierKind.PHONE, from, groups.end(last), value) ? last : -1;
    }
}
