package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.date.DuePhrase;
import dev.llmagents.team.meetmind.extract.Task.Kind;
import dev.llmagents.team.meetmind.text.Language;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Reads tasks whose sentence has no verb of its own for them: "you'll get the list tomorrow", "you owe us the report", "the
 * budget is yours", "put me down for the barbecue", "it should be checked by Anna".
 */
final class IndirectTasks {
    private static final int LONGEST_THING = 9;
    private static final int BACK = 3;

    private static final Set<String> NEEDS =
            Set.of("need", "needs", "want", "wants", "behöver", "vill", "saknar", "missing", "väntar");

    private static final Set<String> END_OF_THING = Set.of(
            "for", "from", "to", "before", "by", "and", "but", "so", "because", "från", "för", "till", "innan",
            "senast", "och", "men", "så", "att", "av", "then", "då");

    private final MeetingText meeting;
    private final Optional<LocalDate> anchor;
    private final TaskWording wording;
    private final boolean swedish;

    IndirectTasks(MeetingText meeting, Optional<LocalDate> anchor, TaskWording wording) {
        this.meeting = meeting;
        this.anchor = anchor;
        this.wording = wording;
        swedish = meeting.language() == Language.SV;
    }

    /** The task of a remark that has none by its verbs. */
    Optional<Task> in(int index, Optional<Names.Hit> vocative) {
        Remark remark = meeting.remarks().get(index);
        if (remark.has(Cue.CONDITION) && remark.first(Cue.CONDITION).get().at() <= remark.start()) {
            return Optional.empty();
        }
        Optional<Task> task = delivered(index, remark);
        task = task.isPresent() ? task : owed(index, remark, vocative);
        task = task.isPresent() ? task : yours(index, remark, vocative);
        task = task.isPresent() ? task : share(index, remark);
        task = task.isPresent() ? task : offered(index, remark);
        task = task.isPresent() ? task : underWay(index, remark);
        task = task.isPresent() ? task : ordered(index, remark, vocative);
        task = task.isPresent() ? task : owned(index, remark);
        return task.isPresent() ? task : passive(index, remark);
    }

    /** "You'll get the quote tomorrow": the speaker owes it; only with a time, or it is a mere prospect. */
    private Optional<Task> delivered(int index, Remark remark) {
        Optional<CueHit> cue = remark.first(Cue.DELIVER);
        if (cue.isEmpty()
                || remark.asks()
                || cue.get().at() > remark.start() + 1
                || cue.get().end() >= remark.size()) {
            return Optional.empty();
        }
        Optional<DuePhrase> due = due(remark.text());
        int at = cue.get().end();
        boolean verb = remark.hasAt(Cue.ACTION_VERB, at)
                || remark.hasAt(Cue.IDLE_VERB, at)
                || remark.word(at).lower().equals("to");
        if (due.isEmpty() || verb) {
            return Optional.empty();
        }
        boolean pointing = TaskFinder.POINTERS.contains(remark.word(at).lower());
        String thing = pointing ? neededBefore(index) : thing(remark, at, due);
        if (thing.isEmpty() && pointing) {
            String it = remark.word(at).lower();
            return Optional.of(new Task(
                    index,
                    Kind.COMMITTED,
                    Optional.of(remark.speaker()),
                    (swedish ? "Skicka " : "Send ") + it,
                    true,
                    due,
                    0.75));
        }
        if (thing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Task(
                index,
                Kind.COMMITTED,
                Optional.of(remark.speaker()),
                (swedish ? "Skicka " : "Send ") + thing,
                pointing && isOwed(index),
                due,
                0.75));
    }

    private boolean isOwed(int index) {
        for (int i = index - 1; i >= Math.max(0, index - BACK); i--) {
            if (meeting.remarks().get(i).has(Cue.OWE)) {
                return true;
            }
        }
        return false;
    }

    /** "I need the test data" – "You'll get it this afternoon." */
    private String neededBefore(int index) {
        for (int i = index - 1; i >= Math.max(0, index - BACK); i--) {
            Remark before = meeting.remarks().get(i);
            for (int at = 0; at + 1 < before.size(); at++) {
                String word = before.word(at).lower();
                boolean need = NEEDS.contains(word) || before.hasAt(Cue.OWE, at);
                if (need) {
                    int from = before.hasAt(Cue.OWE, at) ? before.after(Cue.OWE, at) : at + 1;
                    while (from < before.size()
                            && Set.of("jag", "vi", "ha", "också", "also", "på", "för", "to", "have")
                                    .contains(before.word(from).lower())) {
                        from++;
                    }
                    String thing = from < before.size() && !before.hasAt(Cue.ACTION_VERB, from)
                            ? thing(before, from, due(before.text()))
                            : "";
                    if (!meeting.content(thing).isEmpty()) {
                        return thing;
                    }
                }
            }
        }
        return "";
    }

