package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.date.DueDates;
import dev.llmagents.team.meetmind.text.Fillers;
import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.text.Sentence;
import dev.llmagents.team.meetmind.text.Sentences;
import dev.llmagents.team.meetmind.text.Stems;
import dev.llmagents.team.meetmind.transcript.Transcript;
import dev.llmagents.team.meetmind.transcript.Utterance;
import dev.llmagents.team.meetmind.word.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A meeting cut into sentences, with everything the finders need to know about them, read once and shared.
 *
 * <p>Holds caches; not safe for use by several threads.
 */
public final class MeetingText {
    /** From so many turns on a meeting is a long talk, in which most of what sounds like a task or a decision is none. */
    private static final int LONG_TALK_TURNS = 80;

    private static final int FORMAL_WORDS_A_TURN = 30;

    private final Transcript transcript;
    private final Language language;
    private final List<Remark> remarks = new ArrayList<>();
    private final int[] firstOfTurn;
    private final Names names;
    private final Fillers fillers;
    private final Set<String> functionWords;
    private final List<Set<String>> contents = new ArrayList<>();
    private final Stems stems;
    private final DueDates dueDates;
    private final String lead;
    private final CueBook cues;

    private MeetingText(Transcript transcript, Language language) {
        this.transcript = transcript;
        this.language = language;
        fillers = Fillers.of(language);
        functionWords = WordList.read(MeetingText.class, "function-words." + language.code() + ".txt");
        stems = Stems.of(language);
        dueDates = DueDates.of(language);
        names = Names.of(transcript);
        firstOfTurn = new int[transcript.utterances().size() + 1];
        cues = CueBook.of(language);
        cut();
        lead = findLead();
    }

    /** Reads a meeting held in {@code language}. */
    public static MeetingText of(Transcript transcript, Language language) {
        return new MeetingText(transcript, language);
    }

    // The very same utterance is meant: two turns may hold equal words.
    @SuppressWarnings("ReferenceEquality")
    private void cut() {
        List<Utterance> utterances = transcript.utterances();
        int turn = 0;
        for (Sentence sentence : Sentences.of(utterances, language)) {
            while (utterances.get(turn) != sentence.utterance()) {
                turn++;
                firstOfTurn[turn] = remarks.size();
            }
            List<SpokenWord> words = SpokenWord.of(sentence.text());
            remarks.add(new Remark(sentence, turn, words, cues.hits(words)));
            contents.add(content(words));
        }
        while (turn < utterances.size()) {
            turn++;
            firstOfTurn[turn] = remarks.size();
        }
    }

    /** Who leads: the one who most often says what the leader of a meeting says. */
    private String findLead() {
        Map<String, Integer> said = new HashMap<>();
        String best = remarks.isEmpty() ? "" : remarks.get(0).speaker();
        int most = 0;
        for (Remark remark : remarks) {
            if (remark.has(Cue.LEAD)) {
                int count = said.merge(remark.speaker(), 1, Integer::sum);
                if (count > most) {
                    most = count;
                    best = remark.speaker();
                }
            }
        }
        return best;
    }

    Transcript transcript() {
        return transcript;
    }

    Language language() {
        return language;
    }

    List<Remark> remarks() {
        return remarks;
    }

    /** How many utterances there are. */
    int turns() {
        return firstOfTurn.length - 1;
    }

    /** Index of the first remark of a turn; for the number of turns, the number of remarks. */
    int firstOfTurn(int turn) {
        return firstOfTurn[turn];
    }

    boolean isLongTalk() {
        return turns() >= LONG_TALK_TURNS;
    }

    /** Whether people give speeches rather than talk, as in a parliament: what they demand is not asked of a product. */
    boolean isFormal() {
        return words() > FORMAL_WORDS_A_TURN * turns();
    }

    /**
     * Whether a talk is about settling something: people speak of money or of deciding. Those who only explore, as
     * researchers do, say much that sounds like a plan and is none.
     */
    boolean isConverging() {
        double money = 0;
        double deciding = 0;
        for (Remark remark : remarks) {
            money += remark.has(Cue.MONEY) ? 1 : 0;
            deciding += remark.has(Cue.DECIDE) || remark.has(Cue.UNDECIDED) ? 1 : 0;
        }
        boolean speaksOfMoney = money >= 0.007 * remarks.size();
        return !isFormal() && (speaksOfMoney || deciding >= 0.8 * words() / 1000);
    }

    private int words() {
        int words = 0;
        for (Remark remark : remarks) {
            words += remark.size();
        }
        return words;
    }

    Names names() {
        return names;
    }

    /** The speaker who leads the meeting. */
    String lead() {
        return lead;
    }

    Fillers fillers() {
        return fillers;
    }

    DueDates dueDates() {
        return dueDates;
    }

    /** 1 for each remark with such a cue, 0 for each without. */
    double[] with(Cue cue) {
        double[] with = new double[remarks.size()];
        for (int i = 0; i < with.length; i++) {
            with[i] = remarks.get(i).has(cue) ? 1 : 0;
        }
        return with;
    }

    /** How far into the meeting a turn is, 0 to 1. */
    double position(int turn) {
        return turns() < 2 ? 0 : (double) turn / (turns() - 1);
    }

    /** The stems of the words that carry subject matter, in order of appearance. */
    Set<String> contentOf(Remark remark) {
        return contents.get(remark.sentence().index());
    }

    Set<String> content(String text) {
        return content(SpokenWord.of(text));
    }

    private Set<String> content(List<SpokenWord> words) {
        Set<String> content = new LinkedHashSet<>();
        for (SpokenWord word : words) {
            if (!isStopWord(word.lower())) {
                content.add(stems.of(word.lower()));
            }
        }
        return content;
    }

    /** Whether the words from {@code at} on are a courtesy that adds nothing. */
    boolean isTail(List<SpokenWord> words, int at) {
        List<SpokenWord> rest = words.subList(at, words.size());
        for (CueHit hit : cues.hits(rest)) {
            if (hit.cue() == Cue.TAIL && hit.at() == 0 && hit.end() == rest.size()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a verb of work says nothing without its object: "do", "handle". */
    boolean isGenericVerb(String lower) {
        for (CueHit hit : cues.hits(SpokenWord.of(lower))) {
            if (hit.cue() == Cue.GENERIC_VERB) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word carries no subject matter. */
    boolean isStopWord(String lower) {
        return lower.length() < 2 || functionWords.contains(lower);
    }
}
