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
        if (document instanceof InvoiceDocument) {
            InvoiceDocument invoice = (InvoiceDocument) document;
            InvoiceChecks.run(invoice.invoice(), options.asOf(), assessment);
            IdentifierChecks.run(invoice.invoice(), assessment);
        } else if (document instanceof InvoiceTextDocument) {
            InvoiceTextDocument invoice = (InvoiceTextDocument) document;
            InvoiceTextChecks.run(invoice.invoice(), options.asOf(), assessment);
            lines(invoice.invoice().lines(), assessment);
        } else if (document instanceof RegisterDocument) {
            RegisterDocument register = (RegisterDocument) document;
            new RegisterChecks().run(register.register(), assessment);
            lines(register.lines(), assessment);
        } else if (document instanceof PolicyDocument) {
            policy(((PolicyDocument) document).text(), assessment);
        }
    }

    private static void policy(PolicyText text, Assessment assessment) {
        PrivacyTextChecks privacy = new PrivacyTextChecks();
        if (privacy.isAbout(text)) {
            privacy.run(text, assessment);
        } else {
            PRIVACY_TEXT.forEach(rule -> assessment.notAssessed(rule, "Texten handlar inte om personuppgifter."));
        }
        new PolicyChecks().run(text, assessment);
        lines(text.lines(), assessment);
    }

    private static void lines(List<String> lines, Assessment assessment) {
        IdentifierChecks.run(lines, assessment);
        PersonalDataScan.run(String.join("\n", lines), assessment);
    }
}
