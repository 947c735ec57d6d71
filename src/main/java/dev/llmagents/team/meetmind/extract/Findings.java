package dev.llmagents.team.meetmind.extract;

import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Sentences chosen as findings of one kind, with what they say; keeps those that say the same once. */
final class Findings {
    /** Two sentences this many turns apart may be about the same thing. */
    private static final int NEAR = 12;
    /** How many of the latest findings a new one is compared with: an endless input stays cheap. */
    private static final int MOST_COMPARED = 200;

    private record Chosen(int remark, Set<String> subject, String text, double confidence) {}

    private final MeetingText meeting;
    private final List<Chosen> chosen = new ArrayList<>();

    Findings(MeetingText meeting) {
        this.meeting = meeting;
    }

    /** Adds a sentence unless a near one says the same; then the surer one stays. */
    void add(int remark, String text, double confidence) {
        Set<String> content = subject(remark);
        for (int i = Math.max(0, chosen.size() - MOST_COMPARED); i < chosen.size(); i++) {
            Chosen other = chosen.get(i);
            if (other.remark() == remark || isNear(other.remark(), remark) && isSame(content, other.subject())) {
                if (confidence > other.confidence()) {
                    chosen.set(i, new Chosen(remark, content, text, confidence));
                }
                return;
            }
        }
        chosen.add(new Chosen(remark, content, text, confidence));
    }

    /** What a sentence is about, without the words that only propose or decide it. */
    private Set<String> subject(int remark) {
        Remark said = meeting.remarks().get(remark);
        Set<String> subject = new LinkedHashSet<>(meeting.contentOf(said));
        for (CueHit hit : said.hits()) {
            if (hit.cue() == Cue.DECIDE || hit.cue() == Cue.PROPOSE || hit.cue() == Cue.RISK) {
                for (int at = hit.at(); at < hit.end(); at++) {
                    subject.removeAll(meeting.content(said.word(at).lower()));
                }
            }
        }
        return subject.isEmpty() ? meeting.contentOf(said) : subject;
    }

    private boolean isNear(int one, int two) {
        return Math.abs(meeting.remarks().get(one).turn()
                        - meeting.remarks().get(two).turn())
                <= NEAR;
    }

    private static boolean isSame(Set<String> one, Set<String> two) {
        int smaller = Math.min(one.size(), two.size());
        int common = 0;
        for (String word : one) {
            common += two.contains(word) ? 1 : 0;
        }
        return smaller > 0 && common >= Math.min(2, smaller) && common >= 0.6 * smaller;
    }

    /** The findings by line. */
    List<Finding> list() {
        List<Chosen> sorted = new ArrayList<>(chosen);
        sorted.sort((one, two) -> Integer.compare(one.remark(), two.remark()));
        List<Finding> findings = new ArrayList<>();
        for (Chosen one : sorted) {
            Remark remark = meeting.remarks().get(one.remark());
            findings.add(new Finding(
                    one.text(),
                    Evidence.of(remark.sentence().utterance(), remark.text()),
                    Math.round(one.confidence() * 100) / 100.0,
                    Source.RULES));
        }
        return findings;
    }
}
