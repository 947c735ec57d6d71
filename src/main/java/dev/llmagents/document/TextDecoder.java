package dev.llmagents.document;

import dev.llmagents.document.UnreadableInputException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells what encoding a text is in and decodes it.
 *
 * <p>In this order: a byte order mark; UTF-16 shown by its zero bytes; strict UTF-8; UTF-8 with a few broken bytes, as
 * long as there is far more sound than broken; else the one-byte encoding of western Europe. Thread-safe.
 */
public final class TextDecoder {
    /** How much of a text may be control characters before it is taken for no text. */
    private static final double CONTROL_SHARE = 0.02;

    private TextDecoder() {}

    /**
     * Decodes {@code bytes}.
     *
     * @param name the input's name, for messages
     * @throws UnreadableInputException if they are empty or no text
     */
    public static DecodedText decode(String name, byte[] bytes) throws UnreadableInputException {
        DecodedText decoded = decodeByMark(name, bytes);
        refuseBinary(name, decoded.text());
        if (decoded.text().isBlank()) {
            throw new UnreadableInputException(Reason.EMPTY, name + " is empty: there is nothing to read in it.");
        }
        return decoded;
    }

    private static DecodedText decodeByMark(String name, byte[] bytes) throws UnreadableInputException {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return utf8OrOneByte(name, bytes, 3);
        }
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0) || startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
            throw new UnreadableInputException(
                    Reason.UNKNOWN_ENCODING, name + " is encoded in UTF-32, which is not read: save it as UTF-8.");
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return sound(TextEncoding.UTF_16LE, bytes, 2);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return sound(TextEncoding.UTF_16BE, bytes, 2);
        }
        Optional<TextEncoding> wide = utf16ByZeroBytes(bytes);
        if (wide.isPresent()) {
            return sound(wide.get(), bytes, 0);
        }
        return utf8OrOneByte(name, bytes, 0);
    }

    private static DecodedText utf8OrOneByte(String name, byte[] bytes, int from) {
        Optional<DecodedText> utf8 = utf8(name, bytes, from);
        return utf8.isPresent() ? utf8.get() : oneByte(name, bytes);
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static DecodedText sound(TextEncoding encoding, byte[] bytes, int from) {
        return new DecodedText(
                new String(bytes, from, bytes.length - from, encoding.charset()), encoding, Optional.empty());
    }

    /** Latin letters in UTF-16 have a zero in every other byte, always on the same side. */
    private static Optional<TextEncoding> utf16ByZeroBytes(byte[] bytes) {
        int[] zeros = new int[2];
        int seen = Math.min(bytes.length, 4096) & ~1;
        for (int i = 0; i < seen; i++) {
            if (bytes[i] == 0) {
                zeros[i & 1]++;
            }
        }
        int most = seen / 2;
        if (most >= 4 && zeros[1] > most * 3 / 4 && zeros[0] == 0) {
            return Optional.of(TextEncoding.UTF_16LE);
        }
        if (most >= 4 && zeros[0] > most * 3 / 4 && zeros[1] == 0) {
            return Optional.of(TextEncoding.UTF_16BE);
        }
        return Optional.empty();
    }

    private static Optional<DecodedText> utf8(String name, byte[] bytes, int from) {
        ByteBuffer input = ByteBuffer.wrap(bytes, from, bytes.length - from);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(input)
                    .toString();
            return Optional.of(new DecodedText(text, TextEncoding.UTF_8, Optional.empty()));
        } catch (CharacterCodingException e) {
            return damagedUtf8(name, bytes, from);
        }
    }

    /** UTF-8 that was cut in the middle of a letter or lost a byte is still UTF-8; its other letters must not suffer. */
    private static Optional<DecodedText> damagedUtf8(String name, byte[] bytes, int from) {
        String text = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
        int broken = 0;
        int sound = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '\uFFFD') {
                broken++;
            } else if (letter > 0x7F) {
                sound++;
            }
        }
        // In one-byte text hardly any letter beyond ASCII forms a sound UTF-8 sequence.
        if (from == 0 && sound < 10 * broken) {
            return Optional.empty();
        }
        return Optional.of(new DecodedText(
                text,
                TextEncoding.UTF_8,
                Optional.of(name + " holds bytes that are no UTF-8; each is shown as \uFFFD.")));
    }

    private static DecodedText oneByte(String name, byte[] bytes) {
        boolean windows = false;
        for (int i = 0; i < bytes.length && !windows; i++) {
            windows = bytes[i] < (byte) 0xA0;
        }
        TextEncoding encoding = windows ? TextEncoding.WINDOWS_1252 : TextEncoding.ISO_8859_1;
        String text = new String(bytes, encoding.charset());
        return new DecodedText(
                text,
                encoding,
                Optional.of(name + " is not UTF-8 and was read as " + encoding.label()
                        + "; save it as UTF-8 if letters look wrong."));
    }

    private static void refuseBinary(String name, String text) throws UnreadableInputException {
        int control = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == 0) {
                throw binary(name);
            }
            if (isControl(letter)) {
                control++;
            }
        }
        if (control > 1 && control > CONTROL_SHARE * text.length()) {
            throw binary(name);
        }
    }

    private static boolean isControl(char letter) {
        return letter < ' ' ? letter != '\n' && letter != '\r' && letter != '\t' && letter != '\f' : isC1(letter);
    }

    private static boolean isC1(char letter) {
        return (letter >= 0x7F && letter < 0xA0 && letter != 0x85) || letter == '\uFFFD';
    }

    private static UnreadableInputException binary(String name) {
        return new UnreadableInputException(
                Reason.BINARY, name + " is not text: it holds binary data; export it as plain text first.");
    }
}
