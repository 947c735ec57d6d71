package dev.llmagents.report.clean;

/**
 * Text of others as a cell of a CSV file (RFC 4180) that a spreadsheet shows and does not run. Pure and safe for threads.
 *
 * <p>A cell that would begin a formula gets an apostrophe before it; numbers stay as they are.
 */
public final class CsvText {
    // Spreadsheets take no more than 32,767 characters in a cell.
    private static final int LONGEST = 32_000;
    // Formula starts as OWASP lists them, with the full-width forms that some spreadsheets read as the same.
    private static final String STARTS = "=+-@\t\r＝＋－＠";

    private CsvText() {}

    /** {@code text} as a cell, quoted where it has to be. */
    public static String cell(String text) {
        String safe = withoutFormula(PlainText.of(text, LONGEST));
        return needsQuotes(safe) ? quoted(safe) : safe;
    }

    /**
     * Guards the start of the cell, and whatever follows a semicolon: a spreadsheet set to a language with decimal commas
     * splits this file at semicolons, and then a new cell begins there.
     */
    static String withoutFormula(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 2);
        boolean start = !isNumber(text);
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (start && STARTS.indexOf(letter) >= 0) {
                safe.append('\'');
            }
            start = letter == ';' || (start && letter == ' ');
            safe.append(letter);
        }
        return safe.toString();
    }

    /** Whether {@code text} is a number as people write it: a sign, digits, one decimal point or comma. */
    static boolean isNumber(String text) {
        int digits = 0;
        int points = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter >= '0' && letter <= '9') {
                digits++;
            } else if (letter == '.' || letter == ',') {
                points++;
            } else if (at > 0 || (letter != '-' && letter != '+')) {
                return false;
            }
        }
        return digits > 0 && points <= 1;
    }

    private static boolean needsQuotes(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (",\"\r\n;".indexOf(text.charAt(at)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
