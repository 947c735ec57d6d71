package dev.llmagents.usage.stats;

import java.nio.charset.StandardCharsets;

/** Decodes the inside of a JSON string (RFC 8259, section 7). Pure and safe for threads. */
final class JsonString {
    private static final int ESCAPE_DIGITS = 4;

    private JsonString() {}

    /** The text between the quotes; an escape that means nothing stays as it is. */
    // An escape takes more than one character: the loop has to step on inside.
    @SuppressWarnings("IncrementInForLoopAndHeader")
    static String decode(byte[] bytes, int from, int to) {
        String raw = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder text = new StringBuilder(raw.length());
        for (int at = 0; at < raw.length(); at++) {
            char letter = raw.charAt(at);
            if (letter != '\\' || at + 1 == raw.length()) {
                text.append(letter);
                continue;
            }
            at++;
            char escape = raw.charAt(at);
            switch (escape) {
                case 'n' -> text.append('\n');
                case 't' -> text.append('\t');
                case 'r' -> text.append('\r');
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case '"', '\\', '/' -> text.append(escape);
                case 'u' -> {
                    int code = hexadecimal(raw, at + 1);
                    if (code >= 0) {
                        text.append((char) code);
                        at += ESCAPE_DIGITS;
                    } else {
                        text.append("\\u");
                    }
                }
                default -> text.append('\\').append(escape);
            }
        }
        return text.toString();
    }

    private static int hexadecimal(String text, int from) {
        if (from + ESCAPE_DIGITS > text.length()) {
            return -1;
        }
        int code = 0;
        for (int at = from; at < from + ESCAPE_DIGITS; at++) {
            int digit = Character.digit(text.charAt(at), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