    /** A noun phrase: up to the next mark or preposition. */
    private String thing(Remark remark, int from, Optional<DuePhrase> due) {
        int dueAt = due.map(phrase -> remark.text().indexOf(phrase.words())).orElse(-1);
        int end = from;
        while (end < remark.size() && end - from < LONGEST_THING) {
            SpokenWord word = remark.word(end);
            boolean inDue = dueAt >= 0
                    && word.start() >= dueAt
                    && word.start() < dueAt + due.get().words().length();
            if (inDue
                    || end > from
                            && (END_OF_THING.contains(word.lower())
                                    || remark.word(end - 1).mark() != ' ')) {
                break;
            }
            end++;
        }
        if (end == from) {
            return "";
        }
        return remark.text()
                .substring(remark.word(from).start(), remark.word(end - 1).end());
    }

    private Optional<Task> owed(int index, Remark remark, Optional<Names.Hit> vocative) {
        Optional<CueHit> cue = remark.first(Cue.OWE);
        if (cue.isEmpty() || cue.get().end() >= remark.size()) {
            return Optional.empty();
        }
        Optional<DuePhrase> due = due(remark.text());
        boolean charge = remark.word(cue.get().at() + 1)
                        .lower()
                        .matches("in|are|responsible|looking|har|ansvarar|är|håller|sköter|doing")
                || remark.word(cue.get().at()).lower().equals("you're");
        boolean debt = remark.word(cue.get().end() - 1).lower().matches("mig|oss|me|us|owe");
        String verb = charge && !debt ? swedish ? "ta hand om" : "take care of" : swedish ? "lämna" : "hand over";
        String thing = wording.of(remark, verb, cue.get().end(), remark.size(), due);
        if (meeting.content(thing).size() < 1) {
            return Optional.empty();
        }
        return Optional.of(new Task(index, Kind.TOLD, vocative.map(Names.Hit::person), thing, false, due, 0.6));
    }

    /** "Denise, the stalls are yours". */
    private Optional<Task> yours(int index, Remark remark, Optional<Names.Hit> vocative) {
        Optional<CueHit> cue = remark.first(Cue.YOURS);
        if (cue.isEmpty() || remark.asks() && vocative.isEmpty()) {
            return Optional.empty();
        }
        int from = remark.start();
        if (vocative.isPresent() && vocative.get().end() <= cue.get().at()) {
            from = Math.max(from, vocative.get().end());
        }
        for (int at = cue.get().at() - 1; at > from; at--) {
            if (remark.word(at - 1).mark() != ' ') {
                from = at;
            }
        }
        int to = cue.get().at();
        if (to - from < 1
                || to - from > LONGEST_THING
                || TaskFinder.POINTERS.contains(remark.word(from).lower()) && to - from == 1) {
            return Optional.empty();
        }
        String thing = lowered(remark, from, to);
        if (meeting.content(thing).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Task(
                index,
                Kind.TOLD,
                vocative.map(Names.Hit::person),
                (swedish ? "Ta hand om " : "Take care of ") + thing,
                false,
                due(remark.text()),
                0.6));
    }

    private static String lowered(Remark remark, int from, int to) {
        String words = remark.text()
                .substring(remark.word(from).start(), remark.word(to - 1).end());
        boolean article = from == 0
                || Set.of("the", "a", "an", "den", "det", "de")
                        .contains(remark.word(from).lower());
        boolean plain = article && words.length() > 1 && !Character.isUpperCase(words.charAt(1));
        return plain ? Character.toLowerCase(words.charAt(0)) + words.substring(1) : words;
    }

    private Optional<Task> share(int index, Remark remark) {
        Optional<CueHit> cue = remark.first(Cue.SHARE);
        if (cue.isEmpty()
                || remark.asks()
                || cue.get().at() > remark.start()
                || cue.get().end() >= remark.size()) {
            return Optional.empty();
        }
        Optional<DuePhrase> due = due(remark.text());
        String thing = thing(remark, cue.get().end(), due);
        if (meeting.content(thing).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Task(
                index,
                Kind.COMMITTED,
                Optional.of(remark.speaker()),
                (swedish ? "Ta hand om " : "Take care of ") + thing,
                false,
                due,
                0.75));
    }

