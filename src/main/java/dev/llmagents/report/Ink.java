package dev.llmagents.report;

/** The few looks that text in a terminal may have. The codes are those of ECMA-48 that every terminal knows. */
public enum Ink {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    GREEN("32"),
    YELLOW("33"),
    RED("31"),
    CYAN("36");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    /** {@code text} with the codes around it. */
    public String on(String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
    }
}
