package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what the meeting decided, what it decided against included. Stateless. */
public final class Decisions {
    /** How far back the proposal of "agreed" may lie, in sentences. */
    private static final int BACK = 4;

    /** These were fitted together with the weights of {@link DecisionSignal}. */
    private static final int NEIGHBOUR_LINES = 3;

    private static final double LEAST_STRENGTH = 0.15;
    private static final int MOST_PICKED = 14;
    private static final int TURNS_APART = 2;

    private static final int ANSWERED_WITHIN = 5;
    /** Behind these "we" begins what is decided; behind a noun it only tells more of the noun. */
    private static final Set<String> BEFORE_GROUP = Set.of(
            "then", "so", "and", "but", "that", "ok", "okay", "okej", "och", "men", "så", "att", "alltså", "agree",
            "agreed", "say", "think", "säger", "tycker", "tror", "now", "nu");

    private Decisions() {}

    /** The decisions of a meeting, by line. */
    public static List<Finding> in(MeetingText meeting) {
        Findings findings = new Findings(meeting);
        Wording wording = new Wording(meeting);
        if (meeting.isLongTalk() && meeting.isConverging()) {
            addOfLongTalk(meeting, findings, wording);
            return findings.list();
        }
        boolean firmOnly = meeting.isLongTalk() || meeting.isFormal();
        Replies replies = new Replies(meeting);
        for (int i = 0; i < meeting.remarks().size(); i++) {
            Remark remark = meeting.remarks().get(i);
            Optional<Integer> label = Labels.after(remark, Labels.Kind.DECISION);
            if (label.isPresent() && label.get() < remark.size()) {
                findings.add(i, wording.from(remark, label.get()), 0.95);
            } else if (isStated(remark, !firmOnly) && (!firmOnly || remark.has(Cue.DECIDE_FIRM))
                    || !firmOnly && (isDrawn(meeting, i) || isAnswer(meeting, i))) {
                // "The motion is carried" stands alone, "that's decided" does not.
                boolean alone = !isBare(meeting, remark) || remark.size() >= 4 && !pointsBack(remark);
                int said = alone ? i : decidedBefore(meeting, i);
                if (said >= 0) {
                    String text = wording.of(meeting.remarks().get(said));
                    findings.add(said, DecisionWording.of(text), firmOnly ? 0.7 : 0.85);
                }
            } else if (!firmOnly && isEcho(meeting, i)) {
                findings.add(i, echo(meeting, wording, i), 0.8);
            } else if (!firmOnly && isAcceptedProposal(meeting, replies, i)) {
                addAccepted(meeting, findings, wording, i);
            }
        }
        return findings.list();
    }

