package dev.llmagents.team.felicia.market;

/**
 * Reads the rows that most files have nothing but, in one pass over their bytes: a date as 2015-12-31 and plain numbers
 * above zero, no sign, quote or blank. Any other row is left to the slower reader, which knows all ways to write them.
 * Values are the same to the last bit. Not thread-safe.
 */
final class PlainRow {
    /** Returned for rows that are not plain. */
    static final int NONE = -1;

    private static final int DATE_LENGTH = 10;
    /** A decimal of so many digits is exact in a double, and rightly rounded by one division (Clinger's fast path). */
    private static final int EXACT_DIGITS = 15;

    private final byte[] bytes;
    private final byte separator;
    private final int[] cellOfColumn;
    private final double[] values = new double[RawBars.FIELDS];
    private final boolean whole;
    private int day;

    /** @param cellOfColumn the cell of each column, -1 for columns nobody asks for */
    PlainRow(byte[] bytes, byte separator, int[] cellOfColumn) {
        this.bytes = bytes;
        this.separator = separator;
        this.cellOfColumn = cellOfColumn;
        int cells = 0;
        for (int cell : cellOfColumn) {
            cells += cell >= 0 ? 1 : 0;
        }
        this.whole = cells == RawBars.FIELDS + 1;
    }

    int day() {
        return day;
    }

    /** Of the row read last, by field; overwritten by the next. */
    double[] values() {
        return values;
    }

    /** Reads the row that begins at {@code start} and gives where its line ends, or {@link #NONE}. */
    int read(int start) {
        if (!whole) {
            return NONE;
        }
        int i = start;
        for (int column = 0; column < cellOfColumn.length; column++) {
            int cell = cellOfColumn[column];
            if (cell == CsvPrices.DATE) {
                if (i + DATE_LENGTH >= bytes.length || bytes[i + 4] != '-' || bytes[i + 7] != '-') {
                    return NONE;
                }
                day = PlainDate.read(bytes, i, i + DATE_LENGTH, false);
                i += DATE_LENGTH;
                if (day == PlainDate.NONE) {
                    return NONE;
                }
            } else if (cell >= 0) {
                i = number(i, cell);
            } else {
                i = skipped(i);
            }
            boolean last = column == cellOfColumn.length - 1;
            if (i < 0 || (last ? !ends(i) : i >= bytes.length || bytes[i] != separator)) {
                return NONE;
            }
            i += last ? 0 : 1;
        }
        return i;
    }

    private boolean ends(int i) {
        return i >= bytes.length || bytes[i] == '\n' || bytes[i] == '\r';
    }

    private int number(int start, int cell) {
        long mantissa = 0;
        int decimals = 0;
        int point = 0;
        int i = start;
        int most = Math.min(bytes.length, start + EXACT_DIGITS + 1);
        for (; i < most; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                mantissa = mantissa * 10 + digit;
                decimals += point;
            } else if (bytes[i] == '.' && point == 0) {
                point = 1;
            } else {
                break;
            }
        }
        int digits = i - start - point;
        if (digits == 0 || digits > EXACT_DIGITS || mantissa == 0 && cell != RawBars.VOLUME) {
            return NONE;
        }
        values[cell] = mantissa / PlainNumber.POWERS[decimals];
        return i;
    }

    private int skipped(int start) {
        int i = start;
        while (i < bytes.length && bytes[i] != separator && bytes[i] != '\n' && bytes[i] != '\r') {
            if (bytes[i] == '"') {
                return NONE;
            }
            i++;
        }
        return i;
    }
}
