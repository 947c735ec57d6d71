package dev.llmagents.team.svea.rule;

/** How much a finding weighs, heaviest first. */
public enum Severity {
    /** Wrong, and provable from the input alone. */
    FEL("fel"),
    /** A strong sign of something wrong. */
    VARNING("varning"),
    /** A pointer. */
    INFO("info"),
    /** Could not be decided from this input. */
    EJ_BEDOMT("ej bedömt");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /** The word in reports, Swedish in every language: it is a term. */
    public String label() {
        return label;
    }
}
