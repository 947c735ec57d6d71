package dev.llmagents.report.ledger;

import dev.llmagents.report.RunFacts;
import dev.llmagents.report.clean.CsvText;
import dev.llmagents.team.meetmind.ledger.Ledger;
import dev.llmagents.team.meetmind.ledger.LedgerEntry;
import dev.llmagents.team.meetmind.ledger.LedgerEvent;
import java.time.LocalDate;

/** A ledger as CSV (RFC 4180), a line for each task in the order of their ids. Safe for threads. */
final class LedgerCsv implements LedgerRenderer {
    private static final String HEADER =
            "id,state,task,owner,due,due_words,raised,raised_in,line,quote,changes,last,last_in,last_line,last_quote";
    private static final String LINE_END = "\r\n";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final boolean marked;

    /** @param marked whether to begin with a byte order mark, which Excel needs to read UTF-8 */
    LedgerCsv(boolean marked) {
        this.marked = marked;
    }

    @Override
    public String render(Ledger ledger, RunFacts facts) {
        LedgerView view = new LedgerView(ledger);
        StringBuilder csv = new StringBuilder(1024);
        if (marked) {
            csv.append(BYTE_ORDER_MARK);
        }
        csv.append(HEADER).append(LINE_END);
        for (LedgerEntry entry : ledger.entries()) {
            LedgerEvent raised = entry.raised();
            LedgerEvent last = entry.last();
            cell(csv, entry.id()).append(',');
            cell(csv, entry.state().label()).append(',');
            cell(csv, entry.text()).append(',');
            cell(csv, entry.owner().orElse("")).append(',');
            cell(csv, entry.due().map(LocalDate::toString).orElse("")).append(',');
            cell(csv, entry.dueText().orElse("")).append(',');
            cell(csv, day(ledger, raised)).append(',');
            cell(csv, view.file(raised.meeting())).append(',');
            csv.append(raised.evidence().line()).append(',');
            cell(csv, raised.evidence().quote()).append(',');
            csv.append(entry.history().size() - 1).append(',');
            cell(csv, last.kind().label()).append(',');
            cell(csv, view.file(last.meeting())).append(',');
            csv.append(last.evidence().line()).append(',');
            cell(csv, last.evidence().quote()).append(LINE_END);
        }
        return csv.toString();
    }

    private static String day(Ledger ledger, LedgerEvent event) {
        return ledger.meetings()
                .get(event.meeting())
                .transcript()
                .date()
                .map(LocalDate::toString)
                .orElse("");
    }

    private static StringBuilder cell(StringBuilder csv, String text) {
        return csv.append(CsvText.cell(text));
    }
}
