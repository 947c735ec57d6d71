package dev.llmagents.team.svea.identity;

import dev.llmagents.ident.LabelledNumber;
import dev.llmagents.ident.LabelledNumbers;
import dev.llmagents.ident.NumberCheck;
import dev.llmagents.ident.NumberKind;
import dev.llmagents.ident.NumberVerdict;
import dev.llmagents.team.svea.invoice.Field;
import dev.llmagents.team.svea.invoice.Invoice;
import dev.llmagents.team.svea.invoice.Party;
import dev.llmagents.team.svea.invoice.PaymentMeans;
import dev.llmagents.team.svea.invoice.PeppolBasics;
import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.Place;
import dev.llmagents.team.svea.rule.Severity;
import java.util.List;

/**
 * Applies ID-001 to ID-008. A number is judged where a field or the word in front says what it is; a number in prose that
 * says nothing about itself is left alone. Pure.
 */
public final class IdentifierChecks {
    private static final List<String> RULES =
            List.of("ID-001", "ID-002", "ID-003", "ID-004", "ID-005", "ID-006", "ID-007", "ID-008");

    private IdentifierChecks() {}

    /** Judges the labelled numbers of a text by its lines. */
    public static void run(List<String> lines, Assessment assessment) {
        RULES.forEach(assessment::ran);
        for (int i = 0; i < lines.size(); i++) {
            for (LabelledNumber number : LabelledNumbers.in(lines.get(i))) {
                report(number.kind(), number.written(), number.verdict(), assessment.line(i + 1), assessment);
            }
        }
    }

    /**
     * Judges the fields of an invoice. What SE-R-001 to 013 or Peppol's rule for scheme 0007 say already is left to them,
     * so that one mistake is reported once.
     */
    public static void run(Invoice invoice, Assessment assessment) {
        RULES.forEach(assessment::ran);
        boolean sellerIsCovered = invoice.syntax() == Invoice.Syntax.UBL
                && invoice.seller().map(party -> party.isIn("SE")).orElse(false);
        boolean isPeppol = PeppolBasics.appliesTo(invoice);
        invoice.seller().ifPresent(party -> party(party, sellerIsCovered, isPeppol, true, assessment));
        invoice.buyer().ifPresent(party -> party(party, false, isPeppol, false, assessment));
        invoice.payments().forEach(means -> payment(means, assessment));
    }

    /**
     * @param isIssuer whether the party made the invoice and knows its own numbers; a wrong number of the other one is a
     *     slip that leaves the invoice standing
     */
    private static void party(
            Party party, boolean isCovered, boolean isPeppol, boolean isIssuer, Assessment assessment) {
        Severity severity = isIssuer ? Severity.FEL : Severity.VARNING;
        party.legalId().ifPresent(id -> {
            boolean saysSwedish = !isPeppol && id.scheme().equals("0007")
                    || party.isIn("SE") && id.scheme().isEmpty();
            if (saysSwedish && !isCovered) {
                judge(NumberKind.ORGANISATIONSNUMMER, id, severity, assessment);
            }
        });
        party.vatId().ifPresent(id -> {
            boolean isSwedish = id.value().startsWith("SE");
            // SE-R-001 and 002 look at the form only.
            boolean formIsSaid =
                    isCovered && NumberCheck.check(NumberKind.MOMSNUMMER, id.value()) == NumberVerdict.WRONG_FORM;
            if (isSwedish && !formIsSaid) {
                judge(NumberKind.MOMSNUMMER, id, severity, assessment);
            }
        });
        party.endpoint().ifPresent(address -> {
            if (address.scheme().equals("0088")) {
                judge(NumberKind.GLN, address, Severity.VARNING, assessment);
            } else if (address.scheme().equals("0007")
                    && !isPeppol
                    && !NumberCheck.check(NumberKind.ORGANISATIONSNUMMER, address.value())
                            .isValid()) {
                NumberVerdict verdict = NumberCheck.check(NumberKind.ORGANISATIONSNUMMER, address.value());
                find(
                        "ID-008",
                        Severity.VARNING,
                        "Elektronisk adress 0007",
                        address.value(),
                        verdict,
                        assessment.line(address.line()),
                        assessment);
            }
        });
    }

    private static void payment(PaymentMeans means, Assessment assessment) {
        String branch = means.branch().map(Field::value).orElse("");
        means.account().ifPresent(account -> {
            String value = account.value().replace(" ", "");
            if (branch.equals("SE:BANKGIRO")) {
                judge(NumberKind.BANKGIRO, account, Severity.FEL, assessment);
            } else if (branch.equals("SE:PLUSGIRO")) {
                judge(NumberKind.PLUSGIRO, account, Severity.FEL, assessment);
            } else if (value.matches("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}")) {
                judge(NumberKind.IBAN, account, Severity.FEL, assessment);
            }
        });
    }

    private static void judge(NumberKind kind, Field field, Severity severity, Assessment assessment) {
        NumberVerdict verdict = NumberCheck.check(kind, field.value());
        if (!verdict.isValid()) {
            String written = shown(kind, field.value());
            find(ruleOf(kind), severity, nameOf(kind), written, verdict, assessment.line(field.line()), assessment);
        }
    }

    private static void report(
            NumberKind kind, String written, NumberVerdict verdict, Place place, Assessment assessment) {
        if (!verdict.isValid()) {
            Severity severity = assessment.catalogue().get(ruleOf(kind)).severity();
            find(ruleOf(kind), severity, nameOf(kind), shown(kind, written), verdict, place, assessment);
        }
    }

    private static void find(
            String rule,
            Severity severity,
            String name,
            String written,
            NumberVerdict verdict,
            Place place,
            Assessment assessment) {
        assessment.find(rule, severity, place, "sort", name, "nummer", written, "skäl", reason(verdict));
    }

    /** The last four of a person's number are left out: the place says where it stands. */
    private static String shown(NumberKind kind, String written) {
        boolean isPerson = kind == NumberKind.PERSONNUMMER || kind == NumberKind.SAMORDNINGSNUMMER;
        return isPerson && written.length() > 4 ? written.substring(0, written.length() - 4) + "****" : written;
    }

    private static String ruleOf(NumberKind kind) {
        return switch (kind) {
            case PERSONNUMMER -> "ID-001";
            case SAMORDNINGSNUMMER -> "ID-002";
            case ORGANISATIONSNUMMER -> "ID-003";
            case MOMSNUMMER -> "ID-004";
            case BANKGIRO, PLUSGIRO -> "ID-005";
            case OCR -> "ID-006";
            case IBAN -> "ID-007";
            case GLN -> "ID-008";
        };
    }

    private static String nameOf(NumberKind kind) {
        return switch (kind) {
            case PERSONNUMMER -> "Personnumret";
            case SAMORDNINGSNUMMER -> "Samordningsnumret";
            case ORGANISATIONSNUMMER -> "Organisationsnumret";
            case MOMSNUMMER -> "Momsregistreringsnumret";
            case BANKGIRO -> "Bankgironumret";
            case PLUSGIRO -> "Plusgironumret";
            case OCR -> "OCR-numret";
            case IBAN -> "IBAN";
            case GLN -> "GLN";
        };
    }

    private static String reason(NumberVerdict verdict) {
        return switch (verdict) {
            case VALID -> "inget fel";
            case WRONG_FORM -> "fel antal siffror eller otillåtna tecken";
            case NO_SUCH_DATE -> "datumet finns inte";
            case WRONG_CHECK_DIGIT -> "fel kontrollsiffra";
        };
    }
}
