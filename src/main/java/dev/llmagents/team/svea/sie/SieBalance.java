package dev.llmagents.team.svea.sie;

import java.util.List;

/**
 * A balance or budget.
 *
 * @param year 0, -1, …
 * @param period {@code yyyymm}; 0 for a balance of the year
 * @param ore amount in öre, credit negative
 * @param quantity as it stands; empty if there is none
 * @param isRead whether the amount could be read; it is 0 otherwise
 */
public record SieBalance(
        Kind kind,
        int year,
        int period,
        String account,
        List<ObjectRef> objects,
        long ore,
        String quantity,
        boolean isRead,
        int line) {

    /** What a balance is of. */
    public enum Kind {
        /** Ingående balans. */
        IB,
        /** Utgående balans. */
        UB,
        /** Ingående balans of an object. */
        OIB,
        /** Utgående balans of an object. */
        OUB,
        /** Saldo of a result account. */
        RES,
        /** Change in a period. */
        PSALDO,
        /** Budget of a period. */
        PBUDGET
    }
}
