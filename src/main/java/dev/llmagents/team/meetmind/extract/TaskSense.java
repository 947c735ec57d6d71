package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.date.DuePhrase;
import dev.llmagents.team.meetmind.extract.Task.Kind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Tells work from what merely sounds like a promise or a request: "please do", "let me see", "I'll go first". */
final class TaskSense {
    private static final Set<String> BODILY = Set.of(
            "turn",
            "go",
            "start",
            "begin",
            "close",
            "open",
            "hand",
            "pass",
            "put",
            "move",
            "show",
            "give",
            "explain",
            "draw",
            "push",
            "introduce",
            "read",
            "answer",
            "mention",
            "find",
            "bring",
            "drop",
            "gå",
            "börja",
            "lämna",
            "berätta",
            "prata");

    private static final Set<String> ARTICLES =
            Set.of("the", "a", "an", "en", "ett", "my", "our", "your", "min", "mitt");

    private final MeetingText meeting;
    private final Optional<LocalDate> anchor;

    TaskSense(MeetingText meeting, Optional<LocalDate> anchor) {
        this.meeting = meeting;
        this.anchor = anchor;
    }

    boolean isTask(Remark remark, TaskStart start) {
        if (remark.hasBefore(Cue.CONDITION, start.at()) || remark.has(Cue.FAREWELL) && start.kind() != Kind.ASSIGNED) {
            return false;
        }
        if (!start.verb().isEmpty()) {
            return true;
        }
        boolean action = remark.hasAt(Cue.ACTION_VERB, start.from())
                || isLetKnow(remark, start.from())
                || !TaskVerbs.baseOfGerund(remark, start.from()).isEmpty();
        boolean idle = remark.hasAt(Cue.IDLE_VERB, start.from());
        String word = remark.word(start.from()).lower();
        if (word.equals("do") && start.kind() == Kind.REQUESTED && start.from() == remark.size() - 1) {
            return false; // "please do"
        }
        if (TaskFinder.POINTERS.contains(word) || ARTICLES.contains(word)) {
            return false; // "du får det på tisdag"
        }
        return switch (start.kind()) {
            case COMMITTED -> action || !idle || isDated(remark, word);
            case ASSIGNED -> action || !idle && start.from() < remark.size();
            case REQUESTED ->
                action
                        || !meeting.isLongTalk()
                                && (!idle
                                        || TaskStarts.CAUSING.contains(
                                                remark.word(start.from()).lower()));
            case ASKED_AROUND ->
                action
                        || !idle
                                && !meeting.isStopWord(remark.word(start.from()).lower())
                                && !meeting.isLongTalk()
                                && !meeting.isFormal();
            default -> action;
        };
    }

    /** "I'll turn the office upside down this afternoon": the time makes work of it. */
    private boolean isDated(Remark remark, String verb) {
        return BODILY.contains(verb)
                && !meeting.isLongTalk()
                && !meeting.isFormal()
                && meeting.dueDates()
                        .in(remark.text(), anchor)
                        .flatMap(DuePhrase::date)
                        .isPresent();
    }

    /** "let support know": "let" alone is no work. */
    private static boolean isLetKnow(Remark remark, int at) {
        if (!remark.word(at).lower().equals("let")) {
            return false;
        }
        for (int i = at + 2; i < Math.min(remark.size(), at + 5); i++) {
            if (remark.word(i).lower().equals("know")) {
                return true;
            }
        }
        return false;
    }
}
