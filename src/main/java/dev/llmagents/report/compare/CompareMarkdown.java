package dev.llmagents.report.compare;

import dev.llmagents.report.clean.MarkdownText;

/** A comparison as Markdown: a table of figures, and one for each section. Safe for threads. */
final class CompareMarkdown implements CompareRenderer {
    private static final int LONGEST = 600;

    @Override
    public String render(Comparison comparison) {
        StringBuilder out = new StringBuilder(4096);
        out.append("# ")
                .append(clean(comparison.team() + ": " + comparison.input()))
                .append("\n\n");
        head(out, comparison, "", " ---: |");
        Figures.of(comparison).forEach(figure -> {
            out.append("| ").append(figure.name()).append(" |");
            figure.values()
                    .forEach(value -> out.append(' ').append(clean(value)).append(" |"));
            out.append('\n');
        });
        for (Way way : comparison.ways()) {
            way.reasons()
                    .forEach(reason -> out.append("\n> ")
                            .append(way.letter())
                            .append(": the rules answered: ")
                            .append(clean(reason))
                            .append('\n'));
        }
        for (String section : comparison.sections()) {
            out.append("\n## ").append(section).append("\n\n");
            head(out, comparison, "line", " --- |");
            comparison.rowsOf(section).forEach(row -> row(out, comparison, row));
        }
        return out.toString();
    }

    private static void head(StringBuilder out, Comparison comparison, String first, String rule) {
        out.append("| ").append(first).append(" |");
        comparison
                .ways()
                .forEach(way -> out.append(' ')
                        .append(way.letter())
                        .append(": ")
                        .append(clean(way.name()))
                        .append(" |"));
        out.append("\n| --- |").append(rule.repeat(comparison.ways().size())).append('\n');
    }

    private static void row(StringBuilder out, Comparison comparison, Comparison.Row row) {
        int line = row.first().line();
        out.append("| ").append(line > 0 ? Integer.toString(line) : "").append(" |");
        for (int i = 0; i < comparison.ways().size(); i++) {
            out.append(' ')
                    .append(row.isAt(i) ? clean(row.items().get(i).said()) : "–")
                    .append(" |");
        }
        out.append('\n');
    }

    private static String clean(String text) {
        return MarkdownText.of(text, LONGEST);
    }
}
