package dev.llmagents.team.felicia.trade;

/**
 * What stands outside mission and data: read by the caller, so that nothing here looks around.
 *
 * @param alreadyExecuted a plan of the same id was executed before
 * @param again the user asked to execute it again
 * @param halted the kill switch is set
 */
public record Guards(boolean alreadyExecuted, boolean again, boolean halted) {
    public static Guards none() {
        return new Guards(false, false, false);
    }
}
