package dev.llmagents.ident;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * International account numbers: a country of the IBAN registry, its length, and check digits that are right. How a
 * country divides up the rest is not checked: a number with right check digits is masked also where a bank's form is new.
 */
public final class Ibans {
    /** Country and length: SWIFT's IBAN registry, and behind YE countries and territories that use its form. */
    private static final String LENGTHS =
            "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28"
                    + "EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21"
                    + "LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18"
                    + "SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30AO25BF28BJ28CF27CG27CI28CM27CV25DZ26GA27GQ27GW25"
                    + "IR26KM27MA28MG27ML28MZ25NE28SN28TD27TG28AX18BL27GF27"
                    + "GG22GP27IM22JE22MF27MQ27NC27PF27PM27RE27TF27WF27YT27";

    /** What keeps a text from being an account number. */
    public enum Flaw {
        /** Not two letters, two digits and then letters and digits. */
        FORM,
        /** No such country in the registry. */
        COUNTRY,
        /** Not as long as the country's numbers are. */
        LENGTH,
        CHECK_DIGITS
    }

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}");

    private Ibans() {}

    /** {@code text} without blanks and in capitals, as files and registers hold it. */
    public static String compact(String text) {
        return text.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** Whether {@code text}, blanks aside, is an account number with right check digits. */
    public static boolean isValid(String text) {
        return flaw(text).isEmpty();
    }

    /** The first thing that is wrong with {@code text}, blanks aside; empty if it is an account number. */
    public static Optional<Flaw> flaw(String text) {
        String iban = compact(text);
        if (!FORM.matcher(iban).matches()) {
            return Optional.of(Flaw.FORM);
        }
        int length = length(iban.charAt(0), iban.charAt(1));
        if (length == 0) {
            return Optional.of(Flaw.COUNTRY);
        }
        if (iban.length() != length) {
            return Optional.of(Flaw.LENGTH);
        }
        return CheckDigits.mod97(iban) ? Optional.empty() : Optional.of(Flaw.CHECK_DIGITS);
    }

    static void find(Identifiers search) {
        String text = search.text();
        DigitGroups groups = search.groups();
        for (int group = 0; group < groups.size(); group++) {
            // "SE45 …" or "SE 45 …".
            int digits = groups.start(group);
            int country = digits - 2;
            if (country > 0 && DigitGroups.isBlank(text.charAt(digits - 1))) {
                country--;
            }
            if (country >= 0 && groups.length(group) >= 2 && isWordStart(text, country)) {
                int length = length(text.charAt(country), text.charAt(country + 1));
                if (length > 0) {
                    take(search, country, length);
                }
            }
        }
    }

    private static boolean isWordStart(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) || DigitGroups.isEscape(text, at - 1);
    }

    private static void take(Identifiers search, int from, int length) {
        String text = search.text();
        StringBuilder iban = new StringBuilder(length);
        int at = from;
        while (at < text.length() && iban.length() < length) {
            char c = text.charAt(at);
            int value = c < 128 ? Character.digit(c, 36) : DigitGroups.digit(c);
            if (value >= 0) {
                iban.append(Character.toUpperCase(Character.forDigit(value, 36)));
            } else if (!(DigitGroups.isBlank(c) || DigitGroups.isHyphen(c))
                    || Character.digit(text.charAt(at - 1), 36) < 0) {
                return;
            }
            at++;
        }
        boolean ends = at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
        if (iban.length() == length && ends && CheckDigits.mod97(iban)) {
            search.add(IdentifierKind.IBAN, from, at, iban.toString());
        }
    }

    /** 0 if there is no such country. */
    private static int length(char first, char second) {
        char one = Character.toUpperCase(first);
        char two = Character.toUpperCase(second);
        for (int i = 0; i < LENGTHS.length(); i += 4) {
            if (LENGTHS.charAt(i) == one && LENGTHS.charAt(i + 1) == two) {
                return Integer.parseInt(LENGTHS, i + 2, i + 4, 10);
            }
        }
        return 0;
    }
}
