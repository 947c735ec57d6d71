package dev.llmagents.team.meetmind.summary;

import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.text.Words;
import dev.llmagents.team.meetmind.word.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody near the start says the meeting is for: "this is the kick-off meeting", "the purpose of today is to agree
 * on the budget", "an evidence session on school transport".
 *
 * @param kind how the phrase fits into a sentence
 * @param phrase a noun phrase, or verb and object for {@link Kind#GOAL}
 * @param sentence index of the sentence it was taken from
 */
record Gist(Kind kind, String phrase, int sentence) {

    /** How a gist reads in prose. */
    enum Kind {
        /** The meeting was a(n) PHRASE. */
        MEETING,
        /** The meeting was about PHRASE. */
        SUBJECT,
        /** The aim was to PHRASE. */
        GOAL
    }

    private static final Set<String> MEETING_WORDS_EN =
            Set.of("meeting", "session", "workshop", "review", "retrospective", "hearing", "inquiry", "call");
    private static final Set<String> ORDER_WORDS_EN = Set.of(
            "first", "second", "third", "final", "last", "weekly", "monthly", "special", "general", "new", "initial");
    private static final Set<String> AIM_WORDS_EN = Set.of("purpose", "aim", "goal", "objective");
    private static final Set<String> TALK_WORDS_EN = Set.of("discuss", "cover", "review", "evaluate");
    private static final Set<String> ENDS_EN = WordList.read(Gist.class, "gist-ends.en.txt");

    private static final Set<String> ENDS_SV = Set.of(
            "som",
            "så",
            "men",
            "för",
            "vi",
            "jag",
            "du",
            "och",
            "idag",
            "nu",
            "när",
            "om",
            "att",
            "innan",
            "därför",
            "eftersom");

    private static final Set<String> LIST_WORDS = Set.of(
            "items",
            "points",
            "topics",
            "things",
            "subjects",
            "agenda",
            "punkter",
            "ämnen",
            "saker",
            "frågor",
            "dagordningen");
    private static final int LONGEST_LIST = 120;

    static Optional<Gist> of(Talk talk) {
        Optional<Gist> listed = listed(talk);
        return listed.isPresent() ? listed : talk.language() == Language.EN ? english(talk) : swedish(talk);
    }

    /** "We have three items today: the budget, the rooms and the new contract." */
    private static Optional<Gist> listed(Talk talk) {
        int until = Math.min(talk.sentences().size(), 12);
        for (int index = 0; index < until; index++) {
            String text = talk.sentences().get(index).text();
            int colon = text.indexOf(": ");
            if (colon < 0 || text.length() - colon > LONGEST_LIST || text.indexOf(',', colon) < 0) {
                continue;
            }
            boolean announced = false;
            for (String word : Words.of(text.substring(0, colon))) {
                announced |= LIST_WORDS.contains(word);
            }
            String list = ClosingText.bare(text.substring(colon + 2));
            boolean noun = true;
            for (String word : Words.of(list)) {
                noun &= !ENDS_EN.contains(word) && !word.equals("vi") && !word.equals("jag") && !word.equals("är");
            }
            if (announced && noun) {
                String own = list.replace("our ", "the ");
                return Optional.of(new Gist(Kind.SUBJECT, ClosingText.lowerFirst(own), index));
            }
        }
        return Optional.empty();
    }

    /** "vi ska prata om lanseringen", "mötet handlar om budgeten". */
    private static Optional<Gist> swedish(Talk talk) {
        int seen = 0;
        int until = Math.max(120, talk.words() / 6);
        for (int index = 0; index < talk.sentences().size() && seen < until; index++) {
            Spoken spoken = talk.sentences().get(index);
            List<String> words = spoken.words();
            seen += words.size();
            for (int at = 1; at + 1 < words.size() && !spoken.sentence().isQuestion(); at++) {
                boolean about = words.get(at).equals("om")
                        && (words.get(at - 1).equals("prata")
                                || words.get(at - 1).equals("handlar")
                                || words.get(at - 1).equals("tala"));
                boolean through =
                        words.get(at).equals("igenom") && words.get(at - 1).equals("gå");
                boolean direct = words.get(at).equals("diskutera");
                String phrase = about || through || direct ? swedishPhrase(talk, spoken, at + 1) : "";
                if (!phrase.isEmpty()) {
                    return Optional.of(new Gist(Kind.SUBJECT, phrase, index));
                }
            }
        }
        return Optional.empty();
    }

    private static String swedishPhrase(Talk talk, Spoken spoken, int start) {
        List<String> words = spoken.words();
        int end = start;
        while (end < words.size()
                && end - start < 8
                && (end == start || !spoken.breakBefore()[end])
                && !ENDS_SV.contains(words.get(end))) {
            end++;
        }
        boolean whole = end == words.size() || spoken.breakBefore()[end] || ENDS_SV.contains(words.get(end));
        while (end > start && talk.stopWords().contains(words.get(end - 1))) {
            end--;
        }
        return whole && end > start ? forms(spoken, start, end) : "";
    }

    private static Optional<Gist> english(Talk talk) {
        List<Spoken> sentences = talk.sentences();
        int seen = 0;
        int until = Math.max(120, talk.words() / 6);
        Optional<Gist> subject = Optional.empty();
        Optional<Gist> goal = Optional.empty();
        for (int index = 0; index < sentences.size() && seen < until; index++) {
            List<String> words = sentences.get(index).words();
            seen += words.size();
            if (words.size() < 5 || sentences.get(index).sentence().isQuestion()) {
                continue;
            }
            for (int at = 0; at < words.size(); at++) {
                String word = words.get(at);
                if (MEETING_WORDS_EN.contains(word)) {
                    Optional<Gist> found = ofMeeting(talk, index, at);
                    if (found.isPresent()) {
                        return found;
                    }
                }
                if (goal.isEmpty() && AIM_WORDS_EN.contains(word)) {
                    goal = ofAim(talk, index, at);
                }
                if (subject.isEmpty() && isAnnounced(words, at)) {
                    subject = ofSubject(talk, index, at);
                }
            }
        }
        return goal.isPresent() ? goal : subject;
    }

    /** "evidence session with the ministry on school transport", "this is the detailed design meeting". */
    private static Optional<Gist> ofMeeting(Talk talk, int index, int at) {
        Spoken spoken = talk.sentences().get(index);
        List<String> words = spoken.words();
        for (int on = at + 1; on < Math.min(words.size() - 1, at + 9); on++) {
            String word = words.get(on);
            if (word.equals("on")
                    || word.equals("into")
                    || word.equals("about")
                    || word.equals("around")
                    || word.equals("regarding")) {
                String phrase = nounPhrase(talk, spoken, on + 1, 14);
                if (!phrase.isEmpty() && contentWords(talk, phrase) >= 2) {
                    return Optional.of(new Gist(Kind.SUBJECT, phrase, index));
                }
                break;
            }
            if (spoken.breakBefore()[on]) {
                break;
            }
        }
        int from = at;
        while (from > 0 && at - from < 4 && !spoken.breakBefore()[from] && isModifier(talk, words.get(from - 1))) {
            from--;
        }
        if (at - from < 1 || from == 0 || at - from > 4) {
            return Optional.empty();
        }
        String before = words.get(from - 1);
        boolean introduced =
                before.equals("the") || before.equals("a") || before.equals("our") || before.equals("this");
        String two = from > 1 ? words.get(from - 2) : "";
        boolean stated = two.equals("is")
                || two.equals("this")
                || two.equals("to")
                || two.equals("that's")
                || two.equals("it's")
                || two.equals("for");
        if (!introduced || !stated) {
            return Optional.empty();
        }
        return Optional.of(new Gist(Kind.MEETING, forms(spoken, from, at + 1), index));
    }

    private static boolean isModifier(Talk talk, String word) {
        return Character.isLetter(word.charAt(0)) && !talk.stopWords().contains(word) || ORDER_WORDS_EN.contains(word);
    }

    private static Optional<Gist> ofAim(Talk talk, int index, int at) {
        List<String> words = talk.sentences().get(index).words();
        for (int is = at + 1; is < Math.min(words.size() - 2, at + 8); is++) {
            if (words.get(is).equals("is") && words.get(is + 1).equals("to")) {
                String phrase = nounPhrase(talk, talk.sentences().get(index), is + 2, 14);
                boolean ofMeeting = words.subList(0, is).contains("meeting")
                        || words.subList(0, is).contains("session")
                        || words.subList(0, is).contains("project")
                        || words.subList(0, is).contains("today");
                boolean past = phrase.indexOf(' ') > 0
                        && phrase.substring(0, phrase.indexOf(' ')).endsWith("ed");
                return ofMeeting && !past && contentWords(talk, phrase) >= 2
                        ? Optional.of(new Gist(Kind.GOAL, phrase, index))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "going to", "want to", "we'll" before a verb of discussing. */
    private static boolean isAnnounced(List<String> words, int at) {
        String word = words.get(at);
        boolean talkAbout = word.equals("about")
                && at > 1
                && (words.get(at - 1).equals("talk") || words.get(at - 1).equals("speak"));
        int verb = talkAbout ? at - 1 : at;
        if (!talkAbout && !TALK_WORDS_EN.contains(word) || verb < 1) {
            return false;
        }
        String before = words.get(verb - 1);
        return before.equals("to")
                || before.equals("gonna")
                || before.equals("will")
                || before.equals("we'll")
                || before.equals("should")
                || before.equals("let's");
    }

    private static Optional<Gist> ofSubject(Talk talk, int index, int at) {
        String phrase = nounPhrase(talk, talk.sentences().get(index), at + 1, 12);
        return contentWords(talk, phrase) >= 2 ? Optional.of(new Gist(Kind.SUBJECT, phrase, index)) : Optional.empty();
    }

    /** The words from {@code start} to the end of the clause, "our" and "your" as "the"; empty if they are no phrase. */
    private static String nounPhrase(Talk talk, Spoken spoken, int start, int longest) {
        int end = start;
        List<String> words = spoken.words();
        while (end < words.size()
                && end - start < longest
                && !ENDS_EN.contains(words.get(end))
                && (end == start || !spoken.breakBefore()[end])
                && !(words.get(end).indexOf('\'') > 0 && !words.get(end).endsWith("'s"))) {
            end++;
        }
        boolean whole = end == words.size()
                || end < words.size() && (spoken.breakBefore()[end] || ENDS_EN.contains(words.get(end)));
        while (end > start && talk.stopWords().contains(words.get(end - 1))) {
            end--;
        }
        if (end - start > 2
                && words.get(start).equals("some")
                && words.get(start + 1).equals("of")) {
            return whole ? forms(spoken, start + 2, end) : "";
        }
        return whole && end - start >= 1 ? forms(spoken, start, end) : "";
    }

    private static int contentWords(Talk talk, String phrase) {
        int count = 0;
        for (String word : phrase.toLowerCase(Locale.ROOT).split(" ")) {
            if (!word.isEmpty() && !talk.stopWords().contains(word)) {
                count++;
            }
        }
        return count;
    }

    private static String forms(Spoken spoken, int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int at = from; at < to; at++) {
            String form = spoken.forms().get(at);
            String word = spoken.words().get(at);
            boolean own = word.equals("our") || word.equals("your") || word.equals("my") || word.equals("this");
            out.append(at > from ? " " : "").append(own ? "the" : form);
        }
        return out.toString();
    }
}
