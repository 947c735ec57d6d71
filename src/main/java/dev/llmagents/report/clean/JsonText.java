package dev.llmagents.report.clean;

/**
 * Written JSON that is safe to look at and to encode. Pure and safe for threads.
 *
 * <p>JSON escapes C0 controls and nothing else. Here the other controls and all that is invisible are escaped too, which
 * no reader of JSON can tell from the letters themselves, and half characters, which no encoding can write, become U+FFFD.
 */
public final class JsonText {
    private JsonText() {}

    /** @param json a JSON text in which only line feeds stand outside of strings unescaped */
    public static String safe(String json) {
        StringBuilder safe = new StringBuilder(json.length() + 16);
        for (int at = 0; at < json.length(); ) {
            int letter = json.codePointAt(at);
            at += Character.charCount(letter);
            if (letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE) {
                escape(safe, '\uFFFD');
            } else if (letter != '\n' && isUnseen(letter)) {
                for (char half : Character.toChars(letter)) {
                    escape(safe, half);
                }
            } else {
                safe.appendCodePoint(letter);
            }
        }
        return safe.toString();
    }

    private static boolean isUnseen(int letter) {
        return Character.isISOControl(letter) || letter == 0x2028 || letter == 0x2029 || PlainText.isInvisible(letter);
    }

    private static void escape(StringBuilder safe, char letter) {
        safe.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            safe.append(Character.forDigit((letter >> shift) & 0xF, 16));
        }
    }
}
