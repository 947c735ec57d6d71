package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.date.DuePhrase;
import dev.llmagents.team.meetmind.extract.Task.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes one task of what was said several times: a request and its answer, an order and its repetition. */
// Tasks are told apart by identity: two people may have promised the same in the same words.
@SuppressWarnings("ReferenceEquality")
final class TaskMerger {
    private static final int LONGEST_ANTECEDENT = 160;
    /** Words of a sentence that adds nothing but a date. */
    private static final int SHORT_ADDITION = 6;

    private static final int SHORT_ANSWER = 8;
    /** How many of the latest tasks a task is compared with: no meeting has more, and an endless input stays cheap. */
    private static final int MOST_COMPARED = 200;
    /** How many of the latest tasks an answer may belong to. */
    private static final int MOST_OPEN = 20;

    /** How sure a task is that somebody has answered with a promise. */
    private static final double ANSWERED = 0.85;

    private static final Set<String> MUST = Set.of("must", "has", "needs", "måste");

    private static final Set<String> IDLE = Set.of("try", "go", "come", "stop", "försöka", "gå", "see", "help");

    private final MeetingText meeting;
    private final Optional<LocalDate> anchor;
    private final Replies replies;

    /** @param anchor the day of the meeting */
    TaskMerger(MeetingText meeting, Optional<LocalDate> anchor) {
        this.meeting = meeting;
        this.anchor = anchor;
        replies = new Replies(meeting);
    }

    /** The tasks with their owners, each once, in the order in which they came up. */
    List<Task> merge(List<Task> found) {
        List<Task> open = new ArrayList<>();
        for (Task task : found) {
            int base = task.kind() == Kind.NOTE ? -1 : answered(open, task);
            if (base >= 0) {
                Optional<Task> clear = open.get(base).pointing() ? ofTaskBefore(open, task) : Optional.empty();
                Task asked = open.get(base);
                open.set(base, joined(clear.isPresent() ? at(asked, clear.get()) : asked, task));
            } else if (!(task.pointing() && isMereAnswer(task))) {
                open.add(task);
            } else {
                resolved(open, task).ifPresent(open::add);
            }
        }
        List<Task> owned = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (Task task : found) {
            taken.add(task.remark());
        }
        for (Task task : open) {
            Task whole = withOwner(task);
            boolean vague = whole.pointing()
                    && isAsked(whole)
                    && !whole.text().contains("(")
                    && !meeting.isLongTalk()
                    && whole.confidence() >= 0.5
                    && whole.kind() != Kind.NOTE;
            if (vague) {
                double confidence = whole.confidence();
                Task told = withAntecedent(whole);
                whole = told.text().equals(whole.text()) ? whole : told.withConfidence(confidence);
            }
            owned.add(withLaterDue(whole, taken));
        }
        return distinct(owned);
    }

    /** The vague question in the clearer words of its answer. */
    private static Task at(Task asked, Task answer) {
        return new Task(
                answer.remark(), asked.kind(), asked.owner(), answer.text(), false, asked.due(), asked.confidence());
    }

    private Optional<Task> resolved(List<Task> open, Task task) {
        Optional<Task> clear = ofTaskBefore(open, task);
        if (clear.isPresent()) {
            return clear;
        }
        boolean telling = task.due().isPresent() || isTelling(task);
        return telling ? Optional.of(withAntecedent(task)) : Optional.empty();
    }

    /** "I'll restart it": the verb alone tells something. */
    private boolean isTelling(Task task) {
        List<SpokenWord> words = SpokenWord.of(task.text());
        boolean told =
                task.kind() == Kind.COMMITTED && words.size() >= 2 && !meeting.isLongTalk() && !meeting.isFormal();
        boolean particle =
                words.size() > 2 && TaskFinder.POINTERS.contains(words.get(2).lower());
        return told
                && (particle || TaskFinder.POINTERS.contains(words.get(1).lower()))
                && !meeting.isGenericVerb(words.get(0).lower())
                && !IDLE.contains(words.get(0).lower());
    }

