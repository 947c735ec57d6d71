package dev.llmagents.team.meetmind.ledger;

import dev.llmagents.team.meetmind.ledger.StatusWords.Status;
import dev.llmagents.team.meetmind.ledger.Subject.Overlap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides which task words of a later meeting are about. Each way of deciding asks for more agreement in subject where verb
 * or person agree less, and when two tasks fit about as well, neither is meant.
 */
final class TaskLinks {
    /** How much better the best has to be than the next. */
    private static final double MARGIN = 0.15;

    /** What it counts that the owner says it: enough to choose between two tasks that fit about as well. */
    private static final double OWNER = 0.2;

    private static final double HALF = 0.5;
    private static final double TWO_THIRDS = 0.66;
    private static final double LEAST = 0.3;

    private final StatusWords words;

    TaskLinks(StatusWords words) {
        this.words = words;
    }

    /** A task and what is said of it. */
    record Link(OpenTask task, Status status) {}

    /** The task of {@code tasks} that {@code report} tells the state of. */
    Optional<Link> reported(StatusReport report, List<OpenTask> tasks) {
        return best(tasks, task -> score(report, task))
                .flatMap(task -> words.of(report.clause(), task.verb()).map(status -> new Link(task, status)));
    }

    private double score(StatusReport report, OpenTask task) {
        // Few clauses of a long meeting are about a task at all: words of state are looked for in those alone.
        boolean related = task.subject().with(report.own()).common() > 0
                || (report.isPointing() || report.beginsWithPronoun())
                        && task.subject().with(report.context()).common() > 0;
        if (!related) {
            return 0;
        }
        Optional<Status> status = words.of(report.clause(), task.verb());
        if (status.isEmpty()) {
            return 0;
        }
        boolean owner = task.isOwnedBy(report.speaker())
                || task.owner().filter(name -> report.clause().names(name)).isPresent();
        double score = report.isPointing() ? 0 : stated(status.get(), report, task, owner);
        if (score == 0 && (report.isPointing() || report.beginsWithPronoun())) {
            score = pointed(status.get(), report, task, owner);
        }
        return score > 0 && owner ? score + OWNER : score;
    }

    /** The clause says itself what it is about. */
    private static double stated(Status status, StatusReport report, OpenTask task, boolean owner) {
        Overlap overlap = task.subject().with(report.own());
        if (overlap.common() == 0 || overlap.isTornByOrdinals()) {
            return 0;
        }
        boolean wellCovered = overlap.cover() >= TWO_THIRDS && overlap.back() >= TWO_THIRDS;
        boolean agrees = status == Status.OVER_BY_VERB
                ? overlap.cover() >= TWO_THIRDS && overlap.back() >= HALF
                : wellCovered && !overlap.isTwoSided() || overlap.cover() == 1 && overlap.back() >= HALF;
        boolean nothingElse = overlap.back() == 1
                && (overlap.cover() >= HALF || owner && status != Status.OVER && overlap.cover() >= LEAST);
        return agrees || nothingElse ? overlap.score() : 0;
    }

    /** "That's done": the words before it say what, and somebody it concerns says it. */
    private static double pointed(Status status, StatusReport report, OpenTask task, boolean owner) {
        Overlap overlap = task.subject().with(report.context());
        if (status == Status.OVER_BY_VERB && owner && overlap.cover() >= HALF && !overlap.isTornByOrdinals()) {
            return overlap.score();
        }
        boolean asked = task.owner()
                .filter(name -> report.asked().contains(Subjects.words(name).get(0)))
                .isPresent();
        if (overlap.common() == 0
                || overlap.isTornByOrdinals()
                || overlap.isTwoSided() && overlap.cover() < TWO_THIRDS) {
            return 0;
        }
        boolean concerns = owner || asked;
        boolean agrees = overlap.cover() >= TWO_THIRDS && overlap.back() >= HALF;
        boolean nothingElse = concerns && overlap.back() == 1 && overlap.cover() >= LEAST;
        return agrees || nothingElse ? overlap.score() : 0;
    }

    /** What an item of a later meeting is about and whose it is. */
    record Renewed(TaskVerb verb, Subject subject, Optional<String> owner, boolean changesHands) {}

    /** The task of {@code tasks} that {@code item} is, too. */
    Optional<OpenTask> renewed(Renewed item, List<OpenTask> tasks) {
        return best(tasks, task -> score(item, task));
    }

    private static double score(Renewed item, OpenTask task) {
        Overlap overlap = task.subject().with(item.subject());
        if (overlap.common() == 0 || overlap.isTornByOrdinals()) {
            return 0;
        }
        if (item.changesHands()) {
            boolean fits = overlap.cover() >= TWO_THIRDS || overlap.back() == 1 && overlap.cover() >= LEAST;
            return fits ? overlap.score() : 0;
        }
        if (!item.verb().goesWith(task.verb())) {
            return 0;
        }
        boolean sameOwner = item.owner().isEmpty()
                || task.owner().isEmpty()
                || OpenTask.isSame(item.owner().get(), task.owner().get());
        boolean equal = overlap.cover() == 1 && overlap.back() == 1 && overlap.common() >= 2;
        boolean oneInOther = !overlap.isTwoSided() && Math.min(overlap.cover(), overlap.back()) >= HALF;
        return equal || sameOwner && oneInOther ? overlap.score() : 0;
    }

    private static Optional<OpenTask> best(List<OpenTask> tasks, Function<OpenTask, Double> score) {
        Optional<OpenTask> best = Optional.empty();
        double most = 0;
        double next = 0;
        for (OpenTask task : tasks) {
            double found = score.apply(task);
            if (found > most) {
                next = most;
                most = found;
                best = Optional.of(task);
            } else {
                next = Math.max(next, found);
            }
        }
        return most > 0 && most - next >= MARGIN ? best : Optional.empty();
    }
}
