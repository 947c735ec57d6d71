package dev.llmagents.team.svea.input;

import dev.llmagents.team.svea.gdpr.PersonalDataScan;
import dev.llmagents.team.svea.gdpr.PrivacyTextChecks;
import dev.llmagents.team.svea.gdpr.RegisterChecks;
import dev.llmagents.team.svea.identity.IdentifierChecks;
import dev.llmagents.team.svea.invoice.InvoiceChecks;
import dev.llmagents.team.svea.invoice.InvoiceTextChecks;
import dev.llmagents.team.svea.policy.PolicyChecks;
import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.text.PolicyText;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Applies to a document the checks that are for its kind. Bookkeeping files and charts of accounts have checks of their
 * own and get none here. Immutable and safe for threads; the {@link Assessment} is not.
 */
public final class DocumentChecks {
    private static final List<String> PRIVACY_TEXT = IntStream.of(14, 16, 17, 18, 19)
            .mapToObj(number -> "GDP-0" + number)
            .toList();

    private DocumentChecks() {}

    /** Adds what is wrong with {@code document}, and which rules were applied. */
    public static void run(SveaDocument document, CheckOptions options, Assessment assessment) {
        if (document instanceof InvoiceDocument invoice) {
            InvoiceChecks.run(invoice.invoice(), options.asOf(), assessment);
            IdentifierChecks.run(invoice.invoice(), assessment);
        } else if (document instanceof InvoiceTextDocument text) {
            InvoiceTextChecks.run(text.invoice(), options.asOf(), assessment);
            lines(text.invoice().lines(), assessment);
        } else if (document instanceof RegisterDocument register) {
            new RegisterChecks().run(register.register(), assessment);
            notAssessed(
                    16,
                    19,
                    "Dokumentet är ett register; regeln gäller rutiner och information i löpande text.",
                    assessment);
            lines(register.lines(), assessment);
        } else if (document instanceof PolicyDocument policy) {
            policy(policy.text(), assessment);
        }
    }

    private static void notAssessed(int from, int to, String reason, Assessment assessment) {
        for (int rule = from; rule <= to; rule++) {
            assessment.notAssessed("GDP-0" + (rule < 10 ? "0" : "") + rule, reason);
        }
    }

    private static void policy(PolicyText text, Assessment assessment) {
        PrivacyTextChecks privacy = new PrivacyTextChecks();
        if (privacy.isAbout(text)) {
            privacy.run(text, assessment);
        } else {
            PRIVACY_TEXT.forEach(rule -> assessment.notAssessed(rule, "Texten handlar inte om personuppgifter."));
        }
        notAssessed(1, 15, "Dokumentet är ingen registerförteckning.", assessment);
        new PolicyChecks().run(text, assessment);
        lines(text.lines(), assessment);
    }

    private static void lines(List<String> lines, Assessment assessment) {
        IdentifierChecks.run(lines, assessment);
        PersonalDataScan.run(String.join("\n", lines), assessment);
    }
}
