package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.extract.Task.Kind;
import java.util.Optional;
import java.util.Set;

/** Finds where tasks begin: a promise, a request, an order, somebody named who will do something. */
final class TaskStarts {
    /** "Can you get it working", "can you have somebody look at it": idle elsewhere, work when asked for. */
    static final Set<String> CAUSING = Set.of("get", "have", "keep", "få", "put", "find", "move", "bring", "pass");

    /** What makes an order of a sentence about somebody; "has to" and "can" may merely describe. */
    private static final Set<String> FUTURE = Set.of("will", "'ll", "ska", "skall", "får", "kommer");

    private final MeetingText meeting;
    private final Optional<SwedishVerbs> presentVerbs;
    private final Optional<SwedishStarts> swedish;

    /** @param presentVerbs empty in a language whose present tense promises nothing */
    TaskStarts(MeetingText meeting, Optional<SwedishVerbs> presentVerbs) {
        this.meeting = meeting;
        this.presentVerbs = presentVerbs;
        swedish = presentVerbs.map(verbs -> new SwedishStarts(meeting, verbs));
    }

    /** @param nextHit index of the first cue that begins at {@code at} or later */
    Optional<TaskStart> at(Remark remark, int at, int nextHit, Optional<Names.Hit> vocative) {
        for (int i = nextHit; i < remark.hits().size() && remark.hits().get(i).at() == at; i++) {
            Optional<TaskStart> start = byCue(remark, remark.hits().get(i), vocative);
            if (start.isPresent()) {
                return start;
            }
        }
        Optional<TaskStart> present = swedish.flatMap(starts -> starts.at(remark, at, vocative));
        if (present.isPresent()) {
            return present;
        }
        Optional<TaskStart> named =
                remark.word(at).capital() || remark.has(Cue.THIRD_AUX) ? byName(remark, at) : Optional.empty();
        return named.isPresent() ? named : plainYou(remark, at);
    }

    private Optional<TaskStart> byCue(Remark remark, CueHit hit, Optional<Names.Hit> vocative) {
        Optional<String> speaker = Optional.of(remark.speaker());
        Optional<String> addressed = vocative.map(Names.Hit::person);
        return switch (hit.cue()) {
            case COMMIT -> remark.asks() ? Optional.empty() : start(remark, Kind.COMMITTED, speaker, hit, 0.8);
            case COMMIT_WEAK ->
                remark.asks()
                        ? Optional.empty()
                        : start(remark, Kind.OFFERED, speaker, hit, isNeed(remark, hit) ? 0.5 : 0.45);
            case WE_COMMIT ->
                remark.asks() ? Optional.empty() : start(remark, Kind.SHARED, Optional.empty(), hit, 0.35);
            case REQUEST ->
                remark.word(hit.at()).lower().equals("mind")
                                && !remark.sentence().isQuestion()
                        ? Optional.empty()
                        : start(remark, Kind.REQUESTED, addressed, hit, 0.6);
            case REQUEST_ANYONE -> start(remark, Kind.ASKED_AROUND, Optional.empty(), hit, 0.5);
            case YOU_ASSIGN ->
                remark.asks()
                        ? isCheckedOrder(hit, addressed)
                                ? start(remark, Kind.REQUESTED, addressed, hit, 0.5)
                                : Optional.empty()
                        : start(remark, Kind.TOLD, addressed, hit, 0.45);
            case YOU_ASSIGN_WEAK -> remark.asks() ? Optional.empty() : start(remark, Kind.TOLD, addressed, hit, 0.25);
            default -> Optional.empty();
        };
    }

