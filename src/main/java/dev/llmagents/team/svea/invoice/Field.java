package dev.llmagents.team.svea.invoice;

/**
 * A value of an invoice as it was written.
 *
 * @param scheme what kind of identifier it is, by the code of its attribute; may be empty
 * @param line from 1
 */
public record Field(String value, String scheme, int line) {
    public boolean isBlank() {
        return value.isBlank();
    }
}
