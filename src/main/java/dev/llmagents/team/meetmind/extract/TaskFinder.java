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
    private final TaskStarts starting;
    private final TaskSense sense;
    private final Vocatives vocatives;

    TaskFinder(MeetingText meeting, Optional<LocalDate> anchor) {
        this.meeting = meeting;
        this.anchor = anchor;
        presentVerbs = meeting.language() == Language.SV ? Optional.of(SwedishVerbs.read()) : Optional.empty();
        wording = new TaskWording(meeting, presentVerbs);
        indirect = new IndirectTasks(meeting, anchor, wording);
        starting = new TaskStarts(meeting, presentVerbs);
        sense = new TaskSense(meeting, anchor);
        vocatives = new Vocatives(meeting.names());
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
        List<TaskStart> starts = new ArrayList<>();
        Optional<Names.Hit> vocative = vocatives.in(remark);
        int free = 0;
        int nextHit = 0;
        for (int at = 0; at < remark.size(); at++) {
            while (nextHit < remark.hits().size() && remark.hits().get(nextHit).at() < at) {
                nextHit++;
            }
            if (at < free) {
                continue;
            }
            Optional<TaskStart> start = starting.at(remark, at, nextHit, vocative);
            if (start.isPresent() && sense.isTask(remark, start.get())) {
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
        return indirect.in(index, vocatives.in(remark)).map(List::of).orElse(List.of());
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

    /** "Ann will do the drawings, and Ben the survey": the second verb is the first. */
    private void addElliptic(Remark remark, List<TaskStart> starts) {
        if (starts.size() != 1 || starts.get(0).kind() != Kind.ASSIGNED) {
            return;
        }
        TaskStart first = starts.get(0);
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
                    starts.add(
                            new TaskStart(Kind.ASSIGNED, Optional.of(name.get().person()), cut, from, verb, 0.65));
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

    static boolean isAnd(Remark remark, int at) {
        String word = remark.word(at).lower();
        return word.equals("and") || word.equals("och");
    }

    private List<Task> tasks(int index, Remark remark, List<TaskStart> starts) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            TaskStart start = starts.get(i);
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
    private String withFronted(Remark remark, TaskStart start, String text) {
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

    private Optional<DuePhrase> due(String text) {
        return meeting.dueDates().in(text, anchor);
    }
}
