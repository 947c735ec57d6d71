package dev.llmagents.team.svea.input;

import dev.llmagents.team.svea.invoice.Invoice;
import java.util.List;

/** An electronic invoice. */
public record InvoiceDocument(String name, Kind kind, Invoice invoice, List<String> warnings) implements SveaDocument {
    public InvoiceDocument {
        warnings = List.copyOf(warnings);
    }
}
