package dev.llmagents.team.svea.invoice;

import java.util.List;
import java.util.Optional;

/** VAT of the invoice in one currency, and what it is made of. */
public record TaxTotal(Optional<Amount> amount, List<Subtotal> subtotals, int line) {

    /** VAT of one category and rate. */
    public record Subtotal(Optional<Amount> taxable, Optional<Amount> tax, TaxCategory category, int line) {}

    public TaxTotal {
        subtotals = List.copyOf(subtotals);
    }
}
