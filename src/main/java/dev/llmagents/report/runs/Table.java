package dev.llmagents.report.runs;

import dev.llmagents.report.Columns;
import dev.llmagents.report.Ink;
import dev.llmagents.report.clean.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows in aligned columns that fit a terminal's width: what does not fit is cut in the column that may give way. Cells are
 * cleaned of what steers a terminal. For one thread.
 */
public final class Table {
    private static final String GAP = "  ";
    private static final int WIDEST = 400;
    private static final int NARROWEST_YIELDING = 8;

    private final List<String> heads;
    private final List<Boolean> right;
    private final int yielding;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * @param columns their heads; those that begin with {@code >} are set flush right
     * @param yielding the number of the column that is cut where the width does not suffice
     */
    public Table(List<String> columns, int yielding) {
        this.heads = columns.stream()
                .map(column -> column.startsWith(">") ? column.substring(1) : column)
                .toList();
        this.right = columns.stream().map(column -> column.startsWith(">")).toList();
        this.yielding = yielding;
    }

    /** @param note a line below the row; empty for none */
    public void row(String note, String... cells) {
        rows.add(Arrays.stream(cells).map(cell -> PlainText.of(cell, WIDEST)).toList());
        notes.add(PlainText.of(note));
    }

    /** @param width columns of the terminal */
    public String text(int width, boolean colour) {
        int[] widths = widths(width);
        StringBuilder out = new StringBuilder(1024);
        String head = line(heads, widths);
        out.append(colour ? Ink.BOLD.on(head) : head).append('\n');
        for (int i = 0; i < rows.size(); i++) {
            out.append(line(rows.get(i), widths)).append('\n');
            if (!notes.get(i).isEmpty()) {
                String note = "    " + Columns.cut(notes.get(i), Math.max(NARROWEST_YIELDING, width - 4));
                out.append(colour ? Ink.YELLOW.on(note) : note).append('\n');
            }
        }
        return out.toString();
    }

    private int[] widths(int width) {
        int[] widths = new int[heads.size()];
        int sum = GAP.length() * (heads.size() - 1);
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Columns.of(heads.get(column));
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], Columns.of(row.get(column)));
            }
            sum += widths[column];
        }
        int over = Math.max(0, sum - width);
        int least = Math.max(NARROWEST_YIELDING, Columns.of(heads.get(yielding)));
        widths[yielding] = Math.max(Math.min(least, widths[yielding]), widths[yielding] - over);
        return widths;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = Columns.cut(cells.get(column), widths[column]);
            line.append(column == 0 ? "" : GAP);
            String blanks = " ".repeat(Math.max(0, widths[column] - Columns.of(cell)));
            line.append(right.get(column) ? blanks + cell : cell + blanks);
        }
        return line.toString().stripTrailing();
    }
}