    /** "You write it and I'll proof-read it": the object of the task before, if the verb is one of its own. */
    private Optional<Task> ofTaskBefore(List<Task> open, Task task) {
        Task before = task;
        for (Task earlier : open.subList(Math.max(0, open.size() - MOST_OPEN), open.size())) {
            boolean later = before == task || earlier.remark() >= before.remark();
            before = !earlier.pointing() && later ? earlier : before;
        }
        List<SpokenWord> words = SpokenWord.of(task.text());
        boolean near = turn(task) - turn(before) <= 1 && before != task;
        boolean resolvable = near
                && task.kind() == Kind.COMMITTED
                && words.size() == 2
                && TaskFinder.POINTERS.contains(words.get(1).lower())
                && !meeting.isGenericVerb(words.get(0).lower());
        int space = before.text().indexOf(' ');
        if (!resolvable || space < 0) {
            return Optional.empty();
        }
        String verb = task.text().substring(0, words.get(0).end());
        return Optional.of(
                task.withText(verb + before.text().substring(space), false).withConfidence(0.7));
    }

    /** "The tax rates are missing, I'll finish that tomorrow": what "that" is stands right before it. */
    private Task withAntecedent(Task task) {
        Remark remark = meeting.remarks().get(task.remark());
        int comma = remark.text().lastIndexOf(',');
        String clause = comma > 0 ? remark.text().substring(0, comma) : "";
        if (meeting.content(clause).size() < 2) {
            clause = "";
            for (int i = task.remark() - 1; i >= Math.max(0, task.remark() - 3) && clause.isEmpty(); i--) {
                Remark before = meeting.remarks().get(i);
                boolean tells = meeting.contentOf(before).size() >= 2
                        || !meeting.isLongTalk() && meeting.contentOf(before).size() == 1 && before.size() >= 4;
                clause = tells ? before.text() : "";
            }
        }
        if (clause.isEmpty() || clause.length() > LONGEST_ANTECEDENT) {
            return task.withConfidence(0.4);
        }
        String known = new Wording(meeting).clause(clause);
        return task.withText(task.text() + " (" + known + ")", true).withConfidence(0.7);
    }

    private static boolean isMereAnswer(Task task) {
        return switch (task.kind()) {
            case COMMITTED, OFFERED, SHARED -> true;
            case NOTE, ASSIGNED, REQUESTED, ASKED_AROUND, TOLD -> false;
        };
    }

