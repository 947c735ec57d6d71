package dev.llmagents.team.svea.text;

import java.util.ArrayList;
import java.util.List;

/** Rows of a CSV file (RFC 4180, also with semicolons or tabs), with the line each begins on. */
public record DelimitedTable(char separator, List<Row> rows) {
    private static final int MOST_CELLS = 1_000_000;

    /** Cells stripped; {@code line} from 1. */
    public record Row(List<String> cells, int line) {}

    public DelimitedTable {
        rows = List.copyOf(rows);
    }

    /** The rows of {@code text}, cut at the separator that its first lines have most of. Blank rows are left out. */
    public static DelimitedTable of(String text) {
        char separator = separator(text);
        List<Row> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int rowLine = 1;
        int count = 0;
        for (int i = 0; i <= text.length() && count < MOST_CELLS; i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            if (quoted && i < text.length()) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    line += c == '\n' ? 1 : 0;
                    cell.append(c);
                }
            } else if (c == '"' && cell.toString().isBlank()) {
                cell.setLength(0);
                quoted = true;
            } else if (c == separator || c == '\n' || c == '\r') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
                count++;
                if (c != separator) {
                    if (cells.stream().anyMatch(value -> !value.isEmpty())) {
                        rows.add(new Row(List.copyOf(cells), rowLine));
                    }
                    cells.clear();
                    if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                        i++;
                    }
                    line++;
                    rowLine = line;
                }
            } else {
                cell.append(c);
            }
        }
        return new DelimitedTable(separator, rows);
    }

    private static char separator(String text) {
        String head = text.substring(0, Math.min(text.length(), 4_000));
        long semicolons = head.chars().filter(c -> c == ';').count();
        long tabs = head.chars().filter(c -> c == '\t').count();
        long commas = head.chars().filter(c -> c == ',').count();
        // Commas stand in sentences too, so that they count only where there is nothing else.
        if (semicolons >= 3 && semicolons >= tabs) {
            return ';';
        }
        return tabs >= 3 && tabs >= commas / 2 ? '\t' : ',';
    }
}
