package dev.llmagents.report.ledger;

import dev.llmagents.report.todo.Todo;
import dev.llmagents.report.todo.TodoCalendar;
import dev.llmagents.report.todo.TodoIssues;
import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.ledger.Ledger;
import dev.llmagents.team.meetmind.ledger.LedgerEntry;
import dev.llmagents.team.meetmind.ledger.LedgerEvent;
import dev.llmagents.team.meetmind.ledger.LedgerEvent.Kind;
import java.util.ArrayList;
import java.util.List;

/** The tasks of a ledger that are not done, for other programs. Safe for threads. */
final class LedgerTodos {
    private LedgerTodos() {}

    static LedgerRenderer calendar() {
        return (ledger, facts) -> TodoCalendar.of(todos(ledger));
    }

    static LedgerRenderer issues() {
        return (ledger, facts) -> TodoIssues.of(todos(ledger));
    }

    /** Each has the name that its own meeting alone would give it: what was imported before is then updated. */
    private static List<Todo> todos(Ledger ledger) {
        List<Todo> todos = new ArrayList<>();
        for (LedgerEntry entry : ledger.entries()) {
            if (entry.state() == LedgerEntry.State.DONE) {
                continue;
            }
            LedgerEvent raised = entry.raised();
            MeetingReport meeting = ledger.meetings().get(raised.meeting());
            todos.add(new Todo(
                    Todo.uid(meeting.transcript(), entry.text(), raised.evidence()),
                    (int) entry.history().stream()
                            .filter(event -> isChange(event.kind()))
                            .count(),
                    entry.text(),
                    entry.owner(),
                    entry.due(),
                    ledger.meetings().get(entry.last().meeting()).transcript().date(),
                    Todo.place(meeting, raised.evidence()),
                    raised.evidence(),
                    entry.state() == LedgerEntry.State.OVERDUE ? List.of("meeting", "overdue") : List.of("meeting")));
        }
        return todos;
    }

    private static boolean isChange(Kind kind) {
        return switch (kind) {
            case OWNER_CHANGED, POSTPONED, BROUGHT_FORWARD, REPEATED -> true;
            case RAISED, STILL_OPEN, DONE -> false;
        };
    }
}
