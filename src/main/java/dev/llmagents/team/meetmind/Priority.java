package dev.llmagents.team.meetmind;

import java.util.Locale;

/** MoSCoW priorities, strongest first. */
public enum Priority {
    MUST,
    SHOULD,
    COULD,
    WONT;

    /** The name used in every output: {@code must}, {@code should}, {@code could} or {@code wont}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
