package dev.llmagents.team.meetmind.ledger;

import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.text.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A task while its history is being put together. For one thread. */
final class OpenTask {
    private final String text;
    private final TaskVerb verb;
    private final Subject subject;
    private final List<LedgerEvent> history = new ArrayList<>();
    private Optional<String> owner;
    private Optional<LocalDate> due;
    private Optional<String> dueText;

    OpenTask(ActionItem item, Language language, Subjects subjects) {
        text = item.text();
        verb = subjects.verb(text, language);
        subject = subjects.ofTask(text, language);
        owner = item.owner();
        due = item.due();
        dueText = item.dueText();
    }

    TaskVerb verb() {
        return verb;
    }

    Subject subject() {
        return subject;
    }

    Optional<String> owner() {
        return owner;
    }

    Optional<LocalDate> due() {
        return due;
    }

    boolean isDone() {
        return history.get(history.size() - 1).kind() == LedgerEvent.Kind.DONE;
    }

    /** Whether {@code meeting} was the last to speak of it, and said just that. */
    boolean lastIn(int meeting, LedgerEvent.Kind kind) {
        LedgerEvent last = history.get(history.size() - 1);
        return last.meeting() == meeting && last.kind() == kind;
    }

    boolean isOwnedBy(String person) {
        return owner.isPresent() && isSame(owner.get(), person);
    }

    /** Whether both are one person, as far as names tell: "Raj" and "Raj Patel" are. */
    static boolean isSame(String one, String other) {
        String first = one.strip().toLowerCase(Locale.ROOT);
        String second = other.strip().toLowerCase(Locale.ROOT);
        return first.equals(second) || first.startsWith(second + " ") || second.startsWith(first + " ");
    }

    /** Takes over what an item of a later meeting says about who and when. */
    void renew(ActionItem item) {
        owner = item.owner().or(() -> owner);
        if (item.due().isPresent() || item.dueText().isPresent()) {
            due = item.due().or(() -> due);
            dueText = item.dueText().or(() -> dueText);
        }
    }

    void note(LedgerEvent event) {
        history.add(event);
    }

    LedgerEntry entry(String id, Optional<LocalDate> asOf) {
        boolean late = due.isPresent() && asOf.isPresent() && due.get().isBefore(asOf.get());
        LedgerEntry.State state =
                isDone() ? LedgerEntry.State.DONE : late ? LedgerEntry.State.OVERDUE : LedgerEntry.State.OPEN;
        return new LedgerEntry(id, text, owner, due, dueText, state, history);
    }
}
