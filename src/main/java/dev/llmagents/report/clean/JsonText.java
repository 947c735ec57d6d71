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
        int plain = 0;
        while (plain < json.length() && isPlain(json.charAt(plain))) {
            plain++;
        }
        if (plain == json.length()) {
            return json;
        }
        StringBuilder safe = new StringBuilder(json.length() + 16).append(json, 0, plain);
        for (int at = plain; at < json.length(); ) {
            int letter = json.codePointAt(at);
            at += Character.charCount(letter);
            if (letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE) {
                escape(safe, '\uFFFD');
            } else if (letter > '~' && isUnseen(letter) || letter < ' ' && letter != '\n') {
                for (char half : Character.toChars(letter)) {
                    escape(safe, half);
                }
            } else {
                safe.appendCodePoint(letter);
            }
        }
        return safe.toString();
    }

    /** Most texts are made of nothing else, and long ones are then not copied. */
    private static boolean isPlain(char letter) {
        return letter == '\n' || letter >= ' ' && letter < 0x7F;
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
