package dev.llmagents.team.svea.invoice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is sold, in one row.
 *
 * @param net amount of the row without VAT, after its allowances and charges
 * @param price of {@code baseQuantity} items; {@code baseQuantity} is 1 unless stated
 * @param text name and description of the item and the row's note
 * @param deliveredOn last day of the row's period, if it states one
 * @param line from 1
 */
public record InvoiceLine(
        String id,
        Optional<BigDecimal> quantity,
        Optional<Amount> net,
        Optional<Amount> price,
        BigDecimal baseQuantity,
        String itemName,
        String text,
        Optional<TaxCategory> tax,
        List<AllowanceCharge> allowanceCharges,
        Optional<Field> deliveredOn,
        int line) {
    public InvoiceLine {
        allowanceCharges = List.copyOf(allowanceCharges);
    }
}