    /** "I have to update the forecast": no offer, a duty. */
    private boolean isNeed(Remark remark, CueHit hit) {
        String word = hit.at() + 1 < remark.size() ? remark.word(hit.at() + 1).lower() : "";
        boolean need = word.equals("have") || word.equals("need") || word.equals("måste") || word.equals("behöver");
        if (word.equals("me")) {
            // "Let me write the timeline" is a promise, "let me share my screen" is not.
            need = hit.end() < remark.size()
                    && remark.hasAt(Cue.ACTION_VERB, hit.end())
                    && !Set.of(
                                    "check", "do", "get", "have", "share", "look", "take", "bring", "add", "talk",
                                    "see", "present", "ask", "explain", "start", "put", "read", "go")
                            .contains(remark.word(hit.end()).lower());
        }
        return need && !meeting.isLongTalk() && !meeting.isFormal();
    }

    /** "Colin, you'll write to them?": a statement by its order of words. */
    private boolean isCheckedOrder(CueHit hit, Optional<String> addressed) {
        return !meeting.isLongTalk() && addressed.isPresent() && hit.at() <= 3;
    }

    private static Optional<TaskStart> start(
            Remark remark, Kind kind, Optional<String> owner, CueHit hit, double confidence) {
        int from = hit.end();
        while (from < remark.size() && remark.hasAt(Cue.ADVERB, from) && !remark.hasAt(Cue.ACTION_VERB, from)) {
            from = remark.after(Cue.ADVERB, from);
        }
        return from < remark.size()
                ? Optional.of(new TaskStart(kind, owner, hit.at(), from, "", confidence))
                : Optional.empty();
    }

    /** "Tom will …", "Tom, …", "Erik tar …". */
    private Optional<TaskStart> byName(Remark remark, int at) {
        Optional<Names.Hit> name = meeting.names().at(remark.words(), at);
        if (name.isEmpty() || remark.asks()) {
            return Optional.empty();
        }
        int end = name.get().end();
        Optional<String> owner = Optional.of(name.get().person());
        if (end >= remark.size() || remark.word(end - 1).mark() == '.') {
            return Optional.empty();
        }
        if (remark.word(end - 1).mark() == ',') {
            // "Tom, send me the file": an order begins with its verb.
            boolean verb = remark.hasAt(Cue.ACTION_VERB, end)
                    || !meeting.isLongTalk()
                            && CAUSING.contains(remark.word(end).lower());
            boolean order = verb && at == remark.start();
            return order ? Optional.of(new TaskStart(Kind.REQUESTED, owner, at, end, "", 0.7)) : Optional.empty();
        }
        if (presentVerbs.isPresent()) {
            Optional<SwedishVerbs.Found> verb = presentVerbs.get().at(remark, skipAdverbs(remark, end));
            if (verb.isPresent()) {
                return Optional.of(new TaskStart(
                        Kind.ASSIGNED, owner, at, verb.get().end(), verb.get().infinitive(), 0.75));
            }
        }
        if (remark.hasAt(Cue.THIRD_AUX, end)) {
            CueHit aux = new CueHit(Cue.THIRD_AUX, at, remark.after(Cue.THIRD_AUX, end));
            boolean future = FUTURE.contains(remark.word(end).lower())
                    || remark.word(end).lower().equals("is") && aux.end() > end + 1;
            return start(remark, Kind.ASSIGNED, owner, aux, future ? 0.75 : 0.6);
        }
        return Optional.empty();
    }

    /** "Okay, you write it": an order only at the beginning, and only with a verb of work. */
    private static Optional<TaskStart> plainYou(Remark remark, int at) {
        boolean you = remark.word(at).lower().equals("you") && at == remark.start() && at > 0 && !remark.asks();
        boolean verb = you
                && at + 1 < remark.size()
                && remark.hasAt(Cue.ACTION_VERB, at + 1)
                && !remark.hasAt(Cue.IDLE_VERB, at + 1);
        return verb && !remark.word(at + 1).lower().equals("have")
                ? Optional.of(new TaskStart(Kind.TOLD, Optional.empty(), at, at + 1, "", 0.55))
                : Optional.empty();
    }

    static int skipAdverbs(Remark remark, int from) {
        int at = from;
        while (at < remark.size() && remark.hasAt(Cue.ADVERB, at)) {
            at = remark.after(Cue.ADVERB, at);
        }
        return at;
    }
}
