package dev.llmagents.team.svea.gdpr;

import dev.llmagents.ident.Identifier;
import dev.llmagents.ident.Identifiers;
import dev.llmagents.team.svea.rule.Assessment;

/** Counts the personal data that a file holds, for the person who is about to send it somewhere. */
public final class PersonalDataScan {
    /** Addresses of a few contacts belong to any document. */
    private static final int FEWEST_EMAILS = 5;

    private PersonalDataScan() {}

    /** Adds a pointer if {@code text} holds identity numbers, or e-mail addresses in number. */
    public static void run(String text, Assessment assessment) {
        assessment.ran("GDP-020");
        long numbers = 0;
        long emails = 0;
        for (Identifier found : Identifiers.in(text)) {
            switch (found.kind()) {
                case PERSONNUMMER, SAMORDNINGSNUMMER -> numbers++;
                case EMAIL -> emails++;
                case ORGANISATIONSNUMMER, BANKGIRO, PLUSGIRO, IBAN, PAYMENT_CARD, PHONE -> {}
            }
        }
        if (numbers > 0 || emails >= FEWEST_EMAILS) {
            assessment.find(
                    "GDP-020",
                    assessment.place(),
                    "personnummer",
                    Long.toString(numbers),
                    "e-post",
                    Long.toString(emails));
        }
    }
}