    /** "Ska jag ta över det?" – "Ja tack": asked, and then answered by the others. */
    private Optional<Task> offered(int index, Remark remark) {
        Optional<CueHit> cue = remark.first(Cue.OFFER_QUESTION);
        boolean question =
                cue.isPresent() && remark.sentence().isQuestion() && cue.get().at() <= remark.start();
        if (!question
                || cue.get().end() >= remark.size()
                || remark.hasAt(Cue.IDLE_VERB, cue.get().end())) {
            return Optional.empty();
        }
        Replies replies = new Replies(meeting);
        Optional<Integer> next = replies.nextTurnByAnother(index);
        if (next.isEmpty() || replies.answer(next.get()) != Replies.Answer.ACCEPTS) {
            return Optional.empty();
        }
        Optional<DuePhrase> due = due(remark.text());
        String text = wording.of(remark, "", cue.get().end(), remark.size(), due);
        if (meeting.content(text).isEmpty() || meeting.content(text).size() < 2 && hasPointer(remark)) {
            text = withWhatWasSaid(index, text);
        }
        return Optional.of(new Task(index, Kind.COMMITTED, Optional.of(remark.speaker()), text, false, due, 0.8));
    }

    private static boolean hasPointer(Remark remark) {
        return TaskFinder.POINTERS.contains(remark.word(remark.size() - 1).lower());
    }

    private String withWhatWasSaid(int index, String text) {
        for (int i = index - 1; i >= Math.max(0, index - BACK); i--) {
            if (meeting.contentOf(meeting.remarks().get(i)).size() >= 2) {
                return text + " ("
                        + new Wording(meeting).clause(meeting.remarks().get(i).text()) + ")";
            }
        }
        return text;
    }

    /** "I'm working on the refunds, they'll be done on Friday": the date makes a promise of it. */
    private Optional<Task> underWay(int index, Remark remark) {
        Optional<CueHit> cue = remark.first(Cue.WORKING_ON);
        if (cue.isPresent()
                && !remark.asks()
                && cue.get().end() < remark.size()
                && cue.get().at() <= remark.start()) {
            Optional<DuePhrase> due = due(remark.text());
            String thing = thing(remark, cue.get().end(), due);
            if (due.flatMap(DuePhrase::date).isPresent()
                    && !meeting.content(thing).isEmpty()) {
                return Optional.of(new Task(
                        index,
                        Kind.COMMITTED,
                        Optional.of(remark.speaker()),
                        (swedish ? "Bli klar med " : "Finish ") + thing,
                        false,
                        due,
                        0.7));
            }
        }
        return planned(index, remark);
    }

    /** "I'm talking to them this afternoon": a plan if it has a time. */
    private Optional<Task> planned(int index, Remark remark) {
        int at = remark.start();
        boolean self = at + 1 < remark.size() && remark.word(at).lower().equals("i'm") && !remark.asks();
        int verb = self ? at + 1 : -1;
        while (verb > 0 && verb < remark.size() && remark.hasAt(Cue.ADVERB, verb)) {
            verb++;
        }
        String base = verb > 0 && verb < remark.size() ? TaskVerbs.baseOfGerund(remark, verb) : "";
        Optional<DuePhrase> due = base.isEmpty() ? Optional.empty() : due(remark.text());
        boolean later = due.flatMap(DuePhrase::date).isPresent()
                && (!due.get().date().equals(anchor)
                        || !due.get().words().toLowerCase(java.util.Locale.ROOT).equals("today"));
        if (!later || base.equals("go") || base.equals("come")) {
            return Optional.empty();
        }
        String text = wording.of(remark, base, verb + 1, remark.size(), due);
        return meeting.content(text).size() < 2
                ? Optional.empty()
                : Optional.of(new Task(index, Kind.COMMITTED, Optional.of(remark.speaker()), text, false, due, 0.7));
    }

