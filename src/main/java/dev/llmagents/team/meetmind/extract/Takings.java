package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.date.DuePhrase;
import dev.llmagents.team.meetmind.extract.Task.Kind;
import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.word.WordList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Joins "I can take that one", "leave it with me" and "me" to what was spoken of before: a question who does something, a
 * request nobody had answered, or a plain statement of what is needed.
 */
final class Takings {
    /** How far back what is taken on may lie, in turns and in sentences. */
    private static final int TURNS_BACK = 4;

    private static final int SENTENCES_BACK = 8;
    /** Words that may follow "I'll take that": more of them say something new. */
    private static final int LONGEST_REST = 7;

    private static final int LONGEST_MATTER = 25;

    /** "I'll do that when I drop the kids off". */
    private static final Set<String> TIME_WORDS = WordList.read(Takings.class, "time-words.txt");

    /** These answer "who" and nothing else. */
    private static final Set<String> ONLY_TO_WHO = Set.of(
            "me",
            "i do",
            "i will",
            "i can",
            "i could",
            "mine",
            "i am",
            "jag",
            "jag kan",
            "jag hinner",
            "gör jag",
            "det är jag");

    private static final Set<String> WHO = Set.of("who", "who's", "who'll", "vem", "vilka");

    private final MeetingText meeting;
    private final Optional<LocalDate> anchor;
    private final TaskWording wording;
    private final Replies replies;

    Takings(MeetingText meeting, Optional<LocalDate> anchor, TaskWording wording) {
        this.meeting = meeting;
        this.anchor = anchor;
        this.wording = wording;
        replies = new Replies(meeting);
    }

    /** The tasks with those in place that were taken on, and without what only said so. */
    List<Task> joined(List<Task> found) {
        List<Task> tasks = new ArrayList<>(found);
        for (int i = 1; i < meeting.remarks().size(); i++) {
            Optional<CueHit> take = taking(i);
            if (take.isPresent()) {
                take(tasks, i, take.get());
            }
        }
        tasks.sort((one, two) -> Integer.compare(one.remark(), two.remark()));
        return tasks;
    }

    /** The words by which remark {@code index} takes something on, if it does little else. */
    private Optional<CueHit> taking(int index) {
        Remark remark = meeting.remarks().get(index);
        if (!remark.has(Cue.TAKE) || remark.asks() || remark.has(Cue.CONDITION) && !remark.has(Cue.ACCEPT)) {
            return Optional.empty();
        }
        for (CueHit hit : remark.hits()) {
            if (hit.cue() != Cue.TAKE || !isAtHead(remark, hit.at())) {
                continue;
            }
            boolean last = hit.end() == remark.size();
            boolean but = !last
                    && Set.of("but", "men", "if", "om")
                            .contains(remark.word(hit.end()).lower());
            if (but) {
                return Optional.empty(); // "I could, but I'd need somebody to check it"
            }
            boolean pause = !last && remark.word(hit.end() - 1).mark() != ' ';
            boolean timed = !last
                    && TIME_WORDS.contains(remark.word(hit.end()).lower())
                    && remark.size() - hit.end() <= LONGEST_REST + 1;
            boolean short_ = !last
                    && remark.size() - hit.end() <= 2
                    && meeting.content(rest(remark, hit)).isEmpty();
            if (last || pause || timed || short_) {
                return Optional.of(hit);
            }
        }
        return Optional.empty();
    }

    private static String rest(Remark remark, CueHit hit) {
        return remark.text().substring(remark.word(hit.end()).start());
    }

    /** Nothing before it but openers, or a clause of its own. */
    private static boolean isAtHead(Remark remark, int at) {
        return at <= remark.start() || remark.word(at - 1).mark() != ' ';
    }

    private void take(List<Task> tasks, int index, CueHit take) {
        Remark remark = meeting.remarks().get(index);
        String words = remark.text()
                .substring(
                        remark.word(take.at()).start(),
                        remark.word(take.end() - 1).end())
                .toLowerCase(java.util.Locale.ROOT)
                .replace('\u2019', '\'');
        boolean onlyToWho = ONLY_TO_WHO.contains(words);
        if (take.at() > remark.start() && !onlyToWho) {
            // "The accounts have to be ready by the 31st, that's mine."
            String clause = remark.text()
                    .substring(
                            remark.word(remark.start()).start(),
                            remark.word(take.at() - 1).end());
            if (meeting.content(clause).size() >= 2) {
                replace(tasks, index, statement(index, clause, remark.speaker(), due(remark.text())));
                return;
            }
        }
        int earliest = Math.max(0, index - SENTENCES_BACK);
        for (int i = index - 1; i >= earliest; i--) {
            Remark before = meeting.remarks().get(i);
            if (remark.turn() - before.turn() > TURNS_BACK) {
                return;
            }
            if (isAddressed(tasks, i)) {
                return; // its answer is read with the request
            }
            boolean another = !before.speaker().equals(remark.speaker());
            Optional<Task> asked = another ? askedAt(tasks, i) : Optional.empty();
            if (asked.isPresent()) {
                take(tasks, index, asked.get());
                return;
            }
            if (another && isWho(before)) {
                whose(tasks, index, i);
                return;
            }
            if (onlyToWho) {
                if (remark.turn() - before.turn() > 1) {
                    return;
                }
                continue;
            }
            boolean ownTurn = !another && before.turn() == remark.turn();
            if (hasTask(tasks, i)) {
                return;
            }
            boolean matter = (another || ownTurn)
                    && meeting.contentOf(before).size() >= 2
                    && before.size() >= 4
                    && before.size() <= LONGEST_MATTER
                    && !before.sentence().isQuestion()
                    && replies.answer(before.turn()) != Replies.Answer.REFUSES;
            if (matter && (another || !remark.has(Cue.ACCEPT))) {
                replace(
                        tasks,
                        index,
                        statement(
                                i,
                                before.text(),
                                remark.speaker(),
                                due(remark.text()).or(() -> due(before.text()))));
                return;
            }
        }
    }

