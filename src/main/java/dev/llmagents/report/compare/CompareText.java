package dev.llmagents.report.compare;

import dev.llmagents.report.Columns;
import dev.llmagents.report.Ink;
import dev.llmagents.report.clean.PlainText;
import java.util.List;

/** A comparison for a terminal: the figures in columns, then each item with the letters of the ways that have it. */
final class CompareText implements CompareRenderer {
    private static final int LABEL = 12;
    private static final int NARROWEST_CELL = 5;
    private static final int INDENT = 2;
    private static final int LONGEST = 600;

    private final int width;
    private final boolean colour;

    CompareText(int width, boolean colour) {
        this.width = width;
        this.colour = colour;
    }

    @Override
    public String render(Comparison comparison) {
        StringBuilder out = new StringBuilder(4096);
        out.append(ink(
                        Columns.cut(
                                comparison.team() + ": " + PlainText.of(comparison.input()) + ", "
                                        + comparison.ways().size() + " ways",
                                width),
                        Ink.BOLD))
                .append("\n\n");
        figures(out, comparison);
        for (Way way : comparison.ways()) {
            for (String reason : way.reasons()) {
                wrapped(out, way.letter() + ": ", "the rules answered: " + reason, Ink.YELLOW);
            }
        }
        for (String section : comparison.sections()) {
            out.append('\n').append(ink(section, Ink.BOLD)).append('\n');
            comparison.rowsOf(section).forEach(row -> row(out, comparison, row));
        }
        return out.toString();
    }

    private void figures(StringBuilder out, Comparison comparison) {
        int ways = comparison.ways().size();
        int cell = Math.max(NARROWEST_CELL, Math.min(28, (width - LABEL) / ways - INDENT));
        line(out, "", comparison.ways().stream().map(Way::letter).toList(), cell);
        line(out, "", comparison.ways().stream().map(Way::name).toList(), cell);
        Figures.of(comparison).forEach(figure -> line(out, figure.name(), figure.values(), cell));
    }

    private static void line(StringBuilder out, String label, List<String> values, int cell) {
        StringBuilder line = new StringBuilder(Columns.padded(label, LABEL));
        for (String value : values) {
            String shown = Columns.cut(PlainText.of(value), cell);
            line.append(" ".repeat(INDENT)).append(Columns.padded(shown, cell));
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private void row(StringBuilder out, Comparison comparison, Comparison.Row row) {
        StringBuilder letters = new StringBuilder("  ");
        for (int i = 0; i < comparison.ways().size(); i++) {
            letters.append(row.isAt(i) ? comparison.ways().get(i).letter() : "·")
                    .append(' ');
        }
        Item first = row.first();
        String place = first.line() > 0 ? " [line " + first.line() + "]" : "";
        boolean everywhere = row.items().size() == comparison.ways().size();
        wrapped(out, letters + " ", said(first) + place, everywhere ? Ink.PLAIN : Ink.CYAN);
        String blanks = " ".repeat(letters.length() + 1);
        row.items().forEach((way, item) -> {
            if (!Similarity.words(item.said()).equals(Similarity.words(first.said()))) {
                wrapped(out, blanks + comparison.ways().get(way).letter() + ": ", said(item), Ink.DIM);
            }
        });
    }

    private static String said(Item item) {
        return PlainText.of(item.said(), LONGEST);
    }

    /** Words over as many lines as they need, those after the first below the first's beginning. */
    private void wrapped(StringBuilder out, String lead, String text, Ink ink) {
        int room = Math.max(16, width - Columns.of(lead));
        StringBuilder line = new StringBuilder();
        String before = lead;
        for (String word : text.split(" ", -1)) {
            String next = word;
            if (!line.isEmpty() && Columns.of(line.toString()) + 1 + Columns.of(next) > room) {
                out.append(before).append(ink(line.toString(), ink)).append('\n');
                before = " ".repeat(Columns.of(lead));
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(Columns.cut(next, room));
        }
        out.append(before).append(ink(line.toString(), ink)).append('\n');
    }

    private String ink(String text, Ink ink) {
        return colour ? ink.on(text) : text;
    }
}
