package dev.llmagents.team.meetmind.extract;

import java.util.Set;

/** Makes a sentence that was said fit for a list: without openers, fillers and tags, with a capital letter and a stop. */
final class Wording {
    private static final int LONGEST = 400;

    private static final Set<String> SUBJECTS = Set.of("vi", "jag", "man", "de", "ni", "du", "det", "den");

    private final MeetingText meeting;

    Wording(MeetingText meeting) {
        this.meeting = meeting;
    }

    /** The sentence from its first word of substance on. */
    String of(Remark remark) {
        int start = remark.start();
        // "Då beslutar vi …": without its first word the sentence would ask.
        boolean inverted = start > 0 && start + 1 < remark.size() && SUBJECTS.contains(remark.word(start + 1).lower())
                && !SUBJECTS.contains(remark.word(start).lower());
        return from(remark, inverted ? start - 1 : start);
    }

    /** A part of a sentence, for use within another: cleaned, without its closing mark. */
    String clause(String text) {
        String clean = meeting.fillers().clean(text).strip();
        int end = clean.length();
        while (end > 0 && ".,;:!?\u2026 ".indexOf(clean.charAt(end - 1)) >= 0) {
            end--;
        }
        return clean.substring(0, end);
    }

    /** The sentence from word {@code at} on. */
    String from(Remark remark, int at) {
        int start = at < remark.size() ? remark.word(at).start() : 0;
        String text = remark.text().substring(start);
        String clean = meeting.fillers().clean(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        if (clean.isEmpty()) {
            clean = text;
        }
        clean = clean.strip();
        while (!clean.isEmpty() && ",;:-\u2013".indexOf(clean.charAt(clean.length() - 1)) >= 0) {
            clean = clean.substring(0, clean.length() - 1).strip();
        }
        boolean closed = !clean.isEmpty() && ".!?\u2026".indexOf(clean.charAt(clean.length() - 1)) >= 0;
        return TaskWording.capital(closed ? clean : clean + ".");
    }
}
