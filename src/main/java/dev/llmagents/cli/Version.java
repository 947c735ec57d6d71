package dev.llmagents.cli;

import java.util.Objects;

/** The program's version. */
public final class Version {
    private Version() {}

    /** For instance {@code llm-agents 0.1.0}. */
    public static String line() {
        return "llm-agents " + number();
    }

    /** For instance {@code 0.1.0}. */
    static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(version, "(development)");
    }
}
