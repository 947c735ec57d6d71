package dev.llmagents.team.felicia.payment;

import dev.llmagents.ident.Bics;
import dev.llmagents.ident.CreditorReferences;
import dev.llmagents.ident.Ibans;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the text of an element has to be, by the kinds of the table. */
final class TextRules {
    private static final Pattern LETTERS = Pattern.compile("[a-zA-Z0-9/?:().,'+ åäöÅÄÖ-]*");
    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9?:().,'+ /-]{1,35}");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,15}");
    private static final Pattern SUM = Pattern.compile("[0-9]{1,16}(?:\\.[0-9]{1,2})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}");
    private static final Pattern MEMBER = Pattern.compile("[0-9]{4,5}");
    private static final BigDecimal LARGEST = new BigDecimal("999999999.99");

    private TextRules() {}

    /** The code and the end of a sentence "'text' ..." if {@code text} does not suit; empty if it does. */
    static Optional<String[]> flaw(String kind, String text) {
        return switch (kind) {
            case "id" ->
                demand(
                        ID.matcher(text).matches()
                                && !text.startsWith("/")
                                && !text.endsWith("/")
                                && !text.contains("//"),
                        "VALUE",
                        "is no id of 1 to 35 characters");
            case "datetime" -> demand(isTime(text), "VALUE", "is no date with time");
            case "date" -> demand(date(text).isPresent(), "BK07_DATE", "is no date");
            case "count" -> demand(COUNT.matcher(text).matches(), "VALUE", "is no count");
            case "sum" -> demand(SUM.matcher(text).matches(), "VALUE", "is no sum with at most two decimals");
            case "amount" -> demand(isAmount(text), "VALUE", "is no amount from 0.01 to " + LARGEST);
            case "name" -> demand(isText(text, 70), "BK06_CHARSET", "is no name of 1 to 70 of the letters allowed");
            case "message" ->
                demand(isText(text, 140), "BK06_CHARSET", "is no message of 1 to 140 of the letters allowed");
            case "iban" ->
                demand(
                        Ibans.isValid(text) && text.equals(Ibans.compact(text)),
                        "BK01_IBAN",
                        "is no IBAN with right check digits");
            case "bic" -> demand(Bics.isValid(text), "BK02_BIC", "is no BIC");
            case "member" -> demand(MEMBER.matcher(text).matches(), "VALUE", "is no clearing number");
            case "other" -> demand(isText(text, 34), "VALUE", "is no other id of 1 to 34 characters");
            case "reference" -> demand(isReference(text), "BK05_REF", "is no reference with right check digits");
            default ->
                demand(
                        Arrays.asList(kind.split("\\|", -1)).contains(text),
                        "VALUE",
                        "is not " + kind.replace("|", " or "));
        };
    }

    private static Optional<String[]> demand(boolean met, String code, String message) {
        return met ? Optional.empty() : Optional.of(new String[] {code, message});
    }

    private static boolean isText(String text, int longest) {
        return !text.isBlank()
                && text.length() <= longest
                && LETTERS.matcher(text).matches();
    }

    private static boolean isAmount(String text) {
        if (!SUM.matcher(text).matches()) {
            return false;
        }
        BigDecimal amount = new BigDecimal(text);
        return amount.signum() > 0 && amount.compareTo(LARGEST) <= 0;
    }

    private static boolean isReference(String text) {
        return CreditorReferences.isRf(text) || CreditorReferences.isOcr(text);
    }

    private static boolean isTime(String text) {
        try {
            return TIME.matcher(text).matches() && LocalDateTime.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    static Optional<LocalDate> date(String text) {
        try {
            return DATE.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