    /** What was written down as decided, and the sentences that score best. */
    private static void addOfLongTalk(MeetingText meeting, Findings findings, Wording wording) {
        LongTalkDecisions scorer = new LongTalkDecisions(meeting);
        double[] scores = new double[meeting.remarks().size()];
        boolean[] eligible = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = scorer.score(i);
            eligible[i] = scorer.isEligible(i);
            Remark remark = meeting.remarks().get(i);
            Optional<Integer> label = Labels.after(remark, Labels.Kind.DECISION);
            if (label.isPresent() && label.get() < remark.size()) {
                findings.add(i, wording.from(remark, label.get()), 0.95);
            }
        }
        Picker picker = new Picker(meeting, scores, eligible, NEIGHBOUR_LINES);
        for (int remark : picker.strongest(LEAST_STRENGTH, MOST_PICKED, TURNS_APART)) {
            Remark said = meeting.remarks().get(remark);
            double base = isStated(said, false) ? 0.5 : 0.35;
            findings.add(remark, DecisionWording.of(wording.of(said)), Math.min(0.9, base + scores[remark]));
        }
    }

    /** A question that the group agreed to is told as what was agreed; one that somebody answered in words is not told. */
    private static void addAccepted(MeetingText meeting, Findings findings, Wording wording, int index) {
        Remark remark = meeting.remarks().get(index);
        if (!remark.sentence().isQuestion()) {
            findings.add(index, DecisionWording.of(wording.of(remark)), 0.65);
            return;
        }
        boolean choice = false;
        for (SpokenWord word : remark.words()) {
            choice |= word.lower().equals("or") || word.lower().equals("eller");
        }
        int last = Math.min(meeting.turns() - 1, remark.turn() + ANSWERED_WITHIN);
        for (int i = meeting.firstOfTurn(remark.turn() + 1); i < meeting.firstOfTurn(last + 1); i++) {
            if (isStated(meeting.remarks().get(i), true) || isEcho(meeting, i) || isDrawn(meeting, i)) {
                return;
            }
        }
        if (!choice) {
            findings.add(index, DecisionWording.of(wording.of(remark)), 0.65);
        }
    }

    /** "Pell's then.", "quarter of an hour it is": one of several choices, named alone. */
    private static boolean isEcho(MeetingText meeting, int index) {
        Remark remark = meeting.remarks().get(index);
        int size = remark.size();
        if (size < 2
                || size > 9
                || remark.sentence().isQuestion()
                || remark.has(Cue.NO_DECISION)
                || remark.has(Cue.FAREWELL)) {
            return false;
        }
        String last = remark.word(size - 1).lower();
        boolean itIs = size >= 3
                && last.equals("is")
                && remark.word(size - 2).lower().equals("it")
                && remark.start() < size - 2
                && !remark.hasBefore(Cue.CONDITION, size)
                && meeting.contentOf(remark).size() >= 1;
        boolean then = (last.equals("then") || last.equals("då"))
                && size <= 4
                && remark.start() < size - 1
                && meeting.contentOf(remark).size() >= 1
                && meeting.contentOf(remark).size() == size - 1 - remark.start();
        if (!itIs && !then) {
            return false;
        }
        return itIs || chosenFrom(meeting, index) >= 0;
    }

    /** The question that named a choice before, or -1. */
    private static int chosenFrom(MeetingText meeting, int index) {
        for (int i = index - 1; i >= Math.max(0, index - 6); i--) {
            Remark before = meeting.remarks().get(i);
            for (String word : meeting.contentOf(meeting.remarks().get(index))) {
                if (meeting.contentOf(before).contains(word)
                        && (before.sentence().isQuestion() || before.has(Cue.PROPOSE))) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static String echo(MeetingText meeting, Wording wording, int index) {
        Remark remark = meeting.remarks().get(index);
        int size = remark.size();
        int end = remark.word(size - 1).lower().equals("is") ? size - 2 : size - 1;
        String choice = TaskWording.capital(wording.clause(remark.text()
                .substring(
                        remark.word(remark.start()).start(),
                        remark.word(end - 1).end())));
        int question = chosenFrom(meeting, index);
        return question < 0
                ? choice + "."
                : choice + " (" + wording.clause(meeting.remarks().get(question).text()) + ").";
    }

    /** "The data we keep", "hasn't signed off": no decision though the words are there. */
    private static boolean isMereClause(Remark remark, CueHit cue) {
        if (cue.at() == 0) {
            return false;
        }
        SpokenWord before = remark.word(cue.at() - 1);
        String first = remark.word(cue.at()).lower();
        boolean group = first.equals("we") || first.startsWith("we'") || first.equals("vi");
        if (group) {
            return before.mark() == ' '
                    && !BEFORE_GROUP.contains(before.lower())
                    && !remark.hasAt(Cue.OPENER, cue.at() - 1);
        }
        return before.lower().endsWith("n't") || before.lower().equals("not") && !first.equals("approved");
    }

    /** "Let's switch it off at ten", said to somebody who asked. */
    private static boolean isAnswer(MeetingText meeting, int index) {
        Remark remark = meeting.remarks().get(index);
        int start = remark.start();
        boolean lets = start + 2 < remark.size()
                && remark.word(start).lower().equals("let's")
                && !remark.has(Cue.NO_DECISION)
                && !remark.has(Cue.LEAD)
                && !remark.has(Cue.FAREWELL)
                && !remark.has(Cue.UNKNOWN)
                && !remark.sentence().isQuestion();
        for (int i = index - 1; lets && i >= Math.max(0, index - 3); i--) {
            Remark before = meeting.remarks().get(i);
            if (before.turn() < remark.turn()) {
                return before.sentence().isQuestion() && !before.speaker().equals(remark.speaker());
            }
        }
        return false;
    }

    private static boolean isStated(Remark remark, boolean brief) {
        if (brief && !remark.has(Cue.DECIDE_FIRM)) {
            Optional<CueHit> cue = remark.first(Cue.DECIDE).or(() -> remark.first(Cue.DECIDE_PLAIN));
            if (cue.isPresent() && isMereClause(remark, cue.get()) || remark.has(Cue.RISK_FIRM)) {
                return false;
            }
            boolean plain = remark.has(Cue.DECIDE_PLAIN)
                    && !remark.has(Cue.UNDECIDED)
                    && !remark.has(Cue.NO_DECISION)
                    && !remark.sentence().isQuestion()
                    && remark.size() >= 3
                    && !remark.hasBefore(
                            Cue.CONDITION, remark.first(Cue.DECIDE_PLAIN).get().at());
            if (plain) {
                return true;
            }
        }
        if (!remark.has(Cue.DECIDE)
                || remark.has(Cue.UNDECIDED)
                || remark.has(Cue.NO_DECISION)
                || remark.sentence().isQuestion()) {
            return false;
        }
        Optional<CueHit> cue = remark.first(Cue.DECIDE);
        return !remark.hasBefore(Cue.CONDITION, cue.get().at()) && remark.size() >= 3;
    }

    /** "Då stänger vi kontoret": drawn from a proposal just made. */
    private static boolean isDrawn(MeetingText meeting, int index) {
        Remark remark = meeting.remarks().get(index);
        boolean then = remark.size() >= 4
                && remark.word(0).lower().equals("då")
                && remark.word(2).lower().equals("vi");
        return then
                && !remark.has(Cue.NO_DECISION)
                && !remark.has(Cue.FAREWELL)
                && !remark.has(Cue.LEAD)
                && !remark.sentence().isQuestion()
                && proposalBefore(meeting, index) >= 0;
    }

    /** "Then that's decided": says that, not what. */
    private static boolean isBare(MeetingText meeting, Remark remark) {
        int content = 0;
        for (int at = 0; at < remark.size(); at++) {
            boolean cue = false;
            for (CueHit hit : remark.hits()) {
                cue |= hit.cue() == Cue.DECIDE && hit.at() <= at && at < hit.end();
            }
            content += cue || meeting.isStopWord(remark.word(at).lower()) ? 0 : 1;
        }
        return content == 0;
    }

    private static boolean pointsBack(Remark remark) {
        for (SpokenWord word : remark.words()) {
            if (TaskFinder.POINTERS.contains(word.lower())) {
                return true;
            }
        }
        return false;
    }

    private static int proposalBefore(MeetingText meeting, int index) {
        for (int i = index - 1; i >= Math.max(0, index - BACK); i--) {
            if (meeting.remarks().get(i).has(Cue.PROPOSE)) {
                return i;
            }
        }
        return -1;
    }

    /** What "it's decided" decides: the last proposal, else what the group was just said to do. */
    private static int decidedBefore(MeetingText meeting, int index) {
        int proposal = proposalBefore(meeting, index);
        if (proposal >= 0) {
            return proposal;
        }
        for (int i = index - 1; i >= Math.max(0, index - 2); i--) {
            Remark remark = meeting.remarks().get(i);
            if (remark.has(Cue.GROUP)
                    && !remark.sentence().isQuestion()
                    && meeting.contentOf(remark).size() >= 2) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isTurnedDown(Replies replies, int index) {
        Optional<Integer> next = replies.nextTurnByAnother(index);
        return next.isPresent() && replies.answer(next.get()) == Replies.Answer.REFUSES;
    }

    private static boolean isAcceptedProposal(MeetingText meeting, Replies replies, int index) {
        Remark remark = meeting.remarks().get(index);
        return remark.has(Cue.PROPOSE)
                && !remark.has(Cue.NO_DECISION)
                && !remark.has(Cue.UNDECIDED)
                && meeting.contentOf(remark).size() >= 2
                && !isTurnedDown(replies, index)
                && replies.agreed(index, 2);
    }
}
