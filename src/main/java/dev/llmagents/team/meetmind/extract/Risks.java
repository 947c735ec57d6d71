package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.Finding;
import java.util.List;
import java.util.Optional;

/** Finds what the meeting feared may go wrong. Stateless. */
public final class Risks {
    private Risks() {}

    /** The risks of a meeting, by line. */
    public static List<Finding> in(MeetingText meeting) {
        Findings findings = new Findings(meeting);
        Wording wording = new Wording(meeting);
        // In a long meeting "a concern" and "vulnerable" come up without anybody seeing a risk for what is planned.
        boolean manyWords = meeting.isLongTalk() || meeting.isFormal();
        for (int i = 0; i < meeting.remarks().size(); i++) {
            Remark remark = meeting.remarks().get(i);
            Optional<Integer> label = Labels.after(remark, Labels.Kind.RISK);
            if (label.isPresent() && label.get() < remark.size()) {
                findings.add(i, wording.from(remark, label.get()), 0.95);
                continue;
            }
            if (!remark.has(Cue.RISK)
                    || remark.has(Cue.NO_RISK)
                    || remark.asks()
                    || manyWords && !remark.has(Cue.RISK_FIRM)) {
                continue;
            }
            if (isBare(meeting, remark)) {
                int said = announced(meeting, i) ? i + 1 : before(meeting, i);
                if (said >= 0) {
                    findings.add(said, wording.of(meeting.remarks().get(said)), 0.8);
                }
            } else {
                findings.add(i, wording.of(remark), remark.has(Cue.RISK_WEAK) ? 0.8 : 0.75);
            }
        }
        return findings.list();
    }

    /** "That's a risk": points at what was said before. */
    private static boolean isBare(MeetingText meeting, Remark remark) {
        int content = 0;
        for (int at = 0; at < remark.size(); at++) {
            boolean empty = remark.hasAt(Cue.RISK, at)
                    || meeting.isStopWord(remark.word(at).lower());
            content += empty ? 0 : 1;
        }
        return content <= 1 && remark.size() <= 8;
    }

    /** "There is a risk, though. The old service is switched off …": what it is follows. */
    private static boolean announced(MeetingText meeting, int index) {
        Remark remark = meeting.remarks().get(index);
        if (index + 1 >= meeting.remarks().size()) {
            return false;
        }
        Remark next = meeting.remarks().get(index + 1);
        String first = remark.size() > 0
                ? remark.word(remark.start() < remark.size() ? remark.start() : 0)
                        .lower()
                : "";
        boolean points = first.startsWith("that")
                || first.equals("det")
                        && !remark.text().toLowerCase(java.util.Locale.ROOT).contains("finns");
        return !points
                && next.turn() == remark.turn()
                && !next.asks()
                && meeting.contentOf(next).size() >= 2;
    }

    private static int before(MeetingText meeting, int index) {
        Remark remark = meeting.remarks().get(index);
        for (int i = index - 1; i >= Math.max(0, index - 3); i--) {
            Remark earlier = meeting.remarks().get(i);
            if (!earlier.speaker().equals(remark.speaker())
                    && meeting.contentOf(earlier).size() >= 3
                    && !earlier.asks()) {
                return i;
            }
        }
        return -1;
    }
}
