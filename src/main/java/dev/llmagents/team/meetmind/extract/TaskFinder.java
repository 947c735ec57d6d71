package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.date.DuePhrase;
import dev.llmagents.team.meetmind.extract.Task.Kind;
import dev.llmagents.team.meetmind.text.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds what sounds like a task in one sentence, by its grammar alone. */
final class TaskFinder {
    static final Set<String> POINTERS = Set.of(
            "it", "that", "this", "them", "those", "these", "so", "one", "det", "den", "de", "dem", "detta", "dom");

    /** What makes an order of a sentence about somebody; "has to" and "can" may merely describe. */
    private static final Set<String> FUTURE = Set.of("will", "'ll", "ska", "skall", "får", "kommer");

    /** "Can you get it working", "can you have somebody look at it": idle elsewhere, work when asked for. */
    private static final Set<String> CAUSING =
            Set.of("get", "have", "keep", "få", "put", "find", "move", "bring", "pass");

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

    private static final Set<String> OBJECTS = Set.of("dem", "henne", "honom", "den", "det", "dom");

    /** What follows tells when, not what. */
    private static final Set<String> TIME_CLAUSE = Set.of(
            "when",
            "once",
            "as",
            "after",
            "before",
            "from",
            "straight",
            "right",
            "during",
            "när",
            "så",
            "efter",
            "innan",
            "direkt",
            "från",
            "under");

    private final MeetingText meeting;
    private final Optional<LocalDate> anchor;
    private final TaskWording wording;
    private final Optional<SwedishVerbs> presentVerbs;
    private final IndirectTasks indirect;

    TaskFinder(MeetingText meeting, Optional<LocalDate> anchor) {
        this.meeting = meeting;
        this.anchor = anchor;
        presentVerbs = meeting.language() == Language.SV ? Optional.of(SwedishVerbs.read()) : Optional.empty();
        wording = new TaskWording(meeting, presentVerbs);
        indirect = new IndirectTasks(meeting, anchor, wording);
    }

    TaskWording wording() {
        return wording;
    }

    /** The tasks of remark {@code index}, in order; owners only where the sentence itself names or is them. */
    List<Task> in(int index) {
        Remark remark = meeting.remarks().get(index);
        Optional<Task> note = TaskNotes.read(meeting, index, this::due, wording);
        if (note.isPresent()) {
            return List.of(note.get());
        }
        if (!canHoldTask(remark)) {
            return indirect(index, remark);
        }
        List<Start> starts = new ArrayList<>();
        Optional<Names.Hit> vocative = vocative(remark);
        int free = 0;
        int nextHit = 0;
        for (int at = 0; at < remark.size(); at++) {
            while (nextHit < remark.hits().size() && remark.hits().get(nextHit).at() < at) {
                nextHit++;
            }
            if (at < free) {
                continue;
            }
            Optional<Start> start = startAt(remark, at, nextHit, vocative);
            if (start.isPresent() && isTask(remark, start.get())) {
                starts.add(start.get());
                free = start.get().from();
            }
        }
        addElliptic(remark, starts);
        List<Task> tasks = tasks(index, remark, starts);
        return tasks.isEmpty() || isDelivery(remark) ? indirectOr(index, remark, tasks) : tasks;
    }

    /** "You'll get a quote from me": the speaker is the one who will act. */
    private static boolean isDelivery(Remark remark) {
        return remark.hasAt(Cue.DELIVER, remark.start());
    }

    private List<Task> indirectOr(int index, Remark remark, List<Task> tasks) {
        List<Task> indirect = indirect(index, remark);
        return indirect.isEmpty() ? tasks : indirect;
    }

    private List<Task> indirect(int index, Remark remark) {
        if (meeting.isLongTalk() || meeting.isFormal()) {
            return List.of();
        }
        return indirect.in(index, vocative(remark)).map(List::of).orElse(List.of());
    }

    /** Most sentences of a meeting hold none of what the search looks for; they are passed over. */
    private boolean canHoldTask(Remark remark) {
        return presentVerbs.isPresent()
                || remark.has(Cue.COMMIT)
                || remark.has(Cue.COMMIT_WEAK)
                || remark.has(Cue.WE_COMMIT)
                || remark.has(Cue.REQUEST)
                || remark.has(Cue.REQUEST_ANYONE)
                || remark.has(Cue.YOU_ASSIGN)
                || remark.has(Cue.YOU_ASSIGN_WEAK)
                || remark.has(Cue.THIRD_AUX)
                || remark.has(Cue.ACTION_VERB);
    }

    /**
     * A place where a task begins.
     *
     * @param at index of the first word of the cue
     * @param from index of the first word of the task
     * @param verb the verb, if it does not stand at {@code from}
     */
    private record Start(Kind kind, Optional<String> owner, int at, int from, String verb, double confidence) {}

