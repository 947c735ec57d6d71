package dev.llmagents.team.svea.sie;

/**
 * What became of #KSUMMA.
 *
 * @param declared as it stands; empty if there is none
 * @param computed over the same content; empty if it was not
 * @param line of the last #KSUMMA; 0 if there is none
 */
public record SieChecksum(State state, String declared, String computed, int line) {
    static final SieChecksum ABSENT = new SieChecksum(State.ABSENT, "", "", 0);

    /** How it went. */
    public enum State {
        ABSENT,
        MATCHES,
        DIFFERS,
        /** The bytes are not CP437, or there is only the last of the two records. */
        UNCHECKED
    }
}
