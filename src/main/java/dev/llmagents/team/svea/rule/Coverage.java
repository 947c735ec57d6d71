package dev.llmagents.team.svea.rule;

/**
 * What became of a rule with one input.
 *
 * @param reason why it was not assessed, Swedish; empty if it ran
 */
public record Coverage(String ruleId, State state, String reason) {

    /** Whether a rule was applied. */
    public enum State {
        RAN,
        NOT_ASSESSED
    }
}
