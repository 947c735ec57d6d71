package dev.llmagents.team.svea.invoice;

import java.util.Optional;

/** A discount ({@code isCharge} false) or an addition, of a row or of the whole invoice. */
public record AllowanceCharge(boolean isCharge, Optional<Amount> amount, Optional<TaxCategory> tax, int line) {}
