package dev.llmagents.report.compare;

import dev.llmagents.report.HtmlPage;
import dev.llmagents.report.clean.HtmlText;
import java.util.List;

/** A comparison as one page that needs nothing else. Safe for threads. */
final class CompareHtml implements CompareRenderer {
    private static final int LONGEST = 600;

    @Override
    public String render(Comparison comparison) {
        StringBuilder out = new StringBuilder(16_384);
        String title = clean(comparison.team() + ": " + comparison.input());
        HtmlPage.open(out, "en", title, List.of("meeting.css"));
        out.append("<header class=\"cover first\">\n<p class=\"eyebrow\">One input, ")
                .append(comparison.ways().size())
                .append(" ways</p>\n<h1>")
                .append(title)
                .append("</h1>\n</header>\n<section>\n<h2>Figures</h2>\n<table>\n");
        head(out, comparison, "");
        out.append("<tbody>\n");
        Figures.of(comparison).forEach(figure -> {
            out.append("<tr><th scope=\"row\">").append(figure.name()).append("</th>");
            figure.values()
                    .forEach(value -> out.append("<td>").append(clean(value)).append("</td>"));
            out.append("</tr>\n");
        });
        out.append("</tbody>\n</table>\n</section>\n");
        for (String section : comparison.sections()) {
            out.append("<section>\n<h2>").append(section).append("</h2>\n<table>\n");
            head(out, comparison, "Line");
            out.append("<tbody>\n");
            comparison.rowsOf(section).forEach(row -> row(out, comparison, row));
            out.append("</tbody>\n</table>\n</section>\n");
        }
        out.append("<footer>\n");
        comparison
                .ways()
                .forEach(way -> way.reasons()
                        .forEach(reason -> out.append("<p class=\"warning\">")
                                .append(way.letter())
                                .append(": the rules answered: ")
                                .append(clean(reason))
                                .append("</p>\n")));
        return out.append("</footer>\n</main>\n</body>\n</html>\n").toString();
    }

    private static void head(StringBuilder out, Comparison comparison, String first) {
        out.append("<thead><tr><th scope=\"col\">").append(first).append("</th>");
        comparison
                .ways()
                .forEach(way -> out.append("<th scope=\"col\">")
                        .append(way.letter())
                        .append(": ")
                        .append(clean(way.name()))
                        .append("</th>"));
        out.append("</tr></thead>\n");
    }

    private static void row(StringBuilder out, Comparison comparison, Comparison.Row row) {
        int line = row.first().line();
        out.append("<tr><td class=\"number\">")
                .append(line > 0 ? Integer.toString(line) : "")
                .append("</td>");
        for (int i = 0; i < comparison.ways().size(); i++) {
            out.append("<td>")
                    .append(row.isAt(i) ? clean(row.items().get(i).said()) : "–")
                    .append("</td>");
        }
        out.append("</tr>\n");
    }

    private static String clean(String text) {
        return HtmlText.of(text, LONGEST);
    }
}
