package dev.llmagents.team.meetmind.summary;

import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.Topic;
import dev.llmagents.team.meetmind.text.Language;
import java.util.ArrayList;
import java.util.List;

/** The subjects of a meeting in the order they were talked about. */
public final class Topics {

    private static final int PHRASES = 5;
    private static final int IN_TITLE = 2;
    /** What a phrase counts that comes up in passing. */
    private static final double PASSING = 0.5;

    private static final int LONG_STRETCH = 60;

    private Topics() {}

    /** One to four topics, which together cover the meeting; more for a longer one. */
    public static List<Topic> of(Talk talk) {
        List<Topic> topics = new ArrayList<>();
        for (Segment segment : talk.segments()) {
            topics.add(topic(talk, segment));
        }
        return topics;
    }

    /** The stretches behind the topics. */
    static List<Segment> segments(Talk talk) {
        List<Integer> starts = Segments.starts(talk, wanted(talk.words()));
        List<Segment> segments = new ArrayList<>();
        int size = talk.sentences().size();
        for (int at = 0; at < starts.size(); at++) {
            int to = at + 1 < starts.size() ? starts.get(at + 1) : size;
            segments.add(new Segment(starts.get(at), to, phrases(talk, starts.get(at), to)));
        }
        return segments;
    }

    /** How many topics a meeting of so many words is cut into: one up to 250 words, four from 2,000. */
    private static int wanted(int words) {
        return words < 250 ? 1 : words < 800 ? 2 : words < 2000 ? 3 : 4;
    }

    /** The phrases that are said there more than elsewhere, most telling first. */
    private static List<KeyPhrase> phrases(Talk talk, int from, int to) {
        List<Scored> scored = new ArrayList<>();
        for (KeyPhrase phrase : talk.keyPhrases().ranked()) {
            int here = phrase.countWithin(from, to);
            if (here > 0) {
                double share = here / (double) phrase.sentences().size();
                double perMention = phrase.weight() / phrase.sentences().size();
                double score = here * perMention * (0.5 + share);
                scored.add(new Scored(phrase, isPassing(phrase, from, to) ? score * PASSING : score));
            }
        }
        scored.sort(null);
        List<KeyPhrase> best = new ArrayList<>();
        for (Scored candidate : scored) {
            if (best.size() < PHRASES + 3 && !candidate.phrase().overlapsAny(best)) {
                best.add(candidate.phrase());
            }
        }
        return best;
    }

    /** Whether a long stretch says the phrase in one short passage only: an aside. */
    private static boolean isPassing(KeyPhrase phrase, int from, int to) {
        int first = from;
        int last = from;
        for (int sentence : phrase.sentences()) {
            if (sentence >= from && sentence < to) {
                first = first == from ? sentence : first;
                last = sentence;
            }
        }
        return to - from >= LONG_STRETCH && (last - first) * 12 < to - from;
    }

    private record Scored(KeyPhrase phrase, double score) implements Comparable<Scored> {

        /** The higher first; of equals the heavier in the whole meeting. */
        @Override
        public int compareTo(Scored other) {
            int byScore = Double.compare(other.score, score);
            return byScore != 0 ? byScore : phrase.compareTo(other.phrase);
        }
    }

    private static Topic topic(Talk talk, Segment segment) {
        List<String> names = new ArrayList<>();
        for (KeyPhrase phrase : segment.phrases()) {
            if (names.size() < PHRASES) {
                names.add(phrase.text());
            }
        }
        Spoken first = talk.sentences().get(segment.from());
        Spoken last = talk.sentences().get(segment.to() - 1);
        Spoken best = talk.sentences().get(new Salience(talk).mostCentral(segment));
        double confidence = Math.min(0.9, 0.4 + 0.1 * segment.phrases().size());
        return new Topic(
                title(names, talk.language(), best),
                first.line(),
                last.line(),
                names,
                Evidence.of(best.sentence().utterance(), best.sentence().text()),
                confidence,
                Source.RULES);
    }

    private static String title(List<String> names, Language language, Spoken best) {
        String and = language == Language.EN ? " and " : " och ";
        String title;
        if (names.isEmpty()) {
            List<String> forms = best.forms();
            title = forms.isEmpty() ? best.text() : String.join(" ", forms.subList(0, Math.min(5, forms.size())));
        } else {
            title = String.join(and, names.subList(0, Math.min(IN_TITLE, names.size())));
        }
        return Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }
}
