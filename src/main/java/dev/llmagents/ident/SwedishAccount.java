package dev.llmagents.ident;

import dev.llmagents.ident.ClearingNumbers.Series;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Swedish bank account: clearing number and account number, and whether they can belong together.
 *
 * @param clearing four digits; five for those of Swedbank that begin with 8
 * @param account digits as written
 * @param bank the bank that has the clearing number; empty if no bank has
 */
public record SwedishAccount(String clearing, String account, Optional<String> bank, Verdict verdict) {
    /** What the check digits say. */
    public enum Verdict {
        RIGHT,
        /** No bank has this clearing number. */
        UNKNOWN_CLEARING,
        /** The fifth digit of a clearing number of Swedbank is wrong. */
        WRONG_CLEARING_DIGIT,
        WRONG_LENGTH,
        WRONG_CHECK_DIGIT,
        /** The check digit is wrong, but there are accounts of this bank of which it is: nothing can be said. */
        NOT_CHECKABLE
    }

    private static final Pattern FORM = Pattern.compile("[0-9][0-9 .,-]{4,23}");

    /**
     * Reads an account as people write it, such as {@code 5000-0000004}, {@code 8327-9, 33 927 284-5}, {@code 6000 123 456 789}.
     *
     * @return empty if {@code text} is no such number at all: letters in it, or too few digits
     */
    public static Optional<SwedishAccount> read(String text) {
        String strict = text.strip();
        if (!FORM.matcher(strict).matches()) {
            return Optional.empty();
        }
        String digits = strict.replaceAll("[ .,-]", "");
        int head = digits.startsWith("8") ? 5 : 4;
        return digits.length() < head + 2 ? Optional.empty() : Optional.of(of(digits, head));
    }

    private static SwedishAccount of(String digits, int head) {
        String clearing = digits.substring(0, head);
        String account = digits.substring(head);
        Optional<Series> series = ClearingNumbers.series(Integer.parseInt(clearing, 0, 4, 10));
        Verdict verdict = series.map(row -> check(row, clearing, account)).orElse(Verdict.UNKNOWN_CLEARING);
        return new SwedishAccount(clearing, account, series.map(Series::bank), verdict);
    }

    private static Verdict check(Series series, String clearing, String account) {
        if (clearing.length() == 5 && !CheckDigits.luhn(clearing)) {
            return Verdict.WRONG_CLEARING_DIGIT;
        }
        if (account.length() < series.shortest() || account.length() > series.longest()) {
            return Verdict.WRONG_LENGTH;
        }
        if (series.kind() == 1) {
            String counted = series.comment() == 1 ? clearing.substring(1) : clearing;
            return CheckDigits.mod11(counted + account) ? Verdict.RIGHT : Verdict.WRONG_CHECK_DIGIT;
        }
        return switch (series.comment()) {
            case 1 -> CheckDigits.luhn(account) ? Verdict.RIGHT : Verdict.WRONG_CHECK_DIGIT;
            case 2 ->
                CheckDigits.mod11("0".repeat(9 - account.length()) + account)
                        ? Verdict.RIGHT
                        : Verdict.WRONG_CHECK_DIGIT;
            default -> CheckDigits.luhn(account) ? Verdict.RIGHT : Verdict.NOT_CHECKABLE;
        };
    }
}
