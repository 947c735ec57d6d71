package dev.llmagents.app;

/**
 * A value that must not be shown. Its text form is the same for every value.
 *
 * @param value the secret itself
 */
public record Secret(String value) {
    @Override
    public String toString() {
        return "(secret)";
    }
}