    /** "Book us a slot, Arjun", "skriv upp det på listan, Samira"; without a name, "ask Peter to do the sound again". */
    private Optional<Task> ordered(int index, Remark remark, Optional<Names.Hit> vocative) {
        int at = remark.start();
        if (vocative.isPresent() && vocative.get().at() <= at + 1) {
            at = vocative.get().end();
        }
        if (remark.asks() || at + 1 >= remark.size()) {
            return Optional.empty();
        }
        boolean pleads = !swedish
                && vocative.isEmpty()
                && remark.word(remark.size() - 1).lower().equals("please")
                && remark.size() >= 4;
        boolean third =
                pleads || Set.of("ask", "tell", "be").contains(remark.word(at).lower());
        if (vocative.isEmpty() && !third) {
            return Optional.empty();
        }
        String verb = "";
        int from = at;
        if (swedish) {
            Optional<String> infinitive =
                    SwedishVerbs.infinitiveOfOrder(remark.word(at).lower());
            boolean order = infinitive.isPresent() && (remark.word(at).capital() || vocative.isPresent());
            if (!order) {
                return Optional.empty();
            }
            verb = infinitive.get();
            from = at + 1;
        } else if (!orders(remark, at)) {
            return Optional.empty();
        }
        if (third
                && !pleads
                && vocative.isEmpty()
                && !(remark.word(at + 1).capital()
                        && !remark.word(at + 1).lower().equals("i"))) {
            return Optional.empty();
        }
        Optional<DuePhrase> due = due(remark.text());
        String text = wording.of(remark, verb, from, remark.size(), due);
        boolean empty = meeting.content(text).isEmpty() || SpokenWord.of(text).size() < 2;
        return empty
                ? Optional.empty()
                : Optional.of(new Task(index, Kind.REQUESTED, vocative.map(Names.Hit::person), text, false, due, 0.65));
    }

    private static boolean orders(Remark remark, int at) {
        int verb = at;
        while (verb < remark.size() && remark.hasAt(Cue.ADVERB, verb) && !remark.hasAt(Cue.ACTION_VERB, verb)) {
            verb = remark.after(Cue.ADVERB, verb);
        }
        return verb < remark.size()
                && (remark.hasAt(Cue.ACTION_VERB, verb)
                        || Set.of("put", "get", "give", "find", "move", "keep", "go")
                                .contains(remark.word(verb).lower()));
    }

    /** "Bea owns it": what "it" is was said right before. */
    private Optional<Task> owned(int index, Remark remark) {
        int at = remark.start();
        Optional<Names.Hit> name = at < remark.size() ? meeting.names().at(remark.words(), at) : Optional.empty();
        if (name.isEmpty() || remark.asks() || name.get().end() + 1 >= remark.size() || remark.size() - at > 6) {
            return Optional.empty();
        }
        String verb = remark.word(name.get().end()).lower();
        String object = remark.word(name.get().end() + 1).lower();
        boolean owns = Set.of("owns", "takes", "has", "gets", "does", "äger", "tar", "får")
                        .contains(verb)
                && Set.of("it", "that", "this", "them", "den", "det", "dem").contains(object);
        if (!owns) {
            return Optional.empty();
        }
        String text = withWhatWasSaid(index, swedish ? "Ta hand om det" : "Take care of it");
        return Optional.of(
                new Task(index, Kind.ASSIGNED, name.map(Names.Hit::person), text, false, due(remark.text()), 0.7));
    }

    /** "It should be checked by Anna", "rapporten ska skrivas av Olle". */
    private Optional<Task> passive(int index, Remark remark) {
        if (remark.asks() || !(remark.has(Cue.SHOULD) || remark.has(Cue.MUST) || remark.has(Cue.THIRD_AUX))) {
            return Optional.empty();
        }
        for (int at = 3; at + 1 < remark.size(); at++) {
            boolean by = remark.word(at).lower().equals(swedish ? "av" : "by");
            Optional<Names.Hit> name = by ? meeting.names().at(remark.words(), at + 1) : Optional.empty();
            boolean participle = by
                    && (swedish
                            ? remark.word(at - 1).lower().endsWith("s")
                            : remark.word(at - 2).lower().equals("be")
                                    || remark.word(at - 1).lower().endsWith("ed"));
            if (name.isPresent() && participle) {
                Optional<DuePhrase> due = due(remark.text());
                String text = new Wording(meeting)
                        .clause(remark.text()
                                .substring(
                                        remark.word(remark.start()).start(),
                                        remark.word(at - 1).end()));
                return Optional.of(new Task(
                        index, Kind.ASSIGNED, name.map(Names.Hit::person), TaskWording.capital(text), false, due, 0.7));
            }
        }
        return Optional.empty();
    }

    private Optional<DuePhrase> due(String text) {
        return meeting.dueDates().in(text, anchor);
    }
}
