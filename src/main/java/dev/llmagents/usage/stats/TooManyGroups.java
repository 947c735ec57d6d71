package dev.llmagents.usage.stats;

/** The lines fall into more groups than memory should hold; fewer dimensions or a shorter range will do. */
public final class TooManyGroups extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyGroups(int most) {
        super("The lines fall into more than " + most
                + " groups: leave out a dimension of --by, or take a shorter range.");
    }
}
