package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.extract.Task.Kind;
import java.util.Optional;

/** Finds where tasks begin in Swedish, whose present tense speaks of what is to come. */
final class SwedishStarts {
    private final MeetingText meeting;
    private final SwedishVerbs verbs;

    SwedishStarts(MeetingText meeting, SwedishVerbs verbs) {
        this.meeting = meeting;
        this.verbs = verbs;
    }

    /** "Jag mejlar dem", "på måndag ringer jag dem", "Erik tar fram en prognos". */
    Optional<TaskStart> at(Remark remark, int at, Optional<Names.Hit> vocative) {
        if (remark.word(at).lower().equals("vem") && at + 1 < remark.size()) {
            return verbs.at(remark, at + 1)
                    .map(verb ->
                            new TaskStart(Kind.ASKED_AROUND, Optional.empty(), at, verb.end(), verb.infinitive(), 0.5));
        }
        if (remark.asks() && at <= remark.start() + 2) {
            return question(remark, at, vocative);
        }
        if (remark.asks()) {
            return Optional.empty();
        }
        if (remark.word(at).lower().equals("jag")) {
            int verbAt = TaskStarts.skipAdverbs(remark, at + 1);
            return verbs.at(remark, verbAt)
                    .map(verb -> new TaskStart(
                            Kind.COMMITTED, Optional.of(remark.speaker()), at, verb.end(), verb.infinitive(), 0.8));
        }
        Optional<SwedishVerbs.Found> inverted = verbs.at(remark, at);
        if (inverted.isPresent() && inverted.get().end() == at + 1 && at + 1 < remark.size()) {
            String subject = remark.word(at + 1).lower();
            int from = TaskStarts.skipAdverbs(remark, at + 2);
            if (subject.equals("jag")) {
                return Optional.of(new TaskStart(
                        Kind.COMMITTED,
                        Optional.of(remark.speaker()),
                        at,
                        from,
                        inverted.get().infinitive(),
                        0.8));
            }
        }
        if (remark.word(at).lower().equals("du")) {
            return verbs.at(remark, at + 1)
                    .map(verb -> new TaskStart(Kind.TOLD, Optional.empty(), at, verb.end(), verb.infinitive(), 0.55));
        }
        return Optional.empty();
    }

    /** "Kollar du det med juristen?", "hör du av dig till dem?". */
    private Optional<TaskStart> question(Remark remark, int at, Optional<Names.Hit> vocative) {
        boolean you = at + 2 < remark.size() && remark.word(at + 1).lower().equals("du");
        Optional<String> verb = you ? verbs.infinitive(remark.word(at).lower()) : Optional.empty();
        Optional<String> both = you
                ? verbs.infinitive(
                        remark.word(at).lower() + " " + remark.word(at + 2).lower())
                : Optional.empty();
        if (verb.isEmpty() && both.isEmpty() || meeting.isLongTalk()) {
            return Optional.empty();
        }
        int from = both.isPresent() ? Math.min(at + 3, remark.size() - 1) : at + 2;
        return Optional.of(new TaskStart(
                Kind.REQUESTED, vocative.map(Names.Hit::person), at, from, both.orElseGet(verb::get), 0.6));
    }
}
