package dev.llmagents.team.svea.invoice;

import dev.llmagents.team.svea.rule.Assessment;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Whether the days on an invoice can be. */
final class InvoiceDates {
    private static final String RULE = "FAK-018";

    private final Invoice invoice;
    private final LocalDate asOf;
    private final Assessment assessment;

    InvoiceDates(Invoice invoice, LocalDate asOf, Assessment assessment) {
        this.invoice = invoice;
        this.asOf = asOf;
        this.assessment = assessment;
    }

    void check() {
        assessment.ran(RULE);
        Optional<LocalDate> issued = day("fakturadatum", invoice.issueDate());
        Optional<LocalDate> due = day("förfallodag", invoice.dueDate());
        day("leveransdatum", invoice.deliveryDate());
        if (issued.isPresent() && issued.get().isAfter(asOf)) {
            find(invoice.issueDate(), "fakturadatum " + issued.get() + " ligger efter " + asOf);
        }
        if (issued.isPresent() && due.isPresent() && due.get().isBefore(issued.get())) {
            find(invoice.dueDate(), "förfallodag " + due.get() + " före fakturadatum " + issued.get());
        }
    }

    private Optional<LocalDate> day(String what, Optional<Field> field) {
        Optional<LocalDate> day = field.flatMap(InvoiceDates::dayOf);
        if (field.isPresent() && day.isEmpty()) {
            find(field, what + " är ingen dag i formen ÅÅÅÅ-MM-DD");
        }
        return day;
    }

    private void find(Optional<Field> field, String what) {
        assessment.find(
                RULE,
                assessment.line(field.map(Field::line).orElse(invoice.root().line())),
                "vad",
                what,
                "angivet",
                field.map(Field::value).orElse(""));
    }

    /** The day in a field; the time of day that Svefaktura may add is left out. */
    static Optional<LocalDate> dayOf(Field field) {
        String value = field.value().length() > 10 && field.value().charAt(10) == 'T'
                ? field.value().substring(0, 10)
                : field.value();
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
