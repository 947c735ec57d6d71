package dev.llmagents.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.document.UnreadableInputException.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextDecoderTest {
    private static final String SWEDISH = "Åsa: Vi hörs på måndag, säger Örjan.\n";

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of("UTF-8", bytes(SWEDISH, StandardCharsets.UTF_8), TextEncoding.UTF_8),
                Arguments.of(
                        "UTF-8 with a mark", bytes("\uFEFF" + SWEDISH, StandardCharsets.UTF_8), TextEncoding.UTF_8),
                Arguments.of(
                        "UTF-16LE with a mark",
                        bytes("\uFEFF" + SWEDISH, StandardCharsets.UTF_16LE),
                        TextEncoding.UTF_16LE),
                Arguments.of(
                        "UTF-16BE with a mark",
                        bytes("\uFEFF" + SWEDISH, StandardCharsets.UTF_16BE),
                        TextEncoding.UTF_16BE),
                Arguments.of("UTF-16LE", bytes(SWEDISH, StandardCharsets.UTF_16LE), TextEncoding.UTF_16LE),
                Arguments.of("UTF-16BE", bytes(SWEDISH, StandardCharsets.UTF_16BE), TextEncoding.UTF_16BE),
                Arguments.of("ISO-8859-1", bytes(SWEDISH, StandardCharsets.ISO_8859_1), TextEncoding.ISO_8859_1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void reads_the_same_text_from_every_encoding(String name, byte[] bytes, TextEncoding encoding) throws Exception {
        DecodedText decoded = TextDecoder.decode("a.txt", bytes);
        assertEquals(SWEDISH, decoded.text());
        assertEquals(encoding, decoded.encoding());
        assertEquals(encoding == TextEncoding.ISO_8859_1, decoded.doubt().isPresent());
    }

    @Test
    void tells_windows_1252_by_its_quotes_and_says_so() throws Exception {
        byte[] bytes = bytes("Åsa: “så” – bra\n", Charset.forName("windows-1252"));
        DecodedText decoded = TextDecoder.decode("a.txt", bytes);
        assertEquals("Åsa: “så” – bra\n", decoded.text());
        assertEquals(
                "a.txt is not UTF-8 and was read as windows-1252; save it as UTF-8 if letters look wrong.",
                decoded.doubt().orElseThrow());
    }

    @Test
    void utf8_that_was_cut_in_a_letter_stays_utf8() throws Exception {
        byte[] whole = bytes(SWEDISH.repeat(20) + "Å", StandardCharsets.UTF_8);
        DecodedText decoded = TextDecoder.decode("a.txt", Arrays.copyOf(whole, whole.length - 1));
        assertTrue(decoded.text().startsWith(SWEDISH));
        assertEquals(TextEncoding.UTF_8, decoded.encoding());
        assertTrue(decoded.doubt().isPresent());
    }

    @Test
    void binary_is_refused_by_a_zero_byte() {
        assertReason(Reason.BINARY, bytes("abc\0def", StandardCharsets.UTF_8));
    }

    @Test
    void binary_is_refused_by_many_control_characters() {
        ByteArrayOutputStream noise = new ByteArrayOutputStream();
        for (int i = 0; i < 5000; i++) {
            noise.write(1 + i * 7919 % 255);
        }
        assertReason(Reason.BINARY, noise.toByteArray());
    }

    @Test
    void white_space_alone_is_empty() {
        assertReason(Reason.EMPTY, new byte[0]);
        assertReason(Reason.EMPTY, bytes(" \r\n\t\n", StandardCharsets.UTF_8));
    }

    @Test
    void utf_32_is_named() {
        assertReason(Reason.UNKNOWN_ENCODING, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0, 'a', 0, 0, 0});
    }

    @Test
    void plain_ascii_leaves_no_doubt() throws Exception {
        assertFalse(TextDecoder.decode("a", bytes("Anna: hi", StandardCharsets.US_ASCII))
                .doubt()
                .isPresent());
    }

    private static void assertReason(Reason reason, byte[] bytes) {
        UnreadableInputException refused =
                assertThrows(UnreadableInputException.class, () -> TextDecoder.decode("a.txt", bytes));
        assertEquals(reason, refused.reason());
        assertTrue(refused.getMessage().startsWith("a.txt is "), refused.getMessage());
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }
}
