package dev.llmagents.team.svea.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.document.UnreadableInputException.Reason;
import dev.llmagents.team.svea.input.SveaDocument.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SveaDocumentsTest {
    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SveaDocument read(String text) throws UnreadableInputException {
        return SveaDocuments.read("fil", utf8(text));
    }

    private static Reason refusal(String name, byte[] bytes) {
        UnreadableInputException refused =
                assertThrows(UnreadableInputException.class, () -> SveaDocuments.read(name, bytes));
        assertTrue(refused.getMessage().startsWith(name + " "), refused.getMessage());
        assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
        return refused.reason();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "SIE | #FLAGGA 0\\n#FORMAT PC8\\n#SIETYP 4",
                "SIE | \\n\\n#PROGRAM `x` 1",
                "SIE_5 | <?xml version='1.0'?><Sie xmlns='http://www.sie.se/sie5'/>",
                "UBL | <Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'/>",
                "UBL | <q:CreditNote xmlns:q='urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2'/>",
                "UBL | <StandardBusinessDocument xmlns='urn:x'><H/><Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'/></StandardBusinessDocument>",
                "SVEFAKTURA | <Invoice xmlns='urn:sfti:documents:BasicInvoice:1:0'/>",
                "REGISTER | Ändamål;Registrerade;Personuppgifter;Mottagare\\nSälja varor till kund;Kunder;Namn;Inga",
                "REGISTER | ändamål: a\\nregistrerade: b\\npersonuppgifter: c\\nmottagare: d",
                "REGISTER | {\"ändamål\":\"a\",\"registrerade\":\"b\",\"personuppgifter\":\"c\",\"mottagare\":\"d\"}",
                "CHART | kontonr;namn\\n1910;Kassa\\n1930;Bank\\n2440;Skulder",
                "CHART | {\"country_code\":\"se\",\"name\":\"x\",\"tree\":{\"Kassa\":{\"account_number\":\"1910\"}}}",
                "INVOICE_TEXT | FAKTURA\\nFakturanr 1\\nFakturadatum 2026-01-01\\nAtt betala 100,00\\nBankgiro 5999-1117",
                "TEXT | # Policy\\n\\nVi sparar fakturor.",
                "TEXT | [länk](x) till något",
                "TEXT | #hashtag är inte SIE"
            })
    void kinds_are_told_by_content(Kind kind, String content) throws Exception {
        assertEquals(kind, read(content.replace("\\n", "\n")).kind());
    }

    @Test
    void a_json_document_is_opened_and_read_for_what_is_in_it() throws Exception {
        assertEquals(
                Kind.TEXT,
                read("{\"document_type\":\"policy\",\"document_data\":\"Vi sparar fakturor.\"}")
                        .kind());
        assertEquals(
                Kind.SIE,
                read("{\"document_type\":\"x\",\"document_data\":\"#FLAGGA 0\\n#SIETYP 4\"}")
                        .kind());
        assertEquals(
                Kind.REGISTER,
                read("{\"document_type\":\"register\",\"document_data\":{\"ändamål\":\"a\",\"registrerade\":\"b\",\"personuppgifter\":\"c\",\"mottagare\":\"d\"}}")
                        .kind());
        PolicyDocument fields =
                (PolicyDocument) read("{\"document_type\":\"x\",\n\"document_data\":{\n\"org_nr\":\"5560602345\"}}");
        assertEquals("org nr: 5560602345", fields.text().lines().get(2));
        String nested = "{\"document_type\":\"x\",\"document_data\":" + Arrays.toString(new int[0]) + "}";
        assertEquals(Kind.TEXT, read(nested).kind());
    }

    @Test
    void what_cannot_be_used_is_refused_with_one_sentence() {
        assertEquals(Reason.HTML_PAGE, refusal("bokslut.se", utf8("<!DOCTYPE html><html><body>404</body></html>")));
        assertEquals(Reason.EMPTY, refusal("tom.txt", new byte[0]));
        assertEquals(Reason.EMPTY, refusal("tom.txt", utf8(" \n\t")));
        assertEquals(Reason.BINARY, refusal("bild.se", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}));
        assertEquals(Reason.DAMAGED, refusal("a.xml", utf8("<?xml version='1.0'?><a><b></a>")));
        assertEquals(
                Reason.REFUSED,
                refusal("a.xml", utf8("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>")));
        assertEquals(Reason.REFUSED, refusal("a.xml", utf8("<a>".repeat(5_000))));
        assertEquals(Reason.DAMAGED, refusal("a.json", utf8("{\"a\":" + "[".repeat(100_000))));
        assertEquals(
                Reason.UNSUPPORTED_DOCUMENT, refusal("a.xml", utf8("<rsm:CrossIndustryInvoice xmlns:rsm='urn:un'/>")));
        assertEquals(
                Reason.UNSUPPORTED_DOCUMENT,
                refusal("a.xml", utf8("<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'/>")));
        assertEquals(Reason.DAMAGED, refusal("a.pdf", utf8("%PDF-1.4 trasig")));
    }

    @Test
    void a_web_page_named_as_bookkeeping_is_called_one() {
        UnreadableInputException refused = assertThrows(
                UnreadableInputException.class, () -> SveaDocuments.read("a.SE", utf8("<html><head></head></html>")));
        assertTrue(refused.getMessage().contains("webbsida (HTML), inte SIE"), refused.getMessage());
    }

    @Test
    void a_zip_bomb_is_refused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(utf8("<w:document xmlns:w='urn:w'><w:t>"));
            byte[] nothing = new byte[1 << 20];
            Arrays.fill(nothing, (byte) ' ');
            for (int i = 0; i < 100; i++) {
                zip.write(nothing);
            }
        }
        assertEquals(Reason.TOO_LARGE, refusal("bomb.docx", packed.toByteArray()));
    }

    @Test
    void bookkeeping_keeps_its_bytes_whatever_their_encoding() throws Exception {
        byte[] bytes = "#FLAGGA 0\n#FNAMN \"Åkeri Ö\"\n".getBytes(Charset.forName("IBM437"));
        SieDocument sie = (SieDocument) SveaDocuments.read("a.se", bytes);
        assertTrue(Arrays.equals(bytes, sie.bytes()));
    }

    @Test
    void latin_1_is_read_and_said() throws Exception {
        SveaDocument document =
                SveaDocuments.read("a.txt", "Vi sparar räkningar på kontoret.".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(1, document.warnings().size());
        assertTrue(((PolicyDocument) document).text().lines().get(0).contains("räkningar"));
    }

    @Test
    void every_sample_is_what_it_is_named_for() throws Exception {
        List<String> expected = List.of(
                "arkiveringsrutin.md TEXT",
                "faktura-i-text.txt INVOICE_TEXT",
                "faktura-med-fel.xml UBL",
                "faktura-utan-fel.xml UBL",
                "integritetspolicy.md TEXT",
                "registerforteckning-med-brister.yaml REGISTER",
                "registerforteckning.csv REGISTER",
                "scenario.txt TEXT");
        for (String line : expected) {
            String name = line.substring(0, line.indexOf(' '));
            SveaDocument document = SveaDocuments.read(name, Files.readAllBytes(Path.of("samples/svea", name)));
            assertEquals(line, name + " " + document.kind());
        }
    }

    @Test
    void broken_samples_are_read_or_refused_and_nothing_else_happens() throws Exception {
        Random random = new Random(7);
        for (String name : List.of(
                "faktura-utan-fel.xml",
                "registerforteckning.csv",
                "registerforteckning-med-brister.yaml",
                "scenario.txt")) {
            byte[] whole = Files.readAllBytes(Path.of("samples/svea", name));
            for (int round = 0; round < 60; round++) {
                byte[] broken = Arrays.copyOf(whole, random.nextInt(whole.length) + 1);
                for (int i = 0; i < 5; i++) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                }
                try {
                    assertFalse(SveaDocuments.read(name, broken).name().isEmpty());
                } catch (UnreadableInputException e) {
                    assertTrue(e.getMessage().startsWith(name + " "), e.getMessage());
                }
            }
        }
    }
}
