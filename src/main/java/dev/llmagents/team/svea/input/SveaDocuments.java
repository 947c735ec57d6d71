package dev.llmagents.team.svea.input;

import dev.llmagents.document.PdfText;
import dev.llmagents.document.TextDocument;
import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.document.UnreadableInputException.Reason;
import dev.llmagents.document.XmlElement;
import dev.llmagents.document.XmlTree;
import dev.llmagents.team.svea.gdpr.Register;
import dev.llmagents.team.svea.gdpr.RegisterReader;
import dev.llmagents.team.svea.input.SveaDocument.Kind;
import dev.llmagents.team.svea.invoice.Invoice.Syntax;
import dev.llmagents.team.svea.invoice.InvoiceText;
import dev.llmagents.team.svea.invoice.UblReader;
import dev.llmagents.team.svea.text.PolicyText;
import dev.llmagents.team.svea.text.Tree;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells what an input is by its content and reads it. Whatever cannot be used is refused with one Swedish sentence. Opens
 * no connection and no other file. Thread-safe.
 */
public final class SveaDocuments {
    private static final Pattern SIE_LABEL = Pattern.compile(
            "(?m)^[ \\t]*#(FLAGGA|PROGRAM|FORMAT|GEN|SIETYP|PROSA|FTYP|FNR|ORGNR|BKOD|ADRESS|FNAMN|RAR|TAXAR|OMFATTN|KPTYP"
                    + "|VALUTA|KONTO|KTYP|SRU|IB|UB|RES|VER|TRANS|KSUMMA)(?=[\\s\"])");
    private static final int SIE_LINES = 20;
    private static final int SIE_HEAD = 8_192;
    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String SIE_5 = "http://www.sie.se/sie5";
    /** Beyond this nobody writes a register by hand. */
    private static final int LONGEST_YAML = 2_000_000;

    private static final Pattern YAML_KEY = Pattern.compile("(?:- )?[\\p{L}_\"'][\\p{L}\\d_ \"'-]{0,60}:(?:\\s.*)?");

    private SveaDocuments() {}

    /**
     * Reads an input.
     *
     * @param name the input's name, for messages and places
     * @throws UnreadableInputException with a Swedish sentence if it cannot be used
     */
    public static SveaDocument read(String name, byte[] bytes) throws UnreadableInputException {
        if (isSie(bytes)) {
            return new SieDocument(name, Kind.SIE, bytes);
        }
        TextDocument text;
        try {
            text = TextDocument.ofTextOrPdf(name, bytes, PdfText.Limits.DEFAULT);
        } catch (UnreadableInputException e) {
            throw Refusals.inSwedish(name, e);
        }
        List<String> warnings = text.warnings().isEmpty()
                ? List.of()
                : List.of(name + " är inte UTF-8; teckenkodningen är gissad, så kontrollera å, ä och ö.");
        String content = Normalizer.normalize(text.text(), Normalizer.Form.NFC);
        return ofText(new TextDocument(name, content, warnings), bytes, true);
    }

