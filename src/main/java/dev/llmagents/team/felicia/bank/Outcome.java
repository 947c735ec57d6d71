package dev.llmagents.team.felicia.bank;

/** What a check found, mildest first. */
public enum Outcome {
    PASS,
    INFO,
    WARN,
    /** A person has to approve; the program never does. */
    APPROVAL,
    BLOCK
}
