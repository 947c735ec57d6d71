package dev.llmagents.team.felicia.mission;

import java.util.Locale;

/** Where a value of a mission came from. */
public enum Origin {
    /** The file says it. */
    INPUT,
    /** The file does not say it, and the value is the one this program takes then. */
    DEFAULT;

    /** As results print it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
