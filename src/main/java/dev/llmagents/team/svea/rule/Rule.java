package dev.llmagents.team.svea.rule;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One rule, as the catalogue states it.
 *
 * @param id stable, for instance {@code BFL-001}
 * @param severity what its findings weigh unless a check has reason to say otherwise
 * @param title Swedish sentence; {@code {name}} stands for a value of the finding
 * @param ground law, standard or specification with section; empty where there is none and good practice is meant
 * @param isConfirmed whether the ground was read in its source; printed as "ej verifierat" if not
 * @param validFrom first day the rule holds; empty if it always has
 * @param validTo last day the rule holds; empty if no end is known
 * @param suggestion what to do, Swedish, with the same {@code {name}} places; may be empty
 */
public record Rule(
        String id,
        Family family,
        Severity severity,
        String title,
        String ground,
        boolean isConfirmed,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        String suggestion) {

    public boolean holdsOn(LocalDate day) {
        return validFrom.map(from -> !day.isBefore(from)).orElse(true)
                && validTo.map(to -> !day.isAfter(to)).orElse(true);
    }

    /** The ground as reports print it. */
    public String printedGround() {
        return isConfirmed || ground.isEmpty() ? ground : ground + " (ej verifierat)";
    }
}
