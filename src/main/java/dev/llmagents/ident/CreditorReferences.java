package dev.llmagents.ident;

import java.util.Locale;
import java.util.regex.Pattern;

/** References by which a creditor tells what a payment is for. */
public final class CreditorReferences {
    private static final Pattern RF = Pattern.compile("RF[0-9]{2}[A-Z0-9]{1,21}");
    private static final Pattern CONTENT = Pattern.compile("[A-Z0-9]{1,21}");
    private static final Pattern OCR = Pattern.compile("[0-9]{2,25}");

    private CreditorReferences() {}

    /** {@code text} without blanks and in capitals. */
    public static String compact(String text) {
        return text.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** Whether {@code text}, blanks and case aside, has the form of an RF reference, right or wrong. */
    public static boolean looksLikeRf(String text) {
        return RF.matcher(compact(text)).matches();
    }

    /** Whether {@code text}, blanks and case aside, is an RF creditor reference (ISO 11649): check digits by MOD 97-10. */
    public static boolean isRf(String text) {
        String reference = compact(text);
        return RF.matcher(reference).matches() && CheckDigits.mod97(reference);
    }

    /**
     * The RF reference with {@code content}.
     *
     * @throws IllegalArgumentException if {@code content} is not 1 to 21 letters and digits
     */
    public static String rf(String content) {
        String compact = compact(content);
        if (!CONTENT.matcher(compact).matches()) {
            throw new IllegalArgumentException("an RF reference holds 1 to 21 letters and digits");
        }
        int checkDigits = 98 - CheckDigits.mod97Remainder("RF00" + compact);
        return "RF" + checkDigits / 10 + checkDigits % 10 + compact;
    }

    /** Whether {@code digits} is an OCR reference: 2 to 25 digits, the last a check digit after Luhn (Bankgirot). */
    public static boolean isOcr(String digits) {
        return OCR.matcher(digits).matches() && CheckDigits.luhn(digits);
    }

    /**
     * Whether the last digit but one of the OCR reference {@code digits} is its length modulo 10, as a payee who checks
     * lengths wants it (Bankgirot, OCR-referenskontroll, methods 3 and 4).
     */
    public static boolean hasLengthDigit(String digits) {
        return isOcr(digits) && digits.charAt(digits.length() - 2) - '0' == digits.length() % 10;
    }
}
