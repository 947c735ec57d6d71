package dev.llmagents.app;

import java.util.Locale;

/** Which models a run may ask. */
public enum Mode {
    /** Those whose keys are present; without any, the rules alone. */
    AUTO,
    /** OpenAI or a server that speaks its language, with stores on this machine. */
    LOCAL,
    /** None. */
    OFFLINE;

    /** The name used in options and settings. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
