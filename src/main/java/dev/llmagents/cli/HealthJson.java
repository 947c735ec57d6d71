package dev.llmagents.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.app.Health;
import dev.llmagents.json.Json;
import java.util.Locale;

/** What the doctor has found, for programs. */
final class HealthJson {
    private HealthJson() {}

    static String of(Health health) {
        ObjectNode root = Json.object().put("healthy", !health.isBroken());
        ArrayNode findings = root.putArray("findings");
        for (Health.Finding finding : health.findings()) {
            findings.addObject()
                    .put("subject", finding.subject())
                    .put("level", finding.level().name().toLowerCase(Locale.ROOT))
                    .put("sentence", finding.sentence());
        }
        ArrayNode agents = root.putArray("agents");
        for (Health.AgentState agent : health.agents()) {
            ObjectNode node = agents.addObject()
                    .put("id", agent.id())
                    .put("team", agent.team())
                    .put("tier", agent.tier())
                    .put("answersNow", agent.model().isPresent() ? "model" : "rules")
                    .put("model", agent.model().orElse(null))
                    .put("why", agent.why().orElse(null));
            agent.shares()
                    .ifPresent(shares -> node.putObject("answersOfThirtyDays")
                            .put("model", shares.model())
                            .put("cache", shares.cache())
                            .put("rules", shares.rules()));
        }
        return Json.writePretty(root) + "\n";
    }
}
