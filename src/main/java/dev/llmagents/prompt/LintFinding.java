package dev.llmagents.prompt;

import java.util.Locale;

/**
 * Something about a prompt that is wrong or could be better.
 *
 * @param file its path, for people
 * @param line from 1; 0 if it is about the file as a whole
 * @param code a stable name of the kind of finding, for instance {@code unfenced}
 * @param message one sentence
 */
public record LintFinding(String file, int line, Severity severity, String code, String message) {

    /** How bad it is. */
    public enum Severity {
        ERROR,
        WARNING;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@code file:line: error code: message}, as compilers write it. */
    public String line(boolean withFile) {
        String place = withFile ? file + (line > 0 ? ":" + line : "") + ": " : "";
        return place + severity.label() + " " + code + ": " + message;
    }
}
