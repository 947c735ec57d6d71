package dev.llmagents.team.svea;

import dev.llmagents.agent.Source;
import java.util.List;
import java.util.Optional;

/** What the law asks of this company: the product manager's part. */
public record RegulatoryRequirements(List<Requirement> requirements) {
    public RegulatoryRequirements {
        requirements = List.copyOf(requirements);
    }

    /**
     * A requirement.
     *
     * @param id of the catalogue; {@code M1} … for a model's
     * @param isMandatory whether the law asks for it; else it is good practice
     * @param deadline when, Swedish, with a date where one can be reckoned
     * @param impact what follows if it is not met
     * @param ground as printed; empty for good practice
     * @param findings ids of findings that show it is not met
     */
    public record Requirement(
            String id,
            String text,
            boolean isMandatory,
            Optional<String> deadline,
            String impact,
            String ground,
            List<String> findings,
            Source source) {
        public Requirement {
            findings = List.copyOf(findings);
        }
    }
}
