package dev.llmagents.team.svea.invoice;

import java.util.Optional;

/** The sums at the foot of an invoice (EN 16931 BG-22). */
public record Totals(
        Optional<Amount> lines,
        Optional<Amount> allowances,
        Optional<Amount> charges,
        Optional<Amount> withoutTax,
        Optional<Amount> withTax,
        Optional<Amount> prepaid,
        Optional<Amount> rounding,
        Optional<Amount> payable,
        int line) {}
