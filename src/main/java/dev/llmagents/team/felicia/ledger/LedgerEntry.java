package dev.llmagents.team.felicia.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A movement: what changes where on a day. The postings have to add up to zero, shares counted at their cost. */
public record LedgerEntry(LocalDate date, String description, List<Posting> postings) {
    public LedgerEntry {
        postings = List.copyOf(postings);
    }

    /**
     * A change of one account in one commodity.
     *
     * @param account names joined by colons, such as {@code assets:cash}
     * @param commodity currency or symbol
     * @param quantity negative if it leaves the account
     * @param cost what the whole quantity cost or brought, never negative; empty if the commodity counts by itself
     * @param balance of the commodity on the account afterwards, as whoever made the movement knows it; the journal asserts it
     */
    public record Posting(
            String account, String commodity, BigDecimal quantity, Optional<Cost> cost, Optional<BigDecimal> balance) {
        public Posting(String account, String commodity, BigDecimal quantity) {
            this(account, commodity, quantity, Optional.empty(), Optional.empty());
        }
    }

    /** An amount of money for a quantity of something else. */
    public record Cost(BigDecimal amount, String commodity) {}
}
