package dev.llmagents.ident;

/** The check digit methods that numbers of people, companies, cards and accounts use. */
public final class CheckDigits {
    private static final int IBAN_MODULUS = 97;

    private CheckDigits() {}

    /** Whether the last of {@code digits} is right after Luhn's method (ISO/IEC 7812-1, annex B). */
    public static boolean luhn(CharSequence digits) {
        int sum = 0;
        boolean doubled = false;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            int weighted = doubled ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
            doubled = !doubled;
        }
        return digits.length() > 1 && sum % 10 == 0;
    }

    /**
     * Whether an account number's check digits are right (ISO 13616, by ISO 7064 MOD 97-10).
     *
     * @param iban country, check digits and account, capitals and digits only
     */
    public static boolean mod97(CharSequence iban) {
        return iban.length() > 4 && mod97Remainder(iban) == 1;
    }

    /** The remainder of {@code iban} by 97, its first four characters counted last; -1 if it holds anything else. */
    static int mod97Remainder(CharSequence iban) {
        int length = iban.length();
        int remainder = 0;
        for (int i = 0; i < length; i++) {
            int value = Character.digit(iban.charAt((i + 4) % length), 36);
            if (value < 0) {
                return -1;
            }
            remainder = (value > 9 ? remainder * 100 + value : remainder * 10 + value) % IBAN_MODULUS;
        }
        return remainder;
    }

    /**
     * Whether the last of {@code digits} is right by modulus 11 with the weights 1, 2, ..., 10, 1, 2, ... from the right
     * (Swedish bank accounts, 9 to 11 digits).
     */
    static boolean mod11(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            sum += digit * (i % 10 + 1);
        }
        return digits.length() > 1 && sum % 11 == 0;
    }
}
