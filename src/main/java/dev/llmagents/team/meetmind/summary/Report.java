package dev.llmagents.team.meetmind.summary;

/**
 * A sentence turned into what somebody did by saying it.
 *
 * @param predicate what follows the speaker's name, without a full stop: {@code suggested that the group use plastic}
 * @param act what kind of act it was
 * @param clarity how well it stands alone, from 0 (full of "it" and "that") to 1
 */
record Report(String predicate, Act act, double clarity) {

    /** What people do with sentences in meetings. */
    enum Act {
        STATE,
        SUGGEST,
        DECIDE,
        ASK,
        REQUEST,
        PROMISE,
        PRESENT
    }
}
