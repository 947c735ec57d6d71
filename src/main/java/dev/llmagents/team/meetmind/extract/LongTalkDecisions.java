package dev.llmagents.team.meetmind.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Scores the sentences of a long talk as decisions. People who design something together seldom say that they decide: they
 * say what it is going to be, in words that the whole meeting uses, and somebody agrees.
 */
final class LongTalkDecisions {
    private static final Set<String> QUESTION_WORDS = Set.of(
            "who",
            "what",
            "how",
            "when",
            "where",
            "why",
            "do",
            "did",
            "any",
            "anything",
            "vem",
            "vad",
            "hur",
            "när",
            "var",
            "varför",
            "har",
            "finns");

    private final MeetingText meeting;
    private final Replies replies;
    private final double[] commonTerms;
    private final Windows group;
    private final Windows self;
    private final Windows lead;
    private final Windows common;
    private final Windows asking;
    private final Windows steering;
    private final Windows negation;
    private final Windows money;
    private final Windows propose;
    private final Windows length;
    private final Windows decide;

    LongTalkDecisions(MeetingText meeting) {
        this.meeting = meeting;
        replies = new Replies(meeting);
        int size = meeting.remarks().size();
        Map<String, Integer> frequency = new HashMap<>();
        for (Remark remark : meeting.remarks()) {
            for (String word : meeting.contentOf(remark)) {
                frequency.merge(word, 1, Integer::sum);
            }
        }
        commonTerms = new double[size];
        double[] byLead = new double[size];
        double[] steers = new double[size];
        double[] asks = new double[size];
        double[] words = new double[size];
        for (int i = 0; i < size; i++) {
            Remark remark = meeting.remarks().get(i);
            Set<String> content = meeting.contentOf(remark);
            int many = 0;
            for (String word : content) {
                many += frequency.get(word) >= 4 ? 1 : 0;
            }
            commonTerms[i] = Math.log1p(many);
            words[i] = Math.log1p(content.size());
            byLead[i] = is(remark.speaker().equals(meeting.lead()));
            steers[i] = is(isSteering(remark));
            asks[i] = is(remark.has(Cue.MUST) || remark.has(Cue.SHOULD));
        }
        group = new Windows(meeting.with(Cue.GROUP));
        self = new Windows(meeting.with(Cue.SELF));
        lead = new Windows(byLead);
        common = new Windows(commonTerms);
        asking = new Windows(asks);
        steering = new Windows(steers);
        negation = new Windows(meeting.with(Cue.NEGATION));
        money = new Windows(meeting.with(Cue.MONEY));
        propose = new Windows(meeting.with(Cue.PROPOSE));
        length = new Windows(words);
        decide = new Windows(meeting.with(Cue.DECIDE));
    }

    /** The probability, by the fitted weights, that the remark states a decision. */
    double score(int index) {
        double[] values = values(index);
        double sum = 0;
        for (DecisionSignal signal : DecisionSignal.values()) {
            sum += signal.weight() * values[signal.ordinal()];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Whether the remark says enough to stand alone: five words, one of them a term of the meeting, and no open question. */
    boolean isEligible(int index) {
        Remark remark = meeting.remarks().get(index);
        boolean open = remark.sentence().isQuestion()
                && remark.size() > 0
                && QUESTION_WORDS.contains(remark.word(0).lower());
        return remark.size() >= 5 && commonTerms[index] > 0 && !open;
    }

    /** The value of each signal, by ordinal. */
    double[] values(int index) {
        Remark remark = meeting.remarks().get(index);
        double position = meeting.position(remark.turn());
        double[] values = new double[DecisionSignal.values().length];
        for (DecisionSignal signal : DecisionSignal.values()) {
            values[signal.ordinal()] = switch (signal) {
                case BIAS -> 1;
                case DECIDE -> is(remark.has(Cue.DECIDE) && !remark.has(Cue.UNDECIDED));
                case AGREED -> is(replies.agreed(index, 4));
                case PROPOSE -> is(remark.has(Cue.PROPOSE));
                case POSITION -> position;
                case EARLY -> is(position < 0.05);
                case LATE -> is(position > 0.97);
                case COMMON_TERMS -> commonTerms[index];
                case STEERING -> is(isSteering(remark));
                case MONEY -> is(remark.has(Cue.MONEY));
                case LEAD -> is(remark.speaker().equals(meeting.lead()));
                case DECIDE_NEAR -> Math.min(2, decide.sumAround(index, 8));
                case LEAD_NEAR -> lead.mean(index, 8);
                case PLAN -> count(remark, Cue.PLAN);
                case RETELLING -> count(remark, Cue.RETELLING);
                case GROUP_3 -> group.mean(index, 3);
                case GROUP_10 -> group.mean(index, 10);
                case SELF_10 -> self.mean(index, 10);
                case LEAD_3 -> lead.mean(index, 3);
                case COMMON_TERMS_3 -> common.mean(index, 3);
                case ASKING_3 -> asking.mean(index, 3);
                case ASKING_30 -> asking.mean(index, 30);
                case STEERING_3 -> steering.mean(index, 3);
                case NEGATION_10 -> negation.mean(index, 10);
                case MONEY_10 -> money.mean(index, 10);
                case PROPOSE_3 -> propose.mean(index, 3);
                case LENGTH_30 -> length.mean(index, 30);
            };
        }
        return values;
    }

    private static boolean isSteering(Remark remark) {
        return remark.has(Cue.NO_DECISION) || remark.has(Cue.LEAD);
    }

    /** How many different cues of that kind the remark holds, at most four. */
    private static double count(Remark remark, Cue cue) {
        List<CueHit> found = new ArrayList<>();
        for (CueHit hit : remark.hits()) {
            if (hit.cue() == cue && !isRepeated(remark, hit, found)) {
                found.add(hit);
            }
        }
        return Math.min(4, found.size());
    }

    private static boolean isRepeated(Remark remark, CueHit hit, List<CueHit> found) {
        for (CueHit other : found) {
            if (hit.end() - hit.at() == other.end() - other.at()
                    && remark.word(hit.at())
                            .lower()
                            .equals(remark.word(other.at()).lower())) {
                return true;
            }
        }
        return false;
    }

    private static double is(boolean fact) {
        return fact ? 1 : 0;
    }
}
