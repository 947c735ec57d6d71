package dev.llmagents.report;

/** How long texts of others may be where people read them; what is longer ends with an ellipsis. In characters. */
final class Lengths {
    static final int NAME = 60;
    static final int TITLE = 160;
    static final int TEXT = 600;
    static final int QUOTE = 280;
    static final int PHRASE = 80;

    private Lengths() {}
}