    /** Index of the earlier task that {@code task} answers or says again, or -1. */
    private int answered(List<Task> open, Task task) {
        for (int i = open.size() - 1; i >= Math.max(0, open.size() - MOST_OPEN); i--) {
            Task earlier = open.get(i);
            int distance = turn(task) - turn(earlier);
            if (distance > Replies.REACH) {
                break;
            }
            boolean mine = earlier.owner().isEmpty() || earlier.owner().equals(task.owner());
            boolean another = !speaker(earlier).equals(speaker(task));
            boolean firstReply =
                    replies.nextTurnOf(speaker(task), earlier.remark()).orElse(turn(task)) == turn(task);
            boolean answer = switch (task.kind()) {
                case COMMITTED, OFFERED, SHARED ->
                    task.pointing()
                            && mine
                            && (another && firstReply && isAsked(earlier) || isOfferOfSame(earlier, task));
                case REQUESTED, TOLD -> task.pointing() && earlier.kind() == Kind.ASKED_AROUND && !earlier.pointing();
                case NOTE, ASSIGNED, ASKED_AROUND -> false;
            };
            if (answer) {
                return i;
            }
            boolean promised = task.kind() == Kind.COMMITTED
                    && another
                    && mine
                    && distance <= 2
                    && isAsked(earlier)
                    && overlap(meeting.content(earlier.text()), meeting.content(task.text())) > 0;
            if (promised) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isAsked(Task task) {
        return switch (task.kind()) {
            case REQUESTED, ASKED_AROUND, TOLD, ASSIGNED -> true;
            case NOTE, COMMITTED, OFFERED, SHARED -> false;
        };
    }

    /** "I can take the signs, I'll order them tomorrow." */
    private boolean isOfferOfSame(Task earlier, Task task) {
        return earlier.kind() == Kind.OFFERED
                && speaker(earlier).equals(speaker(task))
                && turn(task) - turn(earlier) <= (meeting.isLongTalk() ? 0 : 2);
    }

    private static Task joined(Task asked, Task answer) {
        Optional<String> owner = answer.kind() == Kind.REQUESTED || answer.kind() == Kind.TOLD
                ? answer.owner()
                : asked.owner().isPresent() ? asked.owner() : answer.owner();
        boolean better = asked.pointing() && !answer.pointing();
        Kind kind = asked.kind() == Kind.ASKED_AROUND && answer.kind() == Kind.TOLD ? Kind.TOLD : asked.kind();
        Task base = new Task(
                answer.kind() == Kind.TOLD ? answer.remark() : asked.remark(),
                owner.isPresent() && kind == Kind.ASKED_AROUND ? Kind.REQUESTED : kind,
                owner,
                better ? answer.text() : asked.text(),
                asked.pointing() && answer.pointing(),
                answer.due().isPresent() && answer.due().get().date().isPresent()
                        ? answer.due()
                        : asked.due().or(answer::due),
                0);
        return base.withConfidence(Math.max(ANSWERED, Math.max(asked.confidence(), answer.confidence())));
    }

    private Task withOwner(Task task) {
        return switch (task.kind()) {
            case NOTE, COMMITTED -> task;
            case OFFERED -> offered(task);
            case ASSIGNED -> task.withConfidence(task.confidence() + (accepted(task) ? 0.1 : 0));
            case REQUESTED -> requested(task);
            case TOLD -> told(task);
            case ASKED_AROUND -> askedAround(task);
            case SHARED -> shared(task);
        };
    }

    /** "By Thursday." behind the task, or "sure, they'll be ready on Friday" in its owner's answer. */
    private Task withLaterDue(Task task, Set<Integer> taken) {
        if (task.due().isPresent() || task.kind() == Kind.NOTE) {
            return task;
        }
        Optional<DuePhrase> due = Optional.empty();
        int next = task.remark() + 1;
        if (next < meeting.firstOfTurn(turn(task) + 1)) {
            due = shortDue(next, SHORT_ADDITION, taken);
        }
        Optional<Integer> answer =
                task.owner().isPresent() ? replies.nextTurnOf(task.owner().get(), task.remark()) : Optional.empty();
        if (answer.isPresent()) {
            int end = Math.min(meeting.firstOfTurn(answer.get() + 1), meeting.firstOfTurn(answer.get()) + 2);
            for (int i = meeting.firstOfTurn(answer.get()); i < end && due.isEmpty(); i++) {
                due = shortDue(i, SHORT_ANSWER, taken);
            }
        }
        return due.isPresent() ? task.withDue(due) : task;
    }

    private Optional<DuePhrase> shortDue(int index, int mostWords, Set<Integer> taken) {
        Remark remark = meeting.remarks().get(index);
        boolean ownMatter = taken.contains(index)
                || remark.size() > mostWords
                || remark.sentence().isQuestion()
                || remark.has(Cue.FAREWELL)
                || LaterDues.isNotBefore(remark);
        Optional<DuePhrase> due =
                ownMatter ? Optional.empty() : meeting.dueDates().in(remark.text(), anchor);
        return due.isPresent() && due.get().date().isPresent() ? due : Optional.empty();
    }

    private boolean accepted(Task task) {
        Optional<Integer> turn = task.owner().isPresent()
                ? replies.nextTurnOf(task.owner().get(), task.remark())
                : replies.nextTurnByAnother(task.remark());
        return turn.isPresent() && replies.answer(turn.get()) == Replies.Answer.ACCEPTS;
    }

    private Task requested(Task task) {
        if (task.confidence() >= ANSWERED) {
            return task; // somebody has said "I'll do it"; a "no" in front of that refuses nothing
        }
        Optional<Integer> next = replies.nextTurnByAnother(task.remark());
        Optional<Integer> reply =
                task.owner().isPresent() ? replies.nextTurnOf(task.owner().get(), task.remark()) : next;
        Optional<String> owner = task.owner().or(() -> next.map(replies::speakerOf));
        if (reply.isEmpty()) {
            return task.withConfidence(task.owner().isPresent() ? task.confidence() : 0.2);
        }
        return switch (replies.answer(reply.get())) {
            case ACCEPTS ->
                task.withOwner(owner)
                        .withConfidence(Math.max(task.confidence(), task.owner().isPresent() ? 0.9 : 0.8));
            case REFUSES -> task.withConfidence(0.1);
            case OTHER ->
                task.owner().isPresent()
                        ? task
                        : task.due().isPresent()
                                ? task.withOwner(owner).withConfidence(0.55)
                                : task.withConfidence(0.3);
        };
    }

    private Task told(Task task) {
        if (task.owner().isPresent()) {
            return task.withConfidence(task.confidence() + (accepted(task) ? 0.35 : 0.2));
        }
        Optional<Integer> next = replies.nextTurnByAnother(task.remark());
        if (next.isPresent() && replies.answer(next.get()) == Replies.Answer.ACCEPTS) {
            return task.withOwner(next.map(replies::speakerOf)).withConfidence(task.confidence() + 0.1);
        }
        int turn = turn(task);
        boolean afterAnother = turn > 0 && !replies.speakerOf(turn - 1).equals(speaker(task));
        return afterAnother ? task.withOwner(Optional.of(replies.speakerOf(turn - 1))) : task;
    }

    private Task askedAround(Task task) {
        Optional<Integer> next = replies.nextTurnByAnother(task.remark());
        if (next.isEmpty()) {
            return task.withConfidence(0.2);
        }
        Remark reply = meeting.remarks().get(meeting.firstOfTurn(next.get()));
        boolean taken = reply.has(Cue.COMMIT)
                || reply.has(Cue.COMMIT_WEAK)
                        && !reply.has(Cue.CONDITION)
                        && !reply.has(Cue.UNKNOWN)
                        && !reply.has(Cue.HEDGE);
        boolean refused = replies.answer(next.get()) == Replies.Answer.REFUSES;
        if (!taken
                && isDuty(task)
                && !reply.text().toLowerCase(java.util.Locale.ROOT).matches("(?s).{0,20}\\b(already|redan)\\b.*")) {
            return task.withConfidence(0.5); // a task that has nobody yet
        }
        return taken && !refused
                ? task.withOwner(next.map(replies::speakerOf)).withConfidence(0.8)
                : task.withConfidence(0.2);
    }

    /** "Then somebody has to ring them": said, not asked. */
    private boolean isDuty(Task task) {
        Remark remark = meeting.remarks().get(task.remark());
        boolean must = false;
        for (SpokenWord word : remark.words()) {
            must |= MUST.contains(word.lower());
        }
        return must
                && !remark.sentence().isQuestion()
                && !task.pointing()
                && !meeting.isLongTalk()
                && !meeting.isFormal();
    }

    /** "I could draw up a menu" – "Please do." */
    private Task offered(Task task) {
        if (meeting.isLongTalk() || meeting.isFormal() || task.pointing()) {
            return task;
        }
        Optional<Integer> next = replies.nextTurnByAnother(task.remark());
        boolean wanted = next.isPresent() && replies.answer(next.get()) == Replies.Answer.ACCEPTS;
        return wanted ? task.withConfidence(Math.max(task.confidence(), 0.7)) : task;
    }

    /** "Yes, we will table it by June": who answers for the group takes it on. */
    private Task shared(Task task) {
        Remark remark = meeting.remarks().get(task.remark());
        boolean answer = remark.hasAt(Cue.ACCEPT, 0)
                && task.remark() > 0
                && meeting.remarks().get(task.remark() - 1).sentence().isQuestion();
        return answer ? task.withOwner(Optional.of(remark.speaker())).withConfidence(0.75) : task;
    }

    private List<Task> distinct(List<Task> tasks) {
        List<Task> kept = new ArrayList<>();
        List<Set<String>> contents = new ArrayList<>();
        for (Task task : tasks) {
            Set<String> content = meeting.content(task.text());
            int same = -1;
            for (int i = Math.max(0, kept.size() - MOST_COMPARED); i < kept.size() && same < 0; i++) {
                if (canShare(kept.get(i), task)
                        && overlap(contents.get(i), content) >= (meeting.isLongTalk() ? 0.6 : 0.7)) {
                    same = i;
                }
            }
            if (same < 0) {
                kept.add(task);
                contents.add(content);
                continue;
            }
            Task first = kept.get(same);
            Task better = task.confidence() > first.confidence() ? task : first;
            Task other = better == task ? first : task;
            kept.set(
                    same,
                    better.withDue(better.due().or(other::due))
                            .withOwner(better.owner().or(other::owner)));
        }
        return kept;
    }

    private static boolean canShare(Task one, Task two) {
        return one.owner().isEmpty() || two.owner().isEmpty() || one.owner().equals(two.owner());
    }

    /** Share of the smaller task's content words that both have; one common word is not enough for two longer tasks. */
    private static double overlap(Set<String> first, Set<String> second) {
        int smaller = Math.min(first.size(), second.size());
        int common = 0;
        for (String word : first) {
            common += second.contains(word) ? 1 : 0;
        }
        return smaller == 0 || common < Math.min(2, smaller) ? 0 : (double) common / smaller;
    }

    private int turn(Task task) {
        return meeting.remarks().get(task.remark()).turn();
    }

    private String speaker(Task task) {
        return meeting.remarks().get(task.remark()).speaker();
    }
}
