package dev.llmagents.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.document.UnreadableInputException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocxTest {
    private static final String START = "<w:document xmlns:w=\"http://w\" xmlns:mc=\"http://mc\"><w:body>";
    private static final String END = "</w:body></w:document>";

    @Test
    void paragraphs_breaks_and_tabs_become_lines_and_tabs() throws Exception {
        String text = text("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>Anna</w:t><w:tab/>"
                + "<w:t xml:space=\"preserve\"> &amp; Bo</w:t><w:br/><w:t>hej</w:t></w:r></w:p><w:p/>"
                + "<w:p><w:r><w:t>d&#229;</w:t></w:r></w:p>");
        assertEquals("Anna\t & Bo\nhej\n\ndå\n", text);
    }

    @Test
    void a_table_row_is_one_line() throws Exception {
        String text = text("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>AB</w:t></w:r></w:p></w:tc>"
                + "<w:tc><w:p><w:r><w:t>Anna Berg</w:t></w:r></w:p></w:tc></w:tr></w:tbl>");
        assertEquals("AB \tAnna Berg \t\n", text);
    }

    @Test
    void deleted_and_doubled_text_is_left_out() throws Exception {
        String text = text("<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:t>new</w:t></w:r>"
                + "<mc:AlternateContent><mc:Choice><w:r><w:t>!</w:t></w:r></mc:Choice>"
                + "<mc:Fallback><w:r><w:t>!</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>");
        assertEquals("new!\n", text);
    }

    @Test
    void an_entity_from_outside_is_refused() {
        String document = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + START
                + "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>" + END;
        assertReason(Reason.DAMAGED, zip("word/document.xml", document));
    }

    @Test
    void a_wrong_byte_costs_a_letter_and_says_nothing_on_standard_error() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            byte[] document =
                    (START + "<w:p><w:r><w:t>caf\u00e9</w:t></w:r></w:p>" + END).getBytes(StandardCharsets.ISO_8859_1);
            assertEquals("caf\uFFFD\n", Docx.text("a.docx", zip("word/document.xml", document), 1 << 20));
        } finally {
            System.setErr(before);
        }
        assertEquals("", said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_zip_bomb_is_given_up() {
        assertReason(Reason.TOO_LARGE, zip("word/document.xml", START + "<w:p>" + " ".repeat(20_000_000)));
        assertReason(Reason.TOO_LARGE, zip("big", " ".repeat(20_000_000)));
    }

    @Test
    void a_cut_document_is_damaged_not_a_crash() {
        byte[] whole = zip("word/document.xml", START + "<w:p><w:r><w:t>Hello there</w:t></w:r></w:p>" + END);
        for (int size = 4; size < 120; size += 7) {
            byte[] cut = Arrays.copyOf(whole, size);
            assertThrows(UnreadableInputException.class, () -> Docx.text("a.docx", cut, 1 << 20), "cut at " + size);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "xl/workbook.xml, an Excel workbook",
        "ppt/presentation.xml, a PowerPoint presentation",
        "META-INF/MANIFEST.MF, a Java archive",
        "photos/1.jpg, a zip archive",
    })
    void other_archives_are_named(String entry, String words) {
        UnreadableInputException refused = assertReason(Reason.UNSUPPORTED_DOCUMENT, zip(entry, "x"));
        assertTrue(refused.getMessage().startsWith("a.docx is " + words), refused.getMessage());
    }

    private static UnreadableInputException assertReason(Reason reason, byte[] bytes) {
        UnreadableInputException refused =
                assertThrows(UnreadableInputException.class, () -> Docx.text("a.docx", bytes, 64 << 20));
        assertEquals(reason, refused.reason());
        return refused;
    }

    private static String text(String body) throws UnreadableInputException {
        return Docx.text("a.docx", zip("word/document.xml", START + body + END), 1 << 20);
    }

    private static byte[] zip(String entry, String content) {
        return zip(entry, content.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(String entry, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
