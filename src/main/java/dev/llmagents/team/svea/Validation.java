package dev.llmagents.team.svea;

import dev.llmagents.agent.Source;
import java.util.List;

/** How far findings and bundle stand up to a second look: the quality agent's part. */
public record Validation(List<Check> checks, List<Concern> concerns) {
    public Validation {
        checks = List.copyOf(checks);
        concerns = List.copyOf(concerns);
    }

    /** Something that was looked at again. */
    public record Check(String name, boolean isPassed, String detail) {}

    /** A doubt about a finding. It changes nothing of the finding. */
    public record Concern(String finding, String problem, Source source) {}

    /** Whether every check was passed; a model's doubts do not count. */
    public boolean isSound() {
        return checks.stream().allMatch(Check::isPassed);
    }
}
