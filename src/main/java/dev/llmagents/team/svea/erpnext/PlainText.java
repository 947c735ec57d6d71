package dev.llmagents.team.svea.erpnext;

/** Makes texts of a SIE file fit for names and remarks in ERPNext. */
final class PlainText {
    /** What ERPNext takes as a name, and what its fields of type Data hold. */
    static final int LONGEST_NAME = 140;

    private PlainText() {}

    /** One line without control characters, marks of direction and repeated blanks. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            i += Character.charCount(letter);
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter) || Character.isISOControl(letter)) {
                gap = line.length() > 0;
            } else if (Character.getType(letter) != Character.FORMAT && !isHalf(letter)) {
                if (gap) {
                    line.append(' ');
                    gap = false;
                }
                line.appendCodePoint(letter);
            }
        }
        return line.toString();
    }

    private static boolean isHalf(int letter) {
        return letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
    }

    /**
     * A line that may be a document's name: ERPNext refuses angle brackets, and a spreadsheet must not run a name as a
     * formula.
     */
    static String name(String text, int longest) {
        String line = line(text.replace('<', ' ').replace('>', ' '));
        int from = 0;
        while (from < line.length() && "=+-@ ".indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        return cut(line.substring(from), longest);
    }

    /** At most {@code longest} characters, never half of one. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Math.max(0, longest);
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).strip();
    }
}
