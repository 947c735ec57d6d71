package dev.llmagents.ident;

/** What is right or wrong with a number that is said to be of a kind. */
public enum NumberVerdict {
    VALID,
    /** Has characters, or a number of them, that the kind does not have. */
    WRONG_FORM,
    /** Holds a day that no calendar has. */
    NO_SUCH_DATE,
    /** The check digit is another. */
    WRONG_CHECK_DIGIT;

    public boolean isValid() {
        return this == VALID;
    }
}