    /** The first lines decide, whatever the encoding: labels are ASCII. */
    private static boolean isSie(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, SIE_HEAD), StandardCharsets.ISO_8859_1);
        String[] lines = head.split("\\R", SIE_LINES + 1);
        for (int i = 0; i < Math.min(lines.length, SIE_LINES); i++) {
            if (SIE_LABEL
                    .matcher(lines[i].replace("\u00EF\u00BB\u00BF", "") + "\n")
                    .find()) {
                return true;
            }
        }
        return false;
    }

    private static SveaDocument ofText(TextDocument text, byte[] bytes, boolean mayUnwrap)
            throws UnreadableInputException {
        String start = text.text().stripLeading();
        if (start.startsWith("<") && looksLikeXml(start)) {
            return ofXml(text, bytes);
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            Optional<Tree> json = Tree.ofJson(text.text());
            if (json.isPresent()) {
                return ofJson(text, json.get(), mayUnwrap);
            }
            if (start.startsWith("{\"") || start.matches("(?s)\\{\\s*\"[^\"]{0,200}\"\\s*:.*")) {
                throw new UnreadableInputException(
                        Reason.DAMAGED,
                        text.name()
                                + " kan inte läsas som JSON: filen är trasig eller för djupt nästlad, exportera den på nytt.");
            }
        }
        return ofPlainText(text);
    }

    private static boolean looksLikeXml(String start) {
        return start.length() > 1
                && (start.charAt(1) == '?' || start.charAt(1) == '!' || Character.isLetter(start.charAt(1)));
    }

    private static SveaDocument ofXml(TextDocument text, byte[] bytes) throws UnreadableInputException {
        XmlElement root;
        try {
            root = XmlTree.read(text.name(), text.text().stripLeading());
        } catch (UnreadableInputException e) {
            throw Refusals.inSwedish(text.name(), e);
        }
        if (root.namespace().equals(SIE_5)
                && (root.name().equals("Sie") || root.name().equals("SieEntry"))) {
            return new SieDocument(text.name(), Kind.SIE_5, bytes);
        }
        // Peppol's envelope holds the invoice beside its header.
        XmlElement document = root.name().equals("StandardBusinessDocument")
                ? root.children().stream()
                        .filter(SveaDocuments::isUbl)
                        .findFirst()
                        .orElse(root)
                : root;
        if (isUbl(document)) {
            return new InvoiceDocument(text.name(), Kind.UBL, UblReader.read(document, Syntax.UBL), text.warnings());
        }
        if (document.namespace().startsWith("urn:sfti:documents:BasicInvoice")) {
            List<String> warnings = new ArrayList<>(text.warnings());
            warnings.add(text.name() + " är en Svefaktura 1.0, som har ersatts av Peppol BIS Billing 3;"
                    + " den läses så långt fälten motsvarar varandra.");
            return new InvoiceDocument(
                    text.name(), Kind.SVEFAKTURA, UblReader.read(document, Syntax.SVEFAKTURA), warnings);
        }
        if (document.name().equals("CrossIndustryInvoice")) {
            throw Refusals.notSupported(
                    text.name(),
                    "en faktura i formatet CII, som inte läses: be om den som UBL (Peppol BIS Billing 3).");
        }
        String shown = document.name().length() > 60 ? document.name().substring(0, 60) : document.name();
        throw Refusals.notSupported(
                text.name(),
                "XML med rotelementet ”" + shown + "”, som inte läses: lämna en SIE-fil eller en faktura i UBL.");
    }

    private static boolean isUbl(XmlElement element) {
        return element.namespace().equals(UBL + "Invoice-2") && element.name().equals("Invoice")
                || element.namespace().equals(UBL + "CreditNote-2")
                        && element.name().equals("CreditNote");
    }

    private static SveaDocument ofJson(TextDocument text, Tree json, boolean mayUnwrap)
            throws UnreadableInputException {
        if (json.kind() == Tree.Kind.MAP) {
            Optional<Tree> data = Optional.ofNullable(json.fields().get("document_data"));
            if (data.isPresent() && json.fields().containsKey("document_type") && mayUnwrap) {
                return ofDocumentData(text, data.get());
            }
            if (json.fields().containsKey("country_code") && json.fields().containsKey("tree")) {
                return Charts.ofErpNext(text.name(), json.fields().get("tree"), text.warnings());
            }
        }
        Optional<Register> register = new RegisterReader().read(json);
        List<String> lines = JsonLines.of(json);
        if (register.isPresent()) {
            return new RegisterDocument(text.name(), register.get(), lines, text.warnings());
        }
        return ofLines(text, lines);
    }

    private static SveaDocument ofDocumentData(TextDocument text, Tree data) throws UnreadableInputException {
        if (data.kind() == Tree.Kind.SCALAR) {
            if (data.scalar().isBlank()) {
                throw new UnreadableInputException(
                        Reason.EMPTY, text.name() + ": document_data är tomt, det finns inget att granska.");
            }
            byte[] inner = data.scalar().getBytes(StandardCharsets.UTF_8);
            if (isSie(inner)) {
                return new SieDocument(text.name(), Kind.SIE, inner);
            }
            return ofText(new TextDocument(text.name(), data.scalar(), text.warnings()), inner, false);
        }
        return ofJson(text, data, false);
    }

    private static SveaDocument ofPlainText(TextDocument text) {
        List<String> lines = text.lines();
        Optional<ChartDocument> chart = Charts.ofCsv(text.name(), text.text(), text.warnings());
        if (chart.isPresent()) {
            return chart.get();
        }
        RegisterReader registers = new RegisterReader();
        Optional<Register> register = Optional.empty();
        if (text.text().length() <= LONGEST_YAML && startsAsYaml(lines)) {
            register = Tree.ofYaml(text.text()).flatMap(registers::read);
        }
        if (register.isEmpty()) {
            register = registers.read(text.text(), lines);
        }
        return register.isPresent()
                ? new RegisterDocument(text.name(), register.get(), lines, text.warnings())
                : ofLines(text, lines);
    }

    /** Whether the first line that is no comment is a key. */
    private static boolean startsAsYaml(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.equals("---"))
                .findFirst()
                .map(line -> YAML_KEY.matcher(line).matches())
                .orElse(false);
    }

    private static SveaDocument ofLines(TextDocument text, List<String> lines) {
        Optional<InvoiceText> invoice = InvoiceText.of(lines);
        return invoice.isPresent()
                ? new InvoiceTextDocument(text.name(), invoice.get(), text.warnings())
                : new PolicyDocument(text.name(), PolicyText.of(lines), text.warnings());
    }
}
