package dev.llmagents.app;

import java.util.Locale;

/** Which models a run may ask. */
public enum Mode {
    /** Those whose keys are present; without any, the rules alone. */
    AUTO,
    /** OpenAI, a server that speaks its language, or Gemini, with stores on this machine. */
    LOCAL,
    /** Bedrock, and OpenAI where it fails. */
    AWS,
    /** None. */
    OFFLINE;

    /** The name used in options and settings. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
