package dev.llmagents.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.document.UnreadableInputException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

class PdfTextTest {
    private static byte[] pdf(int pages, String line, String password) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                if (!line.isEmpty()) {
                    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                        content.beginText();
                        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                        content.newLineAtOffset(50, 700);
                        content.showText(line);
                        content.newLineAtOffset(0, -20);
                        content.showText("Rad två");
                        content.endText();
                    }
                }
            }
            if (!password.isEmpty()) {
                StandardProtectionPolicy policy =
                        new StandardProtectionPolicy(password, password, new AccessPermission());
                policy.setEncryptionKeyLength(128);
                document.protect(policy);
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static Reason refusal(byte[] bytes, PdfText.Limits limits) {
        UnreadableInputException refused =
                assertThrows(UnreadableInputException.class, () -> PdfText.text("a.pdf", bytes, limits));
        assertTrue(refused.getMessage().startsWith("a.pdf "), refused.getMessage());
        return refused.reason();
    }

    @Test
    void reads_the_lines_of_a_document() throws Exception {
        String text = PdfText.text("a.pdf", pdf(1, "Fakturanr: 4711 åäö", ""), PdfText.Limits.DEFAULT);
        assertTrue(text.lines().anyMatch(line -> line.strip().equals("Fakturanr: 4711 åäö")), text);
        assertTrue(text.lines().anyMatch(line -> line.strip().equals("Rad två")), text);
    }

    @Test
    void is_read_as_a_text_document_where_pdf_is_asked_for() throws Exception {
        byte[] bytes = pdf(1, "Hej", "");
        assertTrue(TextDocument.ofTextOrPdf("a.pdf", bytes, PdfText.Limits.DEFAULT)
                .text()
                .contains("Hej"));
        assertThrows(UnreadableInputException.class, () -> TextDocument.of("a.pdf", bytes));
    }

    @Test
    void says_what_is_wrong_with_others() throws Exception {
        assertEquals(Reason.ENCRYPTED, refusal(pdf(1, "Hemligt", "lösen"), PdfText.Limits.DEFAULT));
        assertEquals(Reason.IMAGE_ONLY, refusal(pdf(2, "", ""), PdfText.Limits.DEFAULT));
        assertEquals(
                Reason.DAMAGED, refusal("%PDF-1.7 inget mer".getBytes(StandardCharsets.UTF_8), PdfText.Limits.DEFAULT));
        assertEquals(Reason.TOO_LARGE, refusal(pdf(3, "Sida", ""), new PdfText.Limits(2, 1000, 30)));
        assertEquals(Reason.TOO_LARGE, refusal(pdf(3, "Sida", ""), new PdfText.Limits(5, 10, 30)));
    }

    @Test
    void a_document_cut_anywhere_gives_text_or_one_sentence() throws Exception {
        byte[] whole = pdf(2, "Text att klippa", "");
        for (int length = 10; length < whole.length; length += whole.length / 23) {
            byte[] cut = Arrays.copyOf(whole, length);
            try {
                assertTrue(PdfText.text("a.pdf", cut, PdfText.Limits.DEFAULT).length() > 0);
            } catch (UnreadableInputException e) {
                assertTrue(e.getMessage().startsWith("a.pdf "), e.getMessage());
            }
        }
    }
}