    private Optional<Task> askedAt(List<Task> tasks, int index) {
        for (Task task : tasks) {
            boolean asked = task.kind() == Kind.ASKED_AROUND
                    || task.kind() == Kind.REQUESTED && task.owner().isEmpty();
            if (task.remark() == index && asked && !task.pointing()) {
                return Optional.of(task);
            }
        }
        return Optional.empty();
    }

    private static boolean isAddressed(List<Task> tasks, int index) {
        for (Task task : tasks) {
            boolean order = task.kind() == Kind.REQUESTED || task.kind() == Kind.TOLD || task.kind() == Kind.ASSIGNED;
            if (task.remark() == index && order && task.owner().isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasTask(List<Task> tasks, int index) {
        for (Task task : tasks) {
            if (task.remark() == index && !task.pointing()) {
                return true;
            }
        }
        return false;
    }

    private void take(List<Task> tasks, int index, Task asked) {
        Remark remark = meeting.remarks().get(index);
        tasks.remove(asked);
        Optional<DuePhrase> due = due(remark.text());
        Task taken = new Task(
                asked.remark(),
                Kind.REQUESTED,
                Optional.of(remark.speaker()),
                asked.text(),
                false,
                due.isPresent() ? due : asked.due(),
                0.85);
        replace(tasks, index, taken);
    }

    private static boolean isWho(Remark remark) {
        int start = remark.start();
        return remark.sentence().isQuestion()
                && start < remark.size()
                && WHO.contains(remark.word(start).lower());
    }

    /** "Who's doing the shop texts?", "vem tar anmälningarna?". */
    private void whose(List<Task> tasks, int index, int question) {
        Remark asked = meeting.remarks().get(question);
        Remark remark = meeting.remarks().get(index);
        int from = asked.start() + 1;
        while (from < asked.size()
                && Set.of(
                                "is", "will", "can", "could", "wants", "to", "would", "like", "kan", "vill", "ska",
                                "skulle", "kunna", "är", "det", "som")
                        .contains(asked.word(from).lower())) {
            from++;
        }
        Optional<DuePhrase> due = due(remark.text()).or(() -> due(asked.text()));
        if (from < asked.size()
                && Set.of("has", "have", "knows", "was", "said", "har", "vet", "var", "sa", "owns")
                        .contains(asked.word(from).lower())) {
            return; // "Who has those?" asks for no work
        }
        String matter = from < asked.size() ? wording.of(asked, "", from, asked.size(), due) : "";
        if (meeting.content(matter).isEmpty()) {
            // "Who's on that?": what "that" is was said before.
            for (int i = question - 1; i >= Math.max(0, question - 3); i--) {
                Remark earlier = meeting.remarks().get(i);
                boolean pointing = i > 0
                        && TaskFinder.POINTERS.contains(earlier.word(0).lower())
                        && meeting.contentOf(meeting.remarks().get(i - 1)).size() >= 2;
                if (meeting.contentOf(earlier).size() >= 2 && !pointing) {
                    replace(tasks, index, statement(i, earlier.text(), remark.speaker(), due));
                    return;
                }
            }
            return;
        }
        replace(
                tasks,
                index,
                new Task(
                        question,
                        Kind.REQUESTED,
                        Optional.of(remark.speaker()),
                        wording.imperative(matter),
                        false,
                        due,
                        0.85));
    }

    /** What is needed was stated, not asked for; its words stand in brackets. */
    private Task statement(int index, String words, String owner, Optional<DuePhrase> due) {
        String take = meeting.language() == Language.SV ? "Ta hand om" : "Take care of";
        return new Task(index, Kind.COMMITTED, Optional.of(owner), take + " " + matter(words), false, due, 0.7);
    }

    private String matter(String words) {
        String clause = new Wording(meeting).clause(words);
        return (meeting.language() == Language.SV ? "det" : "it") + " (" + clause + ")";
    }

    private static void replace(List<Task> tasks, int index, Task task) {
        tasks.removeIf(other -> other.remark() == index);
        tasks.removeIf(other -> other.remark() == task.remark() && other.owner().isEmpty());
        tasks.add(task);
    }

    private Optional<DuePhrase> due(String text) {
        return meeting.dueDates().in(text, anchor);
    }
}
