package dev.llmagents.team.svea.erpnext;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** CSV after RFC 4180 with commas and LF, as ERPNext's Data Import reads it. */
final class CsvText {
    private final StringBuilder text = new StringBuilder(1 << 12);
    private boolean isAtStart = true;

    /** Adds a cell. One that a spreadsheet would run as a formula gets an apostrophe; a number stays a number. */
    CsvText cell(String value) {
        if (!isAtStart) {
            text.append(',');
        }
        isAtStart = false;
        boolean guarded = isFormula(value);
        boolean quoted = guarded || needsQuotes(value);
        if (!quoted) {
            text.append(value);
            return this;
        }
        text.append('"');
        if (guarded) {
            text.append('\'');
        }
        text.append(value.replace("\"", "\"\"")).append('"');
        return this;
    }

    CsvText row(String... cells) {
        for (String value : cells) {
            cell(value);
        }
        return end();
    }

    CsvText end() {
        text.append('\n');
        isAtStart = true;
        return this;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean needsQuotes(String value) {
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == ',' || letter == '"' || letter == '\n' || letter == '\r' || letter == ';') {
                return true;
            }
        }
        return false;
    }

    /** Whether a spreadsheet would take the cell for a formula. */
    static boolean isFormula(String value) {
        return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 && !isNumber(value);
    }

    private static boolean isNumber(String value) {
        int digits = 0;
        int points = 0;
        for (int i = value.charAt(0) == '-' ? 1 : 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == '.') {
                points++;
            } else if (letter >= '0' && letter <= '9') {
                digits++;
            } else {
                return false;
            }
        }
        return digits > 0 && points <= 1;
    }

    /**
     * The rows of a text.
     *
     * @throws IllegalArgumentException if a quoted cell does not end or goes on behind its end; the message, Swedish,
     *     tells the line
     */
    static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        int line = 1;
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '"') {
                at++;
                int start = line;
                while (true) {
                    if (at >= text.length()) {
                        throw new IllegalArgumentException("rad " + start + ": citattecknet avslutas inte");
                    }
                    char letter = text.charAt(at++);
                    if (letter == '"') {
                        if (at < text.length() && text.charAt(at) == '"') {
                            at++;
                        } else {
                            break;
                        }
                    }
                    line += letter == '\n' ? 1 : 0;
                    cell.append(letter);
                }
                if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                    throw new IllegalArgumentException("rad " + line + ": text efter citattecknet");
                }
            } else {
                while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                    cell.append(text.charAt(at++));
                }
            }
            row.add(cell.toString());
            cell.setLength(0);
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
                if (at == text.length()) {
                    row.add("");
                }
                continue;
            }
            if (at < text.length() && text.charAt(at) == '\r') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '\n') {
                at++;
                line++;
            }
            rows.add(row);
            row = new ArrayList<>();
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows;
    }
}
