package dev.llmagents.team.svea.input;

import dev.llmagents.team.svea.invoice.InvoiceText;
import java.util.List;

/** An invoice as text, for instance out of a PDF document. */
public record InvoiceTextDocument(String name, InvoiceText invoice, List<String> warnings) implements SveaDocument {
    public InvoiceTextDocument {
        warnings = List.copyOf(warnings);
    }

    @Override
    public Kind kind() {
        return Kind.INVOICE_TEXT;
    }
}
