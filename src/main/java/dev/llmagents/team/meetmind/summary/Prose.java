package dev.llmagents.team.meetmind.summary;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The sentences a summary is built from, in one language; all without evidence and without the full stop forgotten. */
interface Prose {

    /** What the meeting was about. */
    String opening(Optional<Gist> gist, List<KeyPhrase> subjects);

    /** The day within a sentence: "4 June". */
    String day(LocalDate day);

    /** What "we" is called. */
    String group();

    /** What a meeting called {@code title} was about. */
    String titled(String title, List<KeyPhrase> subjects);

    /** What was asked and nobody answered, each as it follows "asked". */
    String leftOpen(List<String> questions);

    /**
     * One speaker held the floor, hardly interrupted.
     *
     * @param place which topic this is, from 0
     * @param places how many there are
     */
    String presented(int place, int places, String name, List<KeyPhrase> subjects);

    /** One speaker talked most. */
    String talkedAbout(int place, int places, String name, List<KeyPhrase> subjects);

    /** Everybody talked. */
    String discussed(int place, int places, List<KeyPhrase> subjects);

    /** Somebody asked, in a sitting of questions and answers. */
    String asked(int place, int places, String name, List<KeyPhrase> subjects);

    /**
     * The predicate with another word for "said" now and then.
     *
     * @param again whether the same person was reported just before
     * @param place how many reports came before
     */
    String varied(String predicate, boolean again, int place);

    /** One did by speaking what {@code predicate} says. */
    String reported(String name, String predicate);

    /**
     * A sentence on a topic and what one said there, as one sentence.
     *
     * @param sameSpeaker whether {@code name} is the subject of {@code topic} too
     */
    String joined(String topic, String name, String predicate, boolean sameSpeaker);

    /**
     * What was decided, as {@link Reporter#decision} words it.
     *
     * @param again whether another decision was told just before
     */
    String decided(String decision, boolean again);

    /** Who does what next. */
    String next(List<Tasks> tasks);

    /** What one person is to do. */
    record Tasks(String owner, List<String> texts) {}
}
