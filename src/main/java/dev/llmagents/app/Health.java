package dev.llmagents.app;

import java.util.List;
import java.util.Optional;

/**
 * What {@code doctor} has found. Immutable; it holds no key.
 *
 * @param agents by team and name
 */
public record Health(List<Finding> findings, List<AgentState> agents) {
    public Health {
        findings = List.copyOf(findings);
        agents = List.copyOf(agents);
    }

    /** How bad a finding is. */
    public enum Level {
        OK,
        /** Worth knowing; nothing is out of order. */
        NOTE,
        BROKEN
    }

    /** @param sentence what is so, and where something is broken the way out */
    public record Finding(String subject, Level level, String sentence) {}

    /**
     * One agent.
     *
     * @param model the first that would be asked now; empty if the rules would answer
     * @param why why the rules would answer, or why models are passed over; empty if the best one would be asked
     * @param shares who gave its answers over the last 30 days; empty without any
     */
    public record AgentState(
            String id, String tier, Optional<String> model, Optional<String> why, Optional<Shares> shares) {
        public String team() {
            return id.substring(0, Math.max(0, id.indexOf('.')));
        }
    }

    /** Answers, by who gave them. */
    public record Shares(long model, long cache, long rules) {
        public long all() {
            return model + cache + rules;
        }
    }

    public boolean isBroken() {
        return findings.stream().anyMatch(finding -> finding.level() == Level.BROKEN);
    }
}
