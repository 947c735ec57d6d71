package dev.llmagents.cli;

import dev.llmagents.app.Health;
import dev.llmagents.report.clean.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the doctor has found, for people. */
final class HealthText {
    private HealthText() {}

    static String of(Health health) {
        List<List<String>> findings = new ArrayList<>();
        for (Health.Finding finding : health.findings()) {
            findings.add(List.of(
                    finding.level().name().toLowerCase(Locale.ROOT), finding.subject(), clean(finding.sentence())));
        }
        List<List<String>> agents = new ArrayList<>();
        agents.add(List.of("TEAM", "AGENT", "TIER", "ANSWERS NOW", "MODEL", "CACHE", "RULES", "WHY"));
        for (Health.AgentState agent : health.agents()) {
            agents.add(List.of(
                    agent.team(),
                    agent.id(),
                    agent.tier(),
                    agent.model().orElse("rules"),
                    share(agent, Health.Shares::model),
                    share(agent, Health.Shares::cache),
                    share(agent, Health.Shares::rules),
                    clean(agent.why().orElse(""))));
        }
        return table(findings) + "\n" + table(agents)
                + "\nMODEL, CACHE and RULES are shares of the answers of the last 30 days; '-' means none is known.\n"
                + (health.isBroken() ? "Something is broken.\n" : "Nothing is broken.\n");
    }

    private static String clean(String sentence) {
        return PlainText.of(sentence);
    }

    private static String share(Health.AgentState agent, java.util.function.ToLongFunction<Health.Shares> part) {
        return agent.shares()
                .filter(shares -> shares.all() > 0)
                .map(shares -> Math.round(100.0 * part.applyAsLong(shares) / shares.all()) + " %")
                .orElse("-");
    }

    private static String table(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = rows.stream()
                        .mapToInt(each -> each.get(at).length())
                        .max()
                        .orElse(0);
                boolean last = column == row.size() - 1;
                line.append(row.get(column))
                        .append(last ? "" : " ".repeat(width - row.get(column).length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
