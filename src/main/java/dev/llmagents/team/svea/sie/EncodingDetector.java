package dev.llmagents.team.svea.sie;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Tells the encoding of a SIE file: a byte order mark; UTF-8 with letters of several bytes; else whether the Swedish letters
 * are those of CP437 or of Latin-1. Without any it is CP437, the only one that is allowed.
 */
final class EncodingDetector {
    private static final String CP437_LETTERS = "\u0086\u0084\u0094\u008F\u008E\u0099";
    private static final String LATIN_LETTERS = "\u00E5\u00E4\u00F6\u00C5\u00C4\u00D6";

    private EncodingDetector() {}

    static SieEncoding detect(byte[] bytes) {
        if (isUtf16(bytes)) {
            return SieEncoding.UTF_16;
        }
        if (markLength(bytes) == 3) {
            return SieEncoding.UTF_8;
        }
        boolean[] cp437 = members(CP437_LETTERS);
        boolean[] latin = members(LATIN_LETTERS);
        int high = 0;
        int asCp437 = 0;
        int asLatin = 0;
        for (byte one : bytes) {
            if (one < 0) {
                high++;
                if (cp437[one & 0xFF]) {
                    asCp437++;
                } else if (latin[one & 0xFF]) {
                    asLatin++;
                }
            }
        }
        if (high > 0 && isUtf8(bytes)) {
            return SieEncoding.UTF_8;
        }
        return asLatin > asCp437 ? SieEncoding.WINDOWS_1252 : SieEncoding.CP437;
    }

    /** Length of the UTF-8 mark at the beginning, 3 or 0. */
    static int markLength(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    }

    private static boolean isUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return result.isUnderflow();
    }

    private static boolean[] members(String letters) {
        boolean[] members = new boolean[256];
        for (int i = 0; i < letters.length(); i++) {
            members[letters.charAt(i)] = true;
        }
        return members;
    }
}
