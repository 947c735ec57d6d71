package dev.llmagents.report.stats;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.llmagents.json.Json;
import dev.llmagents.llm.BudgetLedger.Standing;
import dev.llmagents.report.Columns;
import dev.llmagents.report.clean.JsonText;
import dev.llmagents.report.clean.MarkdownText;
import dev.llmagents.report.clean.PlainText;
import dev.llmagents.usage.Usd;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** How the budgets of a day stand, as a table for people or as JSON. */
public final class BudgetReport {
    /** Names the form of the JSON; a change that readers would notice gets a new number. */
    public static final String SCHEMA = "https://llm-agents.example/schemas/stats-budget/1";

    private static final int WIDEST_NAME = 60;
    private static final int WIDTH = 14;

    private BudgetReport() {}

    /** For a terminal. */
    public static String table(LocalDate day, List<Standing> standings) {
        int widest = "Budget".length();
        for (Standing standing : standings) {
            widest = Math.max(widest, Columns.of(name(standing)));
        }
        int width = Math.min(widest, WIDEST_NAME);
        StringBuilder out = new StringBuilder("Budgets of ").append(day).append(", in USD\n\n");
        line(out, width, "Budget", "limit", "spent", "reserved", "left");
        for (Standing standing : standings) {
            line(
                    out,
                    width,
                    name(standing),
                    Usd.of(standing.cap().limitUsd()),
                    Usd.of(standing.spent()),
                    Usd.up(standing.reserved()),
                    Usd.of(standing.left()));
        }
        return out.toString();
    }

    private static String name(Standing standing) {
        return PlainText.of(standing.cap().scope().words());
    }

    private static void line(StringBuilder out, int width, String name, String... figures) {
        out.append(name).append(" ".repeat(Math.max(0, width - Columns.of(name))));
        for (String figure : figures) {
            out.append(" ".repeat(Math.max(1, WIDTH - figure.length()))).append(figure);
        }
        out.append('\n');
    }

    public static String markdown(LocalDate day, List<Standing> standings) {
        StringBuilder out = new StringBuilder("# Budgets of ").append(day).append(", in USD\n\n");
        out.append("| Budget | Limit | Spent | Reserved | Left |\n| --- | ---: | ---: | ---: | ---: |\n");
        for (Standing standing : standings) {
            out.append("| ")
                    .append(MarkdownText.of(standing.cap().scope().words(), WIDEST_NAME * 2))
                    .append(" | ")
                    .append(Usd.of(standing.cap().limitUsd()))
                    .append(" | ")
                    .append(Usd.of(standing.spent()))
                    .append(" | ")
                    .append(Usd.up(standing.reserved()))
                    .append(" | ")
                    .append(Usd.of(standing.left()))
                    .append(" |\n");
        }
        return out.toString();
    }

    /** Exact amounts. The schema is {@code schemas/stats-budget.1.json} on the class path. */
    public static String json(LocalDate day, List<Standing> standings) {
        ObjectNode root = Json.object();
        root.put("schema", SCHEMA);
        root.put("command", "stats");
        root.put("day", day.toString());
        ArrayNode budgets = root.putArray("budgets");
        for (Standing standing : standings) {
            ObjectNode node = budgets.addObject();
            node.put("scope", standing.cap().scope().kind().label());
            node.put("name", standing.cap().scope().name());
            money(node, "limitUsd", standing.cap().limitUsd());
            money(node, "spentUsd", standing.spent());
            money(node, "reservedUsd", standing.reserved());
            money(node, "leftUsd", standing.left());
        }
        return JsonText.safe(Json.writePretty(root)) + "\n";
    }

    /** Without an exponent, which money never has. */
    private static void money(ObjectNode node, String field, BigDecimal amount) {
        BigDecimal bare = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        node.putRawValue(field, new RawValue(bare.toPlainString()));
    }
}
