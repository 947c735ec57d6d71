package dev.llmagents.team.meetmind.ledger;

import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.ledger.LedgerEvent.Kind;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes through the meetings in order and puts together what they say of each task. Use once, in one thread. */
final class TaskHistory {
    private final Subjects subjects;
    private final TaskLinks links;
    private final PhraseBook turns = PhraseBook.read("turns.txt");
    private final List<OpenTask> tasks = new ArrayList<>();

    TaskHistory(List<MeetingReport> meetings, Subjects subjects) {
        this.subjects = subjects;
        links = new TaskLinks(new StatusWords(subjects.status(), subjects.verbs()));
        for (int at = 0; at < meetings.size(); at++) {
            read(at, meetings.get(at));
        }
    }

    List<LedgerEntry> entries(Optional<LocalDate> asOf) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (OpenTask task : tasks) {
            entries.add(task.entry("L" + (entries.size() + 1), asOf));
        }
        return entries;
    }

    /** What is reported comes before what is taken on: "not yet, I'll do it by Friday" is one, then the other. */
    private void read(int at, MeetingReport meeting) {
        List<OpenTask> earlier = tasks.stream().filter(task -> !task.isDone()).toList();
        if (!earlier.isEmpty()) {
            for (StatusReport report : StatusReports.of(meeting, subjects)) {
                List<OpenTask> open =
                        earlier.stream().filter(task -> !task.isDone()).toList();
                links.reported(report, open).ifPresent(link -> report(at, report, link));
            }
        }
        List<ActionItem> items = meeting.minutes().actionItems();
        for (int number = 0; number < items.size(); number++) {
            take(at, "A" + (number + 1), items.get(number), meeting, earlier);
        }
    }

    private static void report(int meeting, StatusReport report, TaskLinks.Link link) {
        OpenTask task = link.task();
        Kind kind = link.status().isOver() ? Kind.DONE : Kind.STILL_OPEN;
        boolean known = task.lastIn(meeting, kind);
        if (!known) {
            Evidence evidence =
                    Evidence.of(report.utterance(), report.sentence().text());
            task.note(
                    new LedgerEvent(kind, meeting, Optional.empty(), task.owner(), task.due(), evidence, Source.RULES));
        }
    }

    private void take(int at, String id, ActionItem item, MeetingReport meeting, List<OpenTask> earlier) {
        TaskLinks.Renewed renewed = new TaskLinks.Renewed(
                subjects.verb(item.text(), meeting.language()),
                subjects.ofTask(item.text(), meeting.language()),
                item.owner(),
                changesHands(item, meeting));
        List<OpenTask> open = earlier.stream().filter(task -> !task.isDone()).toList();
        Optional<OpenTask> known = links.renewed(renewed, open);
        if (known.isEmpty()) {
            OpenTask task = new OpenTask(item, meeting.language(), subjects);
            task.note(event(Kind.RAISED, at, id, item, item.owner(), item.due()));
            tasks.add(task);
            return;
        }
        OpenTask task = known.get();
        Kind kind = kind(task, item);
        task.renew(item);
        task.note(event(kind, at, id, item, task.owner(), task.due()));
    }

    private static LedgerEvent event(
            Kind kind, int at, String id, ActionItem item, Optional<String> owner, Optional<LocalDate> due) {
        return new LedgerEvent(kind, at, Optional.of(id), owner, due, item.evidence(), item.source());
    }

    private static Kind kind(OpenTask task, ActionItem item) {
        boolean sameOwner = item.owner().isEmpty()
                || task.owner().isEmpty()
                || task.isOwnedBy(item.owner().get());
        if (!sameOwner) {
            return Kind.OWNER_CHANGED;
        }
        if (item.due().isEmpty() || task.due().isEmpty() || item.due().equals(task.due())) {
            return Kind.REPEATED;
        }
        return item.due().get().isAfter(task.due().get()) ? Kind.POSTPONED : Kind.BROUGHT_FORWARD;
    }

    /** Whether the item, or the words around it, hand a task over. */
    private boolean changesHands(ActionItem item, MeetingReport meeting) {
        if (turns.has("take", Subjects.words(item.text()))
                || turns.has("take", Subjects.words(item.evidence().quote()))) {
            return true;
        }
        List<Utterance> utterances = meeting.transcript().utterances();
        for (int at = 1; at < utterances.size(); at++) {
            if (utterances.get(at).line() == item.evidence().line()) {
                return turns.has("take", Subjects.words(utterances.get(at - 1).text()));
            }
        }
        return false;
    }
}
