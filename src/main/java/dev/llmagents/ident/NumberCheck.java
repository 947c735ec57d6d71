package dev.llmagents.ident;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a number that somebody says is of a certain kind. Blanks around it do no harm. Pure functions.
 *
 * <p>Sources: Skatteverket SKV 704 (personnummer), SKV 707 (samordningsnummer); lag (1974:174) om identitetsbeteckning för
 * juridiska personer; Bankgirot, "10-modulen" and OCR manual; ISO 13616 (IBAN); GS1 General Specifications 7.9 (GLN).
 */
public final class NumberCheck {
    private static final int LONGEST = 64;
    /** VAT prefixes of the member states; EL is Greece, XI Northern Ireland. */
    private static final Set<String> VAT_COUNTRIES = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "XI");

    private NumberCheck() {}

    /** What is right or wrong with {@code written} as a number of {@code kind}. */
    public static NumberVerdict check(NumberKind kind, String written) {
        String number = written.strip();
        if (number.length() > LONGEST) {
            return NumberVerdict.WRONG_FORM;
        }
        return switch (kind) {
            case PERSONNUMMER, SAMORDNINGSNUMMER -> person(number);
            case ORGANISATIONSNUMMER -> organisation(number);
            case MOMSNUMMER -> vat(number);
            case BANKGIRO -> giro(number, 7, 8);
            case PLUSGIRO -> giro(number, 2, 8);
            case OCR -> luhn(number.replace(" ", ""), 2, 25);
            case IBAN -> iban(number);
            case GLN -> gln(number);
        };
    }

    /** Whether {@code written} is a valid company number that is also a person's: a sole trader. */
    public static boolean isSoleTrader(String written) {
        Optional<String> digits = tenDigits(written.strip(), false);
        return digits.isPresent()
                && digits.get().charAt(2) < '2'
                && person(written.strip()).isValid();
    }

    private static NumberVerdict person(String number) {
        Optional<String> digits = tenDigits(number, true);
        if (digits.isEmpty()) {
            return NumberVerdict.WRONG_FORM;
        }
        String ten = digits.get();
        int month = Integer.parseInt(ten, 2, 4, 10);
        int day = Integer.parseInt(ten, 4, 6, 10);
        int birthday = day > 60 ? day - 60 : day;
        // The century is rarely written; only the 29th of February could depend on it, and 2000 had one.
        int year = 2000 + Integer.parseInt(ten, 0, 2, 10);
        if (month < 1
                || month > 12
                || birthday < 1
                || birthday > YearMonth.of(year, month).lengthOfMonth()) {
            return NumberVerdict.NO_SUCH_DATE;
        }
        return CheckDigits.luhn(ten) ? NumberVerdict.VALID : NumberVerdict.WRONG_CHECK_DIGIT;
    }

    private static NumberVerdict organisation(String number) {
        Optional<String> digits = tenDigits(number, false);
        if (digits.isEmpty() || digits.get().charAt(0) == '0' && digits.get().charAt(2) >= '2') {
            return NumberVerdict.WRONG_FORM;
        }
        // A sole trader is registered under the personal number.
        if (digits.get().charAt(2) < '2') {
            return person(number);
        }
        return CheckDigits.luhn(digits.get()) ? NumberVerdict.VALID : NumberVerdict.WRONG_CHECK_DIGIT;
    }

    private static NumberVerdict vat(String number) {
        String joined = number.replace(" ", "").replace("-", "").toUpperCase(Locale.ROOT);
        if (joined.length() < 4 || !VAT_COUNTRIES.contains(joined.substring(0, 2))) {
            return NumberVerdict.WRONG_FORM;
        }
        if (!joined.startsWith("SE")) {
            return joined.substring(2)
                            .chars()
                            .allMatch(c -> c < 128 && Character.isLetterOrDigit(c) || c == '+' || c == '*')
                    ? NumberVerdict.VALID
                    : NumberVerdict.WRONG_FORM;
        }
        if (joined.length() != 14 || !isDigits(joined.substring(2))) {
            return NumberVerdict.WRONG_FORM;
        }
        if (joined.endsWith("00")) {
            return NumberVerdict.WRONG_FORM;
        }
        return CheckDigits.luhn(joined.substring(2, 12)) ? NumberVerdict.VALID : NumberVerdict.WRONG_CHECK_DIGIT;
    }

    private static NumberVerdict giro(String number, int fewest, int most) {
        int hyphens = number.length() - number.replace("-", "").length();
        return hyphens > 1
                ? NumberVerdict.WRONG_FORM
                : luhn(number.replace(" ", "").replace("-", ""), fewest, most);
    }

    private static NumberVerdict luhn(String digits, int fewest, int most) {
        if (digits.length() < fewest || digits.length() > most || !isDigits(digits)) {
            return NumberVerdict.WRONG_FORM;
        }
        return CheckDigits.luhn(digits) ? NumberVerdict.VALID : NumberVerdict.WRONG_CHECK_DIGIT;
    }

    private static NumberVerdict iban(String number) {
        String joined = number.replace(" ", "").toUpperCase(Locale.ROOT);
        boolean hasForm = joined.length() >= 15
                && joined.length() <= 34
                && joined.chars().limit(2).allMatch(c -> c >= 'A' && c <= 'Z')
                && isDigits(joined.substring(2, 4))
                && joined.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c))
                && (!joined.startsWith("SE") || joined.length() == 24);
        if (!hasForm) {
            return NumberVerdict.WRONG_FORM;
        }
        if (!CheckDigits.mod97(joined)) {
            return NumberVerdict.WRONG_CHECK_DIGIT;
        }
        return Ibans.isValid(joined) ? NumberVerdict.VALID : NumberVerdict.WRONG_FORM;
    }

    private static NumberVerdict gln(String number) {
        String digits = number.replace(" ", "");
        if (digits.length() != 13 || !isDigits(digits)) {
            return NumberVerdict.WRONG_FORM;
        }
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0 ? NumberVerdict.VALID : NumberVerdict.WRONG_CHECK_DIGIT;
    }

    /** The ten digits of a personal or company number: a century in front and one separator are allowed. */
    private static Optional<String> tenDigits(String number, boolean isPerson) {
        StringBuilder digits = new StringBuilder(12);
        int separatorAt = -1;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (separatorAt < 0 && (c == '-' || c == '\u2013' || c == ' ' || (isPerson && c == '+'))) {
                separatorAt = digits.length();
            } else {
                return Optional.empty();
            }
        }
        boolean isLong = digits.length() == 12;
        if (digits.length() != 10 && !isLong || separatorAt >= 0 && separatorAt != digits.length() - 4) {
            return Optional.empty();
        }
        if (!isLong) {
            return Optional.of(digits.toString());
        }
        String century = digits.substring(0, 2);
        boolean known = century.equals("18") || century.equals("19") || century.equals("20");
        return known || (!isPerson && century.equals("16")) ? Optional.of(digits.substring(2)) : Optional.empty();
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
