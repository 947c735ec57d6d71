package dev.llmagents.team.meetmind.summary;

import dev.llmagents.team.meetmind.text.Fillers;
import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.text.Sentence;
import dev.llmagents.team.meetmind.text.Sentences;
import dev.llmagents.team.meetmind.text.Stems;
import dev.llmagents.team.meetmind.text.StopWords;
import dev.llmagents.team.meetmind.text.Words;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A meeting read once for {@link Topics} and {@link Summary}: its sentences cleaned and counted, its key phrases, its
 * people. Not safe for use by several threads.
 */
public final class Talk {

    private final Language language;
    private final List<Spoken> sentences;
    private final Speakers speakers;
    private final StopWords stopWords;
    private final Content content;
    private final KeyPhrases keyPhrases;
    private final List<Segment> segments;
    private final int words;
    private final boolean formal;
    private final Optional<String> title;

    private Talk(Language language, List<Spoken> sentences, Speakers speakers, Optional<String> title) {
        this.title = title;
        this.language = language;
        this.sentences = sentences;
        this.speakers = speakers;
        int said = 0;
        for (Spoken sentence : sentences) {
            said += sentence.words().size();
        }
        this.words = said;
        StopWords stopWords = StopWords.of(language);
        Stems stems = Stems.of(language);
        this.content = new Content(sentences, stopWords, stems);
        this.stopWords = stopWords;
        this.keyPhrases = KeyPhrases.of(sentences, language, stopWords, stems, speakers);
        this.formal = isSitting();
        this.segments = Topics.segments(this);
    }

    /** Reads {@code utterances} of a meeting without a title. */
    public static Talk of(List<Utterance> utterances, Language language) {
        return of(utterances, language, Optional.empty());
    }

    /**
     * Reads {@code utterances}, in time linear in their length.
     *
     * @param title what the meeting was called
     */
    public static Talk of(List<Utterance> utterances, Language language, Optional<String> title) {
        Fillers fillers = Fillers.of(language);
        List<Spoken> sentences = new ArrayList<>();
        for (Sentence sentence : Sentences.of(utterances, language)) {
            Spoken spoken = Spoken.of(sentence, fillers.clean(sentence.text()));
            if (!spoken.words().isEmpty()) {
                sentences.add(spoken);
            }
        }
        // Nothing but sounds and marks: they are kept, so that there is something to point at.
        if (sentences.isEmpty()) {
            for (Sentence sentence : Sentences.of(utterances, language)) {
                sentences.add(Spoken.of(sentence, sentence.text()));
            }
        }
        return new Talk(language, sentences, Speakers.of(utterances, language), title);
    }

    /** What the meeting was called, if anybody wrote it down. */
    Optional<String> title() {
        return title;
    }

    /** Whether two sides talk to each other, so that "we" is the speaker's side and not the meeting. */
    boolean isTwoSided() {
        for (String word : Words.of(title.orElse(""))) {
            switch (word) {
                case "call",
                        "sales",
                        "client",
                        "customer",
                        "interview",
                        "supplier",
                        "negotiation",
                        "kund",
                        "kundmöte",
                        "säljmöte",
                        "intervju",
                        "leverantörsmöte",
                        "förhandling",
                        "säljsamtal",
                        "kundsamtal" -> {
                    return true;
                }
                default -> {}
            }
        }
        return formal;
    }

    Language language() {
        return language;
    }

    List<Spoken> sentences() {
        return sentences;
    }

    Speakers speakers() {
        return speakers;
    }

    StopWords stopWords() {
        return stopWords;
    }

    Content content() {
        return content;
    }

    /** The stretches behind the topics; they cover the meeting. */
    List<Segment> segments() {
        return segments;
    }

    KeyPhrases keyPhrases() {
        return keyPhrases;
    }

    /** Whether this is the sitting of a committee, where "we" is seldom the meeting itself. */
    boolean isFormal() {
        return formal;
    }

    private boolean isSitting() {
        int address = 0;
        for (Spoken sentence : sentences) {
            for (String word : sentence.words()) {
                switch (word) {
                    case "committee", "minister", "chair", "ministers", "utskottet", "nämnden", "ordförande" ->
                        address++;
                    default -> {}
                }
            }
        }
        return address >= 6 && address * 1500 > words;
    }

    /** How many words were said. */
    int words() {
        return words;
    }

    /** The words that stand somewhere inside a sentence with a capital letter, or without one. */
    Set<String> wordsInCase(boolean capital) {
        Set<String> words = new HashSet<>();
        for (Spoken sentence : sentences) {
            for (int at = 1; at < sentence.forms().size(); at++) {
                if (Character.isUpperCase(sentence.forms().get(at).charAt(0)) == capital) {
                    words.add(sentence.words().get(at));
                }
            }
        }
        return words;
    }
}
