package dev.llmagents.team.felicia.market;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a price table (comma, semicolon or tab; quotes allowed) straight from its bytes, because half a thousand files of
 * five thousand rows must not take seconds. Each cell is handed to a {@link RowGate}. Use once.
 */
final class CsvPrices {
    private static final int MOST_COLUMNS = 10_000;
    static final int DATE = RawBars.FIELDS;
    private static final int SYMBOL = RawBars.FIELDS + 1;
    private static final int CELLS = RawBars.FIELDS + 2;

    private final byte[] bytes;
    private final RowGate gate;
    private final String symbol;
    private final int[] from = new int[CELLS];
    private final int[] to = new int[CELLS];
    private byte separator = ',';
    private int[] cellOfColumn = {};
    private int at;
    private int line;

    CsvPrices(PriceFile file, byte[] bytes, RowGate gate) {
        this.bytes = bytes;
        this.gate = gate;
        this.symbol = file.instrument().symbol();
    }

    void read(Columns columns) {
        if (bytes.length >= 3 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB && (bytes[2] & 0xFF) == 0xBF) {
            at = 3;
        }
        List<String> names = headerRow();
        if (!gate.open(new Header(names, columns), separator != ',')) {
            return;
        }
        Header header = new Header(names, columns);
        cellOfColumn = new int[names.size()];
        Arrays.fill(cellOfColumn, -1);
        map(header.position("symbol"), SYMBOL);
        map(header.position("volume"), RawBars.VOLUME);
        map(header.position("adj_close"), RawBars.ADJUSTED);
        map(header.position("open"), RawBars.OPEN);
        map(header.position("high"), RawBars.HIGH);
        map(header.position("low"), RawBars.LOW);
        map(header.close(symbol), RawBars.CLOSE);
        map(header.position("date"), DATE);
        gate.dayFirst(dayFirst());
        byte[] ownSymbol = symbol.getBytes(StandardCharsets.UTF_8);
        boolean bySymbol = header.position("symbol") >= 0;
        PlainRow plain = new PlainRow(bytes, separator, cellOfColumn);
        while (at < bytes.length) {
            int end = bySymbol ? PlainRow.NONE : plain.read(at);
            if (end != PlainRow.NONE) {
                at = end;
                lineEnd();
                gate.row(line, plain.day(), plain.values());
            } else if (nextRow() && (!bySymbol || isCell(SYMBOL, ownSymbol))) {
                gate.row(bytes, line, from, to, DATE);
            }
        }
    }

    private void map(int column, int cell) {
        if (column >= 0) {
            cellOfColumn[column] = cell;
        }
    }

    private List<String> headerRow() {
        int end = at;
        while (end < bytes.length && (bytes[end] == '\n' || bytes[end] == '\r')) {
            line += bytes[end] == '\n' ? 1 : 0;
            end++;
        }
        at = end;
        int[] counts = new int[3];
        byte[] candidates = {',', ';', '\t'};
        while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
            for (int i = 0; i < candidates.length; i++) {
                counts[i] += bytes[end] == candidates[i] ? 1 : 0;
            }
            end++;
        }
        for (int i = 1; i < candidates.length; i++) {
            separator = counts[i] > counts[0] && counts[i] >= counts[3 - i] ? candidates[i] : separator;
        }
        List<String> names = new ArrayList<>();
        int start = at;
        for (int i = at; i <= end && names.size() < MOST_COLUMNS; i++) {
            if (i == end || bytes[i] == separator) {
                names.add(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                start = i + 1;
            }
        }
        at = end;
        lineEnd();
        return names;
    }

    /** Reads one line into the cells; false if it is blank. */
    private boolean nextRow() {
        Arrays.fill(from, 0);
        Arrays.fill(to, 0);
        int start = at;
        int column = 0;
        boolean any = false;
        int i = at;
        while (true) {
            boolean end = i >= bytes.length || bytes[i] == '\n' || bytes[i] == '\r';
            if (end || bytes[i] == separator) {
                if (column < cellOfColumn.length && cellOfColumn[column] >= 0) {
                    cell(cellOfColumn[column], start, i);
                }
                column++;
                start = i + 1;
                if (end) {
                    break;
                }
            } else if (bytes[i] == '"' && i == start) {
                int close = closingQuote(i + 1);
                any = true;
                i = close;
            } else {
                any |= bytes[i] > ' ' || bytes[i] < 0;
            }
            i++;
        }
        at = i;
        lineEnd();
        return any;
    }

    private void cell(int cell, int start, int end) {
        boolean quoted = end - start >= 2 && bytes[start] == '"' && bytes[end - 1] == '"';
        from[cell] = quoted ? start + 1 : start;
        to[cell] = quoted ? end - 1 : end;
    }

    /** Where a quoted cell ends: at its quote, or before the end of the line if that is missing. */
    private int closingQuote(int start) {
        int i = start;
        while (i < bytes.length && bytes[i] != '"' && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i < bytes.length && bytes[i] == '"' ? i : i - 1;
    }

    private void lineEnd() {
        line++;
        if (at < bytes.length && bytes[at] == '\r') {
            at++;
            at += at < bytes.length && bytes[at] == '\n' ? 1 : 0;
        } else {
            at++;
        }
    }

    private boolean isCell(int cell, byte[] text) {
        return Arrays.equals(bytes, from[cell], to[cell], text, 0, text.length);
    }

    /** Whether dates with slashes have their day first, by the first that can only be read one way; else -1, 0, 1. */
    private int dayFirst() {
        int startOfRows = at;
        int lineOfRows = line;
        int order = 0;
        boolean slashes = false;
        while (at < bytes.length && order == 0) {
            if (nextRow()) {
                slashes |= to[DATE] - from[DATE] > 2 && (bytes[from[DATE] + 1] == '/' || bytes[from[DATE] + 2] == '/');
                if (!slashes) {
                    break;
                }
                order = PlainDate.order(bytes, from[DATE], to[DATE]);
            }
        }
        at = startOfRows;
        line = lineOfRows;
        return !slashes || order != 0 ? (order > 0 ? 1 : -1) : 0;
    }
}
