package dev.llmagents.team.svea.sie;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A row of a voucher.
 *
 * @param ore amount in öre, credit negative
 * @param date the row's own; empty if it is the voucher's
 * @param quantity as it stands; empty if there is none
 * @param sign who made the row; empty if it is not said
 * @param isRead whether the amount could be read; it is 0 otherwise
 */
public record SieRow(
        Kind kind,
        String account,
        List<ObjectRef> objects,
        long ore,
        Optional<LocalDate> date,
        String text,
        String quantity,
        String sign,
        boolean isRead,
        int line) {

    /** How a row came about. */
    public enum Kind {
        TRANS,
        /** Added afterwards (#RTRANS). */
        ADDED,
        /** Struck afterwards (#BTRANS); does not count. */
        STRUCK
    }

    public int basClass() {
        return SieAccount.classOf(account);
    }
}
