package dev.llmagents.team.felicia.mission;

import java.util.Locale;

/** How much risk somebody wants, least first. */
public enum RiskProfile {
    CONSERVATIVE,
    BALANCED,
    AGGRESSIVE,
    SPECULATIVE;

    static RiskProfile of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** As mission files and results write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
