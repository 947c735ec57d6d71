package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.extract.Task.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes one task of what was said several times: a request and its answer, an order and its repetition. */
final class TaskMerger {
    private final MeetingText meeting;
    private final Replies replies;

    TaskMerger(MeetingText meeting) {
        this.meeting = meeting;
        replies = new Replies(meeting);
    }

    /** The tasks with their owners, each once, in the order in which they came up. */
    List<Task> merge(List<Task> found) {
        List<Task> open = new ArrayList<>();
        for (Task task : found) {
            int base = task.kind() == Kind.NOTE ? -1 : answered(open, task);
            if (base >= 0) {
                open.set(base, joined(open.get(base), task));
            } else if (!(task.pointing() && isMereAnswer(task))) {
                open.add(task);
            } else {
                resolved(open, task).ifPresent(open::add);
            }
        }
        List<Task> owned = new ArrayList<>();
        for (Task task : open) {
            owned.add(withOwner(task));
        }
        return distinct(owned);
    }

    /** "You write it and I'll proof-read it": the object of the task before, if the verb is one of its own. */
    private Optional<Task> resolved(List<Task> open, Task task) {
        Task before = open.isEmpty() ? task : open.get(open.size() - 1);
        List<SpokenWord> words = SpokenWord.of(task.text());
        boolean near = turn(task) - turn(before) <= 1 && before != task && !before.pointing();
        boolean resolvable = near && task.kind() == Kind.COMMITTED && words.size() == 2
                && TaskFinder.POINTERS.contains(words.get(1).lower()) && !meeting.isGenericVerb(words.get(0).lower());
        int space = before.text().indexOf(' ');
        if (!resolvable || space < 0) {
            return Optional.empty();
        }
        String verb = task.text().substring(0, words.get(0).end());
        return Optional.of(task.withText(verb + before.text().substring(space), false).withConfidence(0.7));
    }

    private static boolean isMereAnswer(Task task) {
        return switch (task.kind()) {
            case COMMITTED, OFFERED, SHARED -> true;
            case NOTE, ASSIGNED, REQUESTED, ASKED_AROUND, TOLD -> false;
        };
    }

    /** Index of the earlier task that {@code task} answers or says again, or -1. */
    private int answered(List<Task> open, Task task) {
        for (int i = open.size() - 1; i >= 0; i--) {
            Task earlier = open.get(i);
            int distance = turn(task) - turn(earlier);
            if (distance > Replies.REACH) {
                break;
            }
            boolean mine = earlier.owner().isEmpty() || earlier.owner().equals(task.owner());
            boolean another = !speaker(earlier).equals(speaker(task));
            boolean answer = switch (task.kind()) {
                case COMMITTED, OFFERED, SHARED ->
                    task.pointing() && mine && (another && isAsked(earlier) || isOfferOfSame(earlier, task));
                case REQUESTED, TOLD -> task.pointing() && earlier.kind() == Kind.ASKED_AROUND;
                case NOTE, ASSIGNED, ASKED_AROUND -> false;
            };
            if (answer) {
                return i;
            }
            boolean promised = task.kind() == Kind.COMMITTED && another && mine && distance <= 2
                    && isAsked(earlier) && overlap(earlier, task) > 0;
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
        return earlier.kind() == Kind.OFFERED && speaker(earlier).equals(speaker(task)) && turn(earlier) == turn(task);
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
                answer.due().isPresent() && answer.due().get().date().isPresent() ? answer.due() : asked.due().or(answer::due),
                0);
        return base.withConfidence(Math.max(0.85, Math.max(asked.confidence(), answer.confidence())));
    }

    private Task withOwner(Task task) {
        return switch (task.kind()) {
            case NOTE, COMMITTED, OFFERED -> task;
            case ASSIGNED -> task.withConfidence(task.confidence() + (accepted(task) ? 0.1 : 0));
            case REQUESTED -> requested(task);
            case TOLD -> told(task);
            case ASKED_AROUND -> askedAround(task);
            case SHARED -> shared(task);
        };
    }

    private boolean accepted(Task task) {
        Optional<Integer> turn = task.owner().isPresent()
                ? replies.nextTurnOf(task.owner().get(), task.remark())
                : replies.nextTurnByAnother(task.remark());
        return turn.isPresent() && replies.answer(turn.get()) == Replies.Answer.ACCEPTS;
    }

    private Task requested(Task task) {
        Optional<Integer> next = replies.nextTurnByAnother(task.remark());
        Optional<Integer> reply = task.owner().isPresent() ? replies.nextTurnOf(task.owner().get(), task.remark()) : next;
        Optional<String> owner = task.owner().or(() -> next.map(replies::speakerOf));
        if (reply.isEmpty()) {
            return task.withConfidence(task.owner().isPresent() ? task.confidence() : 0.2);
        }
        return switch (replies.answer(reply.get())) {
            case ACCEPTS -> task.withOwner(owner).withConfidence(Math.max(task.confidence(), task.owner().isPresent() ? 0.9 : 0.8));
            case REFUSES -> task.withConfidence(0.1);
            case OTHER ->
                task.owner().isPresent() || task.confidence() >= 0.85
                        ? task
                        : task.due().isPresent() ? task.withOwner(owner).withConfidence(0.55) : task.withConfidence(0.3);
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
        boolean taken = reply.has(Cue.COMMIT) || reply.has(Cue.COMMIT_WEAK) && !reply.has(Cue.CONDITION)
                && !reply.has(Cue.UNKNOWN) && !reply.has(Cue.HEDGE);
        boolean refused = replies.answer(next.get()) == Replies.Answer.REFUSES;
        return taken && !refused
                ? task.withOwner(next.map(replies::speakerOf)).withConfidence(0.8)
                : task.withConfidence(0.2);
    }

    /** "Yes, we will table it by June": who answers for the group takes it on. */
    private Task shared(Task task) {
        Remark remark = meeting.remarks().get(task.remark());
        boolean answer = remark.hasAt(Cue.ACCEPT, 0) && task.remark() > 0
                && meeting.remarks().get(task.remark() - 1).sentence().isQuestion();
        return answer
                ? task.withOwner(Optional.of(remark.speaker())).withConfidence(0.75)
                : task;
    }

    private List<Task> distinct(List<Task> tasks) {
        List<Task> kept = new ArrayList<>();
        for (Task task : tasks) {
            int same = -1;
            for (int i = 0; i < kept.size() && same < 0; i++) {
                if (isSame(kept.get(i), task)) {
                    same = i;
                }
            }
            if (same < 0) {
                kept.add(task);
                continue;
            }
            Task first = kept.get(same);
            Task better = task.confidence() > first.confidence() ? task : first;
            Task other = better == task ? first : task;
            kept.set(same, better.withDue(better.due().or(other::due)).withOwner(better.owner().or(other::owner)));
        }
        return kept;
    }

    private boolean isSame(Task one, Task two) {
        boolean owners = one.owner().isEmpty() || two.owner().isEmpty() || one.owner().equals(two.owner());
        return owners && overlap(one, two) >= 0.6;
    }

    /** Share of the smaller task's content words that both have; one common word is not enough for two longer tasks. */
    private double overlap(Task one, Task two) {
        Set<String> first = meeting.content(one.text());
        Set<String> second = meeting.content(two.text());
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
