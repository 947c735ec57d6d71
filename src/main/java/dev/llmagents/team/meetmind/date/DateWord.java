package dev.llmagents.team.meetmind.date;

/**
 * A word or number of a sentence, with what separates it from the next.
 *
 * @param text as written
 * @param lower in lower case, apostrophes made plain
 * @param start offset of its first character
 * @param end offset behind its last character
 * @param gap what stands between it and the next word
 */
record DateWord(String text, String lower, int start, int end, Gap gap) {

    /** What separates two words, weakest first. */
    enum Gap {
        SPACE,
        COMMA,
        /** A full stop: may end an abbreviation or an ordinal number. */
        STOP,
        /** Anything that a phrase does not run across. */
        BREAK
    }

    boolean isCapitalised() {
        return Character.isUpperCase(text.charAt(0));
    }

    /** Whether a phrase may go on behind this word: "v. 48", "Dec. 3" and "Friday, 13 November" do. */
    boolean leadsOn() {
        return switch (gap) {
            case SPACE, COMMA -> true;
            case STOP -> text.length() <= 4 && !Character.isDigit(text.charAt(0));
            case BREAK -> false;
        };
    }
}
