package dev.llmagents.ident;

/** Country calling codes (ITU-T E.164). No code begins another, so the first digits of a number tell. */
final class CallingCodes {
    private static final String TWO_DIGITS =
            "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62"
                    + " 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98";
    /** First two digits of the codes of three, and the third digits in use. */
    private static final String THREE_DIGITS =
            "21:123568 22:0123456789 23:0123456789 24:0123456789 25:012345678 26:0123456789"
                    + " 29:01789 35:0123456789 37:0123456789 38:0123456789 42:013 50:0123456789 59:0123456789 67:0234567890 68:0123456789"
                    + " 69:012 80:08 85:02356 87:08 88:012368 96:01234567890 97:01234567 99:23456789";

    private CallingCodes() {}

    /** How many of the first digits are the code; 0 if no code begins so. */
    static int length(CharSequence digits) {
        if (digits.length() < 3) {
            return 0;
        }
        char first = digits.charAt(0);
        if (first == '1' || first == '7') {
            return 1;
        }
        String two = digits.subSequence(0, 2).toString();
        if (TWO_DIGITS.contains(two) && isEntry(TWO_DIGITS, two)) {
            return 2;
        }
        int at = THREE_DIGITS.indexOf(two + ":");
        if (at < 0) {
            return 0;
        }
        int end = THREE_DIGITS.indexOf(' ', at);
        String thirds = THREE_DIGITS.substring(at + 3, end < 0 ? THREE_DIGITS.length() : end);
        return thirds.indexOf(digits.charAt(2)) >= 0 ? 3 : 0;
    }

    /** Entries stand three characters apart: "02" between two of them is none. */
    private static boolean isEntry(String entries, String two) {
        for (int at = 0; at < entries.length(); at += 3) {
            if (entries.startsWith(two, at)) {
                return true;
            }
        }
        return false;
    }
}
