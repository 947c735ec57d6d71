package dev.llmagents.team.felicia.bank;

import dev.llmagents.team.felicia.mission.Banking;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The bank of a mission: its accounts, payees, limits and list of sanctions. Immutable and safe for threads. */
public final class Bank {
    private final Banking banking;
    private final Optional<Sanctions> sanctions;

    private Bank(Banking banking, Optional<Sanctions> sanctions) {
        this.banking = banking;
        this.sanctions = sanctions;
    }

    /** @param sanctions empty if the user has no list; results then say NOT SCREENED */
    public static Bank of(Banking banking, Optional<Sanctions> sanctions) {
        return new Bank(banking, sanctions);
    }

    /** Processes the requests of the mission in their order, as seen on {@code asOf}. */
    public BankReport process(LocalDate asOf) {
        return process(banking.requests(), asOf);
    }

    /** Processes {@code requests} in their order: each is checked against what those in front of it leave. */
    public BankReport process(List<Banking.Request> requests, LocalDate asOf) {
        return new BankRun(banking, sanctions, asOf).process(requests);
    }
}