    /** @param nextHit index of the first cue that begins at {@code at} or later */
    private Optional<Start> startAt(Remark remark, int at, int nextHit, Optional<Names.Hit> vocative) {
        for (int i = nextHit; i < remark.hits().size() && remark.hits().get(i).at() == at; i++) {
            Optional<Start> start = byCue(remark, remark.hits().get(i), vocative);
            if (start.isPresent()) {
                return start;
            }
        }
        Optional<Start> present = swedishPresent(remark, at, vocative);
        if (present.isPresent()) {
            return present;
        }
        Optional<Start> named =
                remark.word(at).capital() || remark.has(Cue.THIRD_AUX) ? byName(remark, at) : Optional.empty();
        return named.isPresent() ? named : plainYou(remark, at);
    }

    private Optional<Start> byCue(Remark remark, CueHit hit, Optional<Names.Hit> vocative) {
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

    private static Optional<Start> start(
            Remark remark, Kind kind, Optional<String> owner, CueHit hit, double confidence) {
        int from = hit.end();
        while (from < remark.size() && remark.hasAt(Cue.ADVERB, from) && !remark.hasAt(Cue.ACTION_VERB, from)) {
            from = remark.after(Cue.ADVERB, from);
        }
        return from < remark.size()
                ? Optional.of(new Start(kind, owner, hit.at(), from, "", confidence))
                : Optional.empty();
    }

    /** "Jag mejlar dem", "på måndag ringer jag dem", "Erik tar fram en prognos". */
    private Optional<Start> swedishPresent(Remark remark, int at, Optional<Names.Hit> vocative) {
        if (presentVerbs.isPresent() && remark.word(at).lower().equals("vem") && at + 1 < remark.size()) {
            return presentVerbs
                    .get()
                    .at(remark, at + 1)
                    .map(verb ->
                            new Start(Kind.ASKED_AROUND, Optional.empty(), at, verb.end(), verb.infinitive(), 0.5));
        }
        if (presentVerbs.isPresent() && remark.asks() && at <= remark.start() + 2) {
            return swedishQuestion(remark, at, vocative);
        }
        if (presentVerbs.isEmpty() || remark.asks()) {
            return Optional.empty();
        }
        if (remark.word(at).lower().equals("jag")) {
            int verbAt = skipAdverbs(remark, at + 1);
            return presentVerbs
                    .get()
                    .at(remark, verbAt)
                    .map(verb -> new Start(
                            Kind.COMMITTED, Optional.of(remark.speaker()), at, verb.end(), verb.infinitive(), 0.8));
        }
        Optional<SwedishVerbs.Found> inverted = presentVerbs.get().at(remark, at);
        if (inverted.isPresent() && inverted.get().end() == at + 1 && at + 1 < remark.size()) {
            String subject = remark.word(at + 1).lower();
            int from = skipAdverbs(remark, at + 2);
            if (subject.equals("jag")) {
                return Optional.of(new Start(
                        Kind.COMMITTED,
                        Optional.of(remark.speaker()),
                        at,
                        from,
                        inverted.get().infinitive(),
                        0.8));
            }
        }
        if (remark.word(at).lower().equals("du")) {
            return presentVerbs
                    .get()
                    .at(remark, at + 1)
                    .map(verb -> new Start(Kind.TOLD, Optional.empty(), at, verb.end(), verb.infinitive(), 0.55));
        }
        return Optional.empty();
    }

    /** "Kollar du det med juristen?", "hör du av dig till dem?". */
    private Optional<Start> swedishQuestion(Remark remark, int at, Optional<Names.Hit> vocative) {
        boolean you = at + 2 < remark.size() && remark.word(at + 1).lower().equals("du");
        Optional<String> verb =
                you ? presentVerbs.get().infinitive(remark.word(at).lower()) : Optional.empty();
        Optional<String> both = you
                ? presentVerbs
                        .get()
                        .infinitive(remark.word(at).lower() + " "
                                + remark.word(at + 2).lower())
                : Optional.empty();
        if (verb.isEmpty() && both.isEmpty() || meeting.isLongTalk()) {
            return Optional.empty();
        }
        int from = both.isPresent() ? Math.min(at + 3, remark.size() - 1) : at + 2;
        return Optional.of(
                new Start(Kind.REQUESTED, vocative.map(Names.Hit::person), at, from, both.orElseGet(verb::get), 0.6));
    }

    /** "Tom will …", "Tom, …", "Erik tar …". */
    private Optional<Start> byName(Remark remark, int at) {
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
            return order ? Optional.of(new Start(Kind.REQUESTED, owner, at, end, "", 0.7)) : Optional.empty();
        }
        if (presentVerbs.isPresent()) {
            Optional<SwedishVerbs.Found> verb = presentVerbs.get().at(remark, skipAdverbs(remark, end));
            if (verb.isPresent()) {
                return Optional.of(new Start(
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
    private static Optional<Start> plainYou(Remark remark, int at) {
        boolean you = remark.word(at).lower().equals("you") && at == remark.start() && at > 0 && !remark.asks();
        boolean verb = you
                && at + 1 < remark.size()
                && remark.hasAt(Cue.ACTION_VERB, at + 1)
                && !remark.hasAt(Cue.IDLE_VERB, at + 1);
        return verb && !remark.word(at + 1).lower().equals("have")
                ? Optional.of(new Start(Kind.TOLD, Optional.empty(), at, at + 1, "", 0.55))
                : Optional.empty();
    }

    private static int skipAdverbs(Remark remark, int from) {
        int at = from;
        while (at < remark.size() && remark.hasAt(Cue.ADVERB, at)) {
            at = remark.after(Cue.ADVERB, at);
        }
        return at;
    }

    private boolean isTask(Remark remark, Start start) {
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
        if (POINTERS.contains(word) || ARTICLES.contains(word)) {
            return false; // "du får det på tisdag"
        }
        return switch (start.kind()) {
            case COMMITTED -> action || !idle || isDated(remark, word);
            case ASSIGNED -> action || !idle && start.from() < remark.size();
            case REQUESTED ->
                action
                        || !meeting.isLongTalk()
                                && (!idle
                                        || CAUSING.contains(
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
                && due(remark.text()).flatMap(DuePhrase::date).isPresent();
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

    /** "Ann will do the drawings, and Ben the survey": the second verb is the first. */
    private void addElliptic(Remark remark, List<Start> starts) {
        if (starts.size() != 1 || starts.get(0).kind() != Kind.ASSIGNED) {
            return;
        }
        Start first = starts.get(0);
        for (int at = first.from() + 2; at + 1 < remark.size(); at++) {
            boolean joined = remark.word(at - 1).mark() == ',' || isAnd(remark, at - 1);
            Optional<Names.Hit> name = joined ? meeting.names().at(remark.words(), at) : Optional.empty();
            boolean article =
                    joined && Set.of("the", "a").contains(remark.word(at).lower());
            if (article) {
                name = meeting.names().at(remark.words(), at + 1);
            }
            if (name.isPresent()
                    && name.get().end() < remark.size()
                    && remark.word(name.get().end() - 1).mark() != '.') {
                int from = name.get().end();
                boolean object = Set.of("the", "a", "an", "on", "at", "den", "det")
                        .contains(remark.word(from).lower());
                if (object) {
                    String verb =
                            first.verb().isEmpty() ? remark.word(first.from()).lower() : first.verb();
                    int cut = isAnd(remark, at - 1) ? at - 1 : at;
                    starts.add(new Start(Kind.ASSIGNED, Optional.of(name.get().person()), cut, from, verb, 0.65));
                    return;
                }
            }
        }
    }

    /** Words between two tasks that belong to neither: "…, and the User Interface Designer will …". */
    private static boolean isJoint(Remark remark, int at) {
        return isAnd(remark, at)
                || remark.hasAt(Cue.OPENER, at)
                || remark.word(at).lower().equals("the");
    }

    private static boolean isAnd(Remark remark, int at) {
        String word = remark.word(at).lower();
        return word.equals("and") || word.equals("och");
    }

    private List<Task> tasks(int index, Remark remark, List<Start> starts) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            Start start = starts.get(i);
            int to = i + 1 < starts.size() ? starts.get(i + 1).at() : remark.size();
            while (to > start.from() + 1 && to < remark.size() && isJoint(remark, to - 1)) {
                to--;
            }
            int dueFrom = i == 0 ? 0 : remark.word(start.at()).start();
            int dueTo = i + 1 < starts.size()
                    ? remark.word(to - 1).end()
                    : remark.text().length();
            Optional<DuePhrase> due = due(remark.text().substring(dueFrom, Math.max(dueFrom, dueTo)));
            String verb = start.verb();
            int from = start.from();
            String base = verb.isEmpty() ? TaskVerbs.baseOfGerund(remark, from) : "";
            if (base.isEmpty()
                    && verb.isEmpty()
                    && start.kind() == Kind.ASKED_AROUND
                    && remark.word(from).lower().endsWith("ing")) {
                base = TaskVerbs.baseOf(remark.word(from).lower()); // "who's covering reception"
            }
            if (!base.isEmpty()) {
                verb = base;
                from = TaskVerbs.isBe(remark, from) ? from + 2 : from + 1;
            }
            if (start.kind() == Kind.REQUESTED
                    && remark.word(from).lower().equals("om")
                    && verb.isEmpty()
                    && from + 1 < to) {
                verb = "lämna"; // "får jag be dig om schemat"
                from++;
            }
            String text = wording.of(remark, verb, from, to, due);
            String whole = withFronted(remark, start, text);
            boolean fronted = !whole.equals(text) && !meeting.content(whole).equals(meeting.content(text));
            text = whole;
            boolean pointing = !fronted && isPointing(remark, verb.isEmpty() ? from + 1 : from, to, due);
            boolean underWay =
                    verb.equals("titta") && due.flatMap(DuePhrase::date).equals(anchor) && anchor.isPresent();
            if (underWay
                    || text.isEmpty()
                    || i + 1 < starts.size()
                            && pointing
                            && meeting.content(text).isEmpty()
                            && to - from <= 1) {
                continue; // "today I'm looking at …", "you'll be looking, you'll be looking at …"
            }
            double hedge = remark.hasBefore(Cue.HEDGE, start.from()) ? 0.15 : 0;
            double dated = due.isPresent() ? 0.1 : 0;
            tasks.add(new Task(
                    index, start.kind(), start.owner(), text, pointing, due, start.confidence() - hedge + dated));
        }
        return tasks;
    }

    /** "Offerten skickar jag i morgon": the object stands before the verb. */
    private String withFronted(Remark remark, Start start, String text) {
        int begin = remark.start();
        boolean inverted = presentVerbs.isPresent()
                && !start.verb().isEmpty()
                && start.kind() == Kind.COMMITTED
                && !remark.word(start.at()).lower().equals("jag")
                && begin < start.at();
        if (!inverted) {
            return text;
        }
        String front = remark.text()
                .substring(
                        remark.word(begin).start(), remark.word(start.at() - 1).end());
        boolean pronoun =
                start.at() - begin == 1 && OBJECTS.contains(remark.word(begin).lower());
        boolean object = due(front).isEmpty()
                && (pronoun || !meeting.content(front).isEmpty())
                && start.at() - begin <= 4
                && remark.word(start.at() - 1).mark() == ' ';
        if (!object) {
            return text;
        }
        String lowered = remark.word(begin).capital()
                        && meeting.names().at(remark.words(), begin).isEmpty()
                ? front.substring(0, 1).toLowerCase(Locale.ROOT) + front.substring(1)
                : front;
        int space = text.indexOf(' ');
        return space < 0 ? text + " " + lowered : text.substring(0, space) + " " + lowered + text.substring(space);
    }

    /** Whether nothing but the verb and words that point elsewhere is left: "do that tomorrow", "watch it anyway". */
    private boolean isPointing(Remark remark, int from, int to, Optional<DuePhrase> due) {
        String dueWords = due.map(DuePhrase::words).orElse("");
        int dueAt = dueWords.isEmpty() ? -1 : remark.text().indexOf(dueWords);
        boolean pointer = false;
        for (int at = from; at < to; at++) {
            SpokenWord word = remark.word(at);
            boolean inDue = dueAt >= 0 && word.start() >= dueAt && word.end() <= dueAt + dueWords.length();
            if (pointer && TIME_CLAUSE.contains(word.lower())) {
                return true; // "do that when I drop the kids off"
            }
            pointer |= POINTERS.contains(word.lower());
            boolean empty = inDue
                    || POINTERS.contains(word.lower())
                    || remark.hasAt(Cue.ADVERB, at)
                    || remark.hasAt(Cue.TAIL, at)
                    || meeting.isStopWord(word.lower());
            if (!empty) {
                return false;
            }
        }
        return true;
    }

    /** The person spoken to: a name at the beginning or the end, set off by a comma, or right before "can you". */
    Optional<Names.Hit> vocative(Remark remark) {
        int start = remark.start();
        for (int at = start; at < Math.min(remark.size(), start + 3); at++) {
            Optional<Names.Hit> name = meeting.names().at(remark.words(), at);
            if (name.isPresent()) {
                int end = name.get().end();
                boolean alone = end == remark.size();
                if (alone || remark.word(end - 1).mark() != ' ' || remark.hasAt(Cue.REQUEST, end)) {
                    return name;
                }
            }
        }
        for (int at = Math.max(1, remark.size() - 3); at < remark.size(); at++) {
            Optional<Names.Hit> name = meeting.names().at(remark.words(), at);
            if (name.isPresent()
                    && name.get().end() == remark.size()
                    && remark.word(at - 1).mark() == ',') {
                return name;
            }
        }
        for (int at = start + 1; at < remark.size(); at++) {
            Optional<Names.Hit> name = remark.word(at - 1).mark() != ' ' || isAnd(remark, at - 1)
                    ? meeting.names().at(remark.words(), at)
                    : Optional.empty();
            if (name.isPresent()
                    && name.get().end() < remark.size()
                    && remark.word(name.get().end() - 1).mark() == ',') {
                return name;
            }
        }
        return Optional.empty();
    }

    private Optional<DuePhrase> due(String text) {
        return meeting.dueDates().in(text, anchor);
    }
}
