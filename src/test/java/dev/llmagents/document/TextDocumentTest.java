package dev.llmagents.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.document.UnreadableInputException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDocumentTest {

    @Test
    void line_numbers_hold_for_every_kind_of_line_end() {
        assertEquals(List.of("a", "", "b", "c"), lines("a\n\nb\nc"));
        assertEquals(List.of("a", "", "b", "c"), lines("a\r\n\r\nb\r\nc\r\n"));
        assertEquals(List.of("a", "", "b", "c"), lines("a\r\rb\rc\r"));
        assertEquals(List.of("a", "b", "", "c"), lines("a\nb\r\n\rc"));
        assertEquals(List.of("", "", "x"), lines("\n\r\nx"));
    }

    private static List<String> lines(String text) {
        return new TextDocument("a", text, List.of()).lines();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html>",
                "\n  <html lang=\"sv\">",
                "<!-- saved from --> <!-- twice -->\n<HTML>",
                "<?xml version=\"1.0\"?>\n<!DOCTYPE HTML PUBLIC>",
            })
    void a_web_page_is_no_text(String start) {
        UnreadableInputException refused = refused((start + "<body>Log in</body>").getBytes(StandardCharsets.UTF_8));
        assertEquals(Reason.HTML_PAGE, refused.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<Anna> hi there", "<v Anna>hi", "<!-- never closed", "<heading>"})
    void angle_brackets_alone_make_no_web_page(String text) throws Exception {
        assertEquals(
                text,
                TextDocument.of("a", text.getBytes(StandardCharsets.UTF_8)).text());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            255044462d312e370a,   a PDF document,                UNSUPPORTED_DOCUMENT
            7b5c727466310a,       an RTF document,               UNSUPPORTED_DOCUMENT
            d0cf11e0a1b11ae1,     an old or password-protected,  UNSUPPORTED_DOCUMENT
            89504e470d0a1a0a,     a PNG image,                   BINARY
            ffd8ffe000104a46,     a JPEG image,                  BINARY
            0000002066747970,     an MP4 or QuickTime video: transcribe it first., BINARY
            1a45dfa3a3428681,     a WebM or Matroska video,      BINARY
            494433040000,         an MP3 recording: transcribe it first., BINARY
            1f8b0800,             a gzip archive,                BINARY
            """)
    void other_kinds_of_file_are_named(String start, String words, Reason reason) {
        byte[] bytes = new byte[64];
        for (int i = 0; i < start.length() / 2; i++) {
            bytes[i] = (byte) Integer.parseInt(start.substring(2 * i, 2 * i + 2), 16);
        }
        UnreadableInputException refused = refused(bytes);
        assertTrue(refused.getMessage().startsWith("meeting.x is " + words), refused.getMessage());
        assertEquals(reason, refused.reason());
    }

    private static UnreadableInputException refused(byte[] bytes) {
        return assertThrows(UnreadableInputException.class, () -> TextDocument.of("meeting.x", bytes));
    }
}
