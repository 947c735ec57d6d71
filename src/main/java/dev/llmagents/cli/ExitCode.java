package dev.llmagents.cli;

/** The exit codes of every command; scripts rely on them. */
public enum ExitCode {
    DONE(0, "done"),
    INTERNAL(1, "internal error, or the result could not be written"),
    USAGE(2, "wrong usage or setting"),
    INPUT(3, "unreadable or invalid input"),
    DEGRADED(4, "a rule answered where a model was asked for, and --strict"),
    BUDGET(5, "a budget was exceeded, and --strict"),
    PROVIDER(6, "a provider failed, and --no-fallback"),
    GATE(7, "a gate failed (--fail-on)"),
    INTERRUPTED(130, "interrupted");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /** Whether there is a result nevertheless. */
    boolean isResult() {
        return this == DONE || this == DEGRADED || this == GATE;
    }

    public String meaning() {
        return meaning;
    }
}
