package dev.llmagents.team.felicia.payment;

import dev.llmagents.ident.CreditorReferences;
import dev.llmagents.team.felicia.bank.Party;
import dev.llmagents.team.felicia.bank.Payment;
import dev.llmagents.team.felicia.bank.Variant;
import dev.llmagents.team.felicia.mission.AccountNumber;
import dev.llmagents.team.felicia.payment.PaymentFile.Group;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a pain.001.001.09. Payments in euro follow the implementation guidelines of the SEPA credit transfer scheme
 * (EPC132-08); payments in kronor the Swedish Common Interpretation: no SEPA service level, bankgiro numbers under the
 * proprietary scheme BGNR with clearing member 9900, plusgiro numbers as BBAN with 9960.
 */
final class Pain001Writer {
    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final String BANKGIRO_MEMBER = "9900";
    private static final String PLUSGIRO_MEMBER = "9960";
    private static final int CLEARING_DIGITS = 4;

    private final String messageId;
    private final LocalDate asOf;
    private XMLStreamWriter xml;
    private int depth;

    Pain001Writer(String messageId, LocalDate asOf) {
        this.messageId = messageId;
        this.asOf = asOf;
    }

    byte[] write(List<Group> groups) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            open("Document");
            xml.writeDefaultNamespace(NAMESPACE);
            open("CstmrCdtTrfInitn");
            List<Payment> all =
                    groups.stream().flatMap(group -> group.payments().stream()).toList();
            open("GrpHdr");
            leaf("MsgId", messageId);
            // Only the day is known; midnight says so.
            leaf("CreDtTm", asOf + "T00:00:00");
            totals(all.size(), PaymentFile.sum(all));
            open("InitgPty");
            leaf("Nm", all.get(0).debtor().name());
            close();
            close();
            for (Group group : groups) {
                group(group);
            }
            close();
            close();
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory does not refuse to be written", e);
        }
        return bytes.toByteArray();
    }

    private void group(Group group) throws XMLStreamException {
        Payment first = group.payments().get(0);
        Variant variant = first.variant();
        open("PmtInf");
        leaf("PmtInfId", group.id());
        leaf("PmtMtd", "TRF");
        totals(group.payments().size(), group.sum());
        open("PmtTpInf");
        open("SvcLvl");
        leaf("Cd", variant == Variant.SEPA ? "SEPA" : "NURG");
        close();
        close();
        open("ReqdExctnDt");
        leaf("Dt", group.date().toString());
        close();
        party("Dbtr", first.debtor());
        account("DbtrAcct", first.debtor().number());
        agent("DbtrAgt", first.debtor().number(), true);
        leaf("ChrgBr", variant == Variant.SEPA ? "SLEV" : "SHAR");
        for (Payment payment : group.payments()) {
            payment(payment);
        }
        close();
    }

    private void payment(Payment payment) throws XMLStreamException {
        open("CdtTrfTxInf");
        open("PmtId");
        leaf("EndToEndId", payment.endToEndId());
        close();
        open("Amt");
        indent();
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", payment.currency());
        xml.writeCharacters(payment.amount().toPlainString());
        xml.writeEndElement();
        close();
        agent("CdtrAgt", payment.creditor().number(), false);
        party("Cdtr", payment.creditor());
        account("CdtrAcct", payment.creditor().number());
        if (payment.reference().isPresent()) {
            remittance(payment);
        }
        close();
    }

    private void remittance(Payment payment) throws XMLStreamException {
        String reference = payment.reference().orElseThrow();
        AccountNumber to = payment.creditor().number();
        boolean giro = to.iban().isEmpty()
                && (to.bankgiro().isPresent() || to.plusgiro().isPresent());
        boolean rf = CreditorReferences.isRf(reference);
        open("RmtInf");
        if (rf || (giro && CreditorReferences.isOcr(reference))) {
            open("Strd");
            open("CdtrRefInf");
            open("Tp");
            open("CdOrPrtry");
            leaf("Cd", "SCOR");
            close();
            close();
            leaf("Ref", rf ? CreditorReferences.compact(reference) : reference);
            close();
            close();
        } else {
            leaf("Ustrd", reference);
        }
        close();
    }

    private void party(String name, Party party) throws XMLStreamException {
        open(name);
        leaf("Nm", party.name());
        close();
    }

    private void account(String name, AccountNumber number) throws XMLStreamException {
        open(name);
        open("Id");
        if (number.iban().isPresent()) {
            leaf("IBAN", number.iban().get());
        } else {
            boolean bankgiro = number.bankgiro().isPresent();
            open("Othr");
            leaf(
                    "Id",
                    number.bankgiro().or(number::plusgiro).or(number::domestic).orElseThrow());
            open("SchmeNm");
            leaf(bankgiro ? "Prtry" : "Cd", bankgiro ? "BGNR" : "BBAN");
            close();
            close();
        }
        close();
        close();
    }

    /** The bank of an account: by its code, by its Swedish clearing number; a payer's bank has to be named somehow. */
    private void agent(String name, AccountNumber number, boolean required) throws XMLStreamException {
        boolean swedish = number.iban().isEmpty();
        if (number.bic().isEmpty() && !swedish && !required) {
            return;
        }
        open(name);
        open("FinInstnId");
        if (number.bic().isPresent()) {
            leaf("BICFI", number.bic().get());
        } else if (swedish) {
            open("ClrSysMmbId");
            open("ClrSysId");
            leaf("Cd", "SESBA");
            close();
            leaf("MmbId", member(number));
            close();
        } else {
            open("Othr");
            leaf("Id", "NOTPROVIDED");
            close();
        }
        close();
        close();
    }

    private static String member(AccountNumber number) {
        if (number.bankgiro().isPresent()) {
            return BANKGIRO_MEMBER;
        }
        return number.plusgiro().isPresent()
                ? PLUSGIRO_MEMBER
                : number.domestic().orElseThrow().substring(0, CLEARING_DIGITS);
    }

    private void totals(int count, BigDecimal sum) throws XMLStreamException {
        leaf("NbOfTxs", Integer.toString(count));
        leaf("CtrlSum", sum.toPlainString());
    }

    private void open(String name) throws XMLStreamException {
        indent();
        xml.writeStartElement(name);
        depth++;
    }

    private void close() throws XMLStreamException {
        depth--;
        indent();
        xml.writeEndElement();
    }

    private void leaf(String name, String text) throws XMLStreamException {
        indent();
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void indent() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
