package dev.llmagents.ident;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Business identifier codes (ISO 9362): four characters of the party, two letters of the country, two of the place, and
 * three of the branch or none. They hold no check digit, so a right form is all that can be seen.
 */
public final class Bics {
    /** The pattern of the type BICFIDec2014Identifier of ISO 20022. */
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?");

    private Bics() {}

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /** The country of a code, two capitals; empty if {@code text} is no code. */
    public static Optional<String> country(String text) {
        return isValid(text) ? Optional.of(text.substring(4, 6)) : Optional.empty();
    }
}
