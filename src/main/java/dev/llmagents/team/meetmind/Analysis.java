package dev.llmagents.team.meetmind;

import java.util.Locale;

/** The ways a meeting can be looked at. */
public enum Analysis {
    SUMMARY,
    TOPICS,
    DECISIONS,
    ACTION_ITEMS,
    RISKS,
    OPEN_QUESTIONS,
    REQUIREMENTS,
    FEATURES;

    /** The name used in prompts and outputs, for instance {@code action_items}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
