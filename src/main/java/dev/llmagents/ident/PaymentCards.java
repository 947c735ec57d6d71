package dev.llmagents.ident;

import dev.llmagents.ident.DigitGroups.Gap;

/**
 * Card numbers: 13 to 19 digits that begin as an issuer's do (ISO/IEC 7812) and whose check digit is right. Blanks and
 * hyphens may stand between groups of three and more digits, or between all digits as a transcript writes them when
 * somebody reads them out.
 */
final class PaymentCards {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final int SMALLEST_GROUP = 3;

    private PaymentCards() {}

    /** Whether {@code digits} are a card number. */
    static boolean isValid(CharSequence digits) {
        return digits.length() >= SHORTEST
                && digits.length() <= LONGEST
                && hasIssuer(digits)
                && CheckDigits.luhn(digits);
    }

    static void find(Identifiers search) {
        DigitGroups groups = search.groups();
        for (int first = 0; first < groups.size(); first++) {
            if (groups.length(first) <= LONGEST) {
                first = Math.max(first, longest(search, first));
            }
        }
    }

    /** Notes the longest number that begins with group {@code first}; gives the last group of it, or -1. */
    private static int longest(Identifiers search, int first) {
        DigitGroups groups = search.groups();
        char head = search.text().charAt(groups.start(first));
        if (head == '0' || head == '1' || head > '6') {
            return -1;
        }
        boolean readOut = groups.length(first) == 1;
        StringBuilder digits = new StringBuilder(LONGEST);
        int last = -1;
        String value = "";
        for (int group = first; group < groups.size(); group++) {
            int length = groups.length(group);
            if (!search.isFree(group) || digits.length() + length > LONGEST || (readOut && length > 1)) {
                break;
            }
            groups.append(group, digits);
            if (isValid(digits)) {
                last = group;
                value = digits.toString();
            }
            Gap gap = groups.gapAfter(group);
            // The last group may be short: "4111 1111 1111 1".
            boolean goesOn = gap == Gap.SPACE || gap == Gap.HYPHEN || (gap == Gap.DOT && !readOut);
            if (!goesOn || (!readOut && length < SMALLEST_GROUP)) {
                break;
            }
        }
        boolean taken =
                last >= 0 && search.add(IdentifierKind.PAYMENT_CARD, groups.start(first), groups.end(last), value);
        return taken ? last : -1;
    }

    private static boolean hasIssuer(CharSequence digits) {
        int two = Integer.parseInt(digits, 0, 2, 10);
        int three = Integer.parseInt(digits, 0, 3, 10);
        int four = Integer.parseInt(digits, 0, 4, 10);
        int length = digits.length();
        return switch (digits.charAt(0)) {
            // Mastercard.
            case '2' -> four >= 2221 && four <= 2720 && length == 16;
            // American Express, Diners Club, JCB.
            case '3' ->
                ((two == 34 || two == 37) && length == 15)
                        || (((three >= 300 && three <= 305) || two == 36 || two == 38 || two == 39) && length >= 14)
                        || (four >= 3528 && four <= 3589 && length >= 16);
            // Visa.
            case '4' -> length == 13 || length == 16 || length == 19;
            // Mastercard, Maestro.
            case '5' -> (two >= 51 && two <= 55 && length == 16) || two == 50 || (two >= 56 && two <= 58);
            // Discover, UnionPay, Maestro.
            case '6' -> true;
            default -> false;
        };
    }
}
