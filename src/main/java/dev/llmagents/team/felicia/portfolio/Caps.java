package dev.llmagents.team.felicia.portfolio;

/** What weights may be: at most {@code maxPosition} a symbol and {@code maxGroup} a group, short or not. */
public record Caps(double maxPosition, double maxGroup, double maxGross, boolean allowShort) {
    public static Caps none() {
        return new Caps(1, 1, 1, false);
    }
}
