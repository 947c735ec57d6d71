package dev.llmagents.team.felicia.bank;

import dev.llmagents.ident.Bics;
import dev.llmagents.ident.CreditorReferences;
import dev.llmagents.ident.GiroNumbers;
import dev.llmagents.ident.Ibans;
import dev.llmagents.ident.SwedishAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** BK01 to BK05: the numbers of both ends of a payment, and its reference. */
final class IdentifierChecks {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{2,25}");

    private IdentifierChecks() {}

    static List<Check> of(Party party, String role) {
        List<Check> checks = new ArrayList<>();
        party.number().iban().ifPresent(iban -> checks.add(iban(iban, role)));
        party.number().bic().ifPresent(bic -> checks.add(bic(bic, party, role)));
        party.number()
                .bankgiro()
                .ifPresent(number -> checks.add(giro("bankgiro", number, GiroNumbers.bankgiro(number), role)));
        party.number()
                .plusgiro()
                .ifPresent(number -> checks.add(giro("plusgiro", number, GiroNumbers.plusgiro(number), role)));
        party.number().domestic().ifPresent(number -> checks.add(domestic(number, role)));
        return checks;
    }

    private static Check iban(String iban, String role) {
        Optional<Ibans.Flaw> flaw = Ibans.flaw(iban);
        String limit = "ISO 13616";
        if (flaw.isEmpty()) {
            return new Check(CheckCode.BK01_IBAN, Outcome.PASS, "The IBAN of the " + role + " is right.", iban, limit);
        }
        String what = switch (flaw.get()) {
            case FORM -> "has not the form of one";
            case COUNTRY -> "begins with a country that has none";
            case LENGTH -> "has not the length of its country";
            case CHECK_DIGITS -> "has wrong check digits, so at least one character is wrong";
        };
        return new Check(CheckCode.BK01_IBAN, Outcome.BLOCK, "The IBAN of the " + role + " " + what + ".", iban, limit);
    }

    private static Check bic(String bic, Party party, String role) {
        String limit = "ISO 9362";
        if (!Bics.isValid(bic)) {
            return new Check(
                    CheckCode.BK02_BIC,
                    Outcome.BLOCK,
                    "The BIC of the " + role + " has not the form of one.",
                    bic,
                    limit);
        }
        boolean abroad = party.country().isPresent() && !party.country().equals(Bics.country(bic));
        return abroad
                ? new Check(
                        CheckCode.BK02_BIC,
                        Outcome.WARN,
                        "The BIC of the " + role + " is of another country than its account.",
                        bic,
                        party.country().get())
                : new Check(
                        CheckCode.BK02_BIC,
                        Outcome.PASS,
                        "The BIC of the " + role + " has the right form.",
                        bic,
                        limit);
    }

    private static Check giro(String kind, String number, Optional<String> right, String role) {
        return right.isPresent()
                ? new Check(
                        CheckCode.BK03_BANKGIRO,
                        Outcome.PASS,
                        "The " + kind + " number of the " + role + " is right.",
                        number,
                        "Luhn")
                : new Check(
                        CheckCode.BK03_BANKGIRO,
                        Outcome.BLOCK,
                        "The " + kind + " number of the " + role + " has a wrong length or check digit.",
                        number,
                        "Luhn");
    }

    private static Check domestic(String number, String role) {
        Optional<SwedishAccount> account = SwedishAccount.read(number);
        SwedishAccount.Verdict verdict =
                account.map(SwedishAccount::verdict).orElse(SwedishAccount.Verdict.WRONG_LENGTH);
        String bank = account.flatMap(SwedishAccount::bank).orElse("no bank");
        Outcome outcome = switch (verdict) {
            case RIGHT -> Outcome.PASS;
            case NOT_CHECKABLE, UNKNOWN_CLEARING -> Outcome.WARN;
            case WRONG_CHECK_DIGIT, WRONG_CLEARING_DIGIT, WRONG_LENGTH -> Outcome.BLOCK;
        };
        String message = switch (verdict) {
            case RIGHT -> "is right";
            case NOT_CHECKABLE -> "cannot be checked: this bank has accounts whose check digit is none";
            case UNKNOWN_CLEARING -> "has a clearing number that is not in the table";
            case WRONG_CHECK_DIGIT -> "has a wrong check digit";
            case WRONG_CLEARING_DIGIT -> "has a wrong fifth digit of the clearing number";
            case WRONG_LENGTH -> "has a wrong number of digits";
        };
        return new Check(
                CheckCode.BK04_SE_ACCOUNT,
                outcome,
                "The Swedish account of the " + role + " " + message + ".",
                number,
                bank);
    }

    static List<Check> reference(Optional<String> reference, Party creditor) {
        if (reference.isEmpty()) {
            return List.of();
        }
        String text = reference.get();
        if (CreditorReferences.looksLikeRf(text)) {
            boolean right = CreditorReferences.isRf(text);
            return List.of(new Check(
                    CheckCode.BK05_REF,
                    right ? Outcome.PASS : Outcome.BLOCK,
                    right ? "The RF reference is right." : "The RF reference has wrong check digits.",
                    text,
                    "ISO 11649"));
        }
        boolean giro = creditor.number().bankgiro().isPresent()
                || creditor.number().plusgiro().isPresent();
        if (giro && DIGITS.matcher(text).matches()) {
            boolean right = CreditorReferences.isOcr(text);
            // A payee may also take free messages, and then a number need not be an OCR reference.
            return List.of(new Check(
                    CheckCode.BK05_REF,
                    right ? Outcome.PASS : Outcome.WARN,
                    right
                            ? "The OCR reference is right."
                            : "The reference is no right OCR number: the payee may refuse it.",
                    text,
                    "Luhn"));
        }
        return List.of(new Check(CheckCode.BK05_REF, Outcome.PASS, "The reference is a free message.", text, "none"));
    }
}
