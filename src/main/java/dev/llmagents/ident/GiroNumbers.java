package dev.llmagents.ident;

import dev.llmagents.ident.DigitGroups.Gap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers of the Swedish giro systems, with a check digit after Luhn. They are short, so their form has to be the usual
 * one ({@code 991-2346}, {@code 5805-6201}; {@code 28 65 43-4}), or a word in front has to say what they are.
 */
public final class GiroNumbers {
    private static final int MOST_DIGITS = 8;
    private static final int FEWEST_UNNAMED = 6;
    private static final Set<String> BANKGIRO =
            Set.of("bankgiro", "bankgirot", "bankgironr", "bankgironummer", "bg", "bgnr");
    private static final Set<String> PLUSGIRO =
            Set.of("plusgiro", "plusgirot", "plusgironr", "plusgironummer", "pg", "pgnr", "postgiro", "postgirot");

    private static final Pattern BANKGIRO_FORM = Pattern.compile("[0-9]{3,4}[- ]?[0-9]{4}");
    private static final Pattern PLUSGIRO_FORM = Pattern.compile("[0-9]{1,2}(?: ?[0-9]{2}){0,3}[- ]?[0-9]");

    private GiroNumbers() {}

    /** The seven or eight digits of {@code text} if it is a bankgiro number with a right check digit. */
    public static Optional<String> bankgiro(String text) {
        return digits(text, BANKGIRO_FORM);
    }

    /** The two to eight digits of {@code text} if it is a plusgiro number with a right check digit. */
    public static Optional<String> plusgiro(String text) {
        return digits(text, PLUSGIRO_FORM).filter(digits -> digits.length() <= MOST_DIGITS);
    }

    private static Optional<String> digits(String text, Pattern form) {
        String digits = text.replace("-", "").replace(" ", "");
        boolean right = form.matcher(text).matches() && CheckDigits.luhn(digits);
        return right ? Optional.of(digits) : Optional.empty();
    }

    static void find(Identifiers search) {
        DigitGroups groups = search.groups();
        for (int first = 0; first < groups.size(); first++) {
            int from = groups.start(first);
            if (groups.length(first) > MOST_DIGITS || !groups.mayBegin(from)) {
                continue;
            }
            boolean named = groups.follows(first, 2, BANKGIRO);
            if (bankgiro(search, first, named)) {
                continue;
            }
            plusgiro(search, first, !named && groups.follows(first, 2, PLUSGIRO));
        }
    }

    private static boolean bankgiro(Identifiers search, int first, boolean named) {
        DigitGroups groups = search.groups();
        StringBuilder digits = new StringBuilder(MOST_DIGITS);
        groups.append(first, digits);
        int last = first;
        int head = groups.length(first);
        Gap gap = groups.gapAfter(first);
        boolean usual = (head == 3 || head == 4) && gap == Gap.HYPHEN && groups.length(first + 1) == 4;
        boolean spaced = named && (head == 3 || head == 4) && gap == Gap.SPACE && groups.length(first + 1) == 4;
        if (usual || spaced) {
            last = first + 1;
            groups.append(last, digits);
        } else if (!named || (head != 7 && head != 8)) {
            return false;
        }
        boolean stretchOfYears = usual && !named && isYear(digits, 0) && digits.length() == 8 && isYear(digits, 4);
        return !stretchOfYears
                && groups.mayEnd(groups.end(last))
                && CheckDigits.luhn(digits)
                && search.add(IdentifierKind.BANKGIRO, groups.start(first), groups.end(last), digits.toString());
    }

    private static boolean isYear(CharSequence digits, int at) {
        int year = Integer.parseInt(digits, at, at + 4, 10);
        return year >= 1800 && year < 2200;
    }

    /** One to eight digits, the last behind a hyphen and those before it in pairs. */
    private static void plusgiro(Identifiers search, int first, boolean named) {
        DigitGroups groups = search.groups();
        StringBuilder digits = new StringBuilder(MOST_DIGITS);
        boolean pairs = false;
        for (int group = first; group < groups.size(); group++) {
            if (digits.length() + groups.length(group) > MOST_DIGITS) {
                return;
            }
            groups.append(group, digits);
            Gap gap = groups.gapAfter(group);
            if (gap == Gap.SPACE && groups.length(group + 1) == 2) {
                pairs = true;
                continue;
            }
            int last = group;
            if (gap == Gap.HYPHEN && groups.length(group + 1) == 1 && digits.length() < MOST_DIGITS) {
                last = group + 1;
                groups.append(last, digits);
            } else if (!named) {
                return;
            }
            boolean usual = pairs && digits.length() >= FEWEST_UNNAMED && last > group;
            if ((usual || named) && groups.mayEnd(groups.end(last)) && CheckDigits.luhn(digits)) {
                search.add(IdentifierKind.PLUSGIRO, groups.start(first), groups.end(last), digits.toString());
            }
            return;
        }
    }
}
