package dev.llmagents.team.svea.invoice;

import java.util.List;
import java.util.Locale;

/** Statements that the law wants on an invoice in so many words, and how they are written. */
final class SwedishWords {
    private static final List<String> REVERSE_CHARGE = List.of(
            "omvänd betalningsskyldighet",
            "omvänd skattskyldighet",
            "omvänd byggmoms",
            "reverse charge",
            "reversed charge",
            "köparen är betalningsskyldig");
    private static final List<String> SELF_BILLING =
            List.of("självfakturering", "självfaktura", "self-billing", "self billing", "self-billed", "selfbilling");

    private SwedishWords() {}

    static boolean sayReverseCharge(String text) {
        return holdsOneOf(text, REVERSE_CHARGE);
    }

    static boolean saySelfBilling(String text) {
        return holdsOneOf(text, SELF_BILLING);
    }

    private static boolean holdsOneOf(String text, List<String> phrases) {
        String folded = text.toLowerCase(Locale.ROOT);
        return phrases.stream().anyMatch(folded::contains);
    }
}
