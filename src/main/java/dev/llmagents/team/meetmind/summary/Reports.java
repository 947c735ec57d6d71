package dev.llmagents.team.meetmind.summary;

import dev.llmagents.team.meetmind.Finding;
import dev.llmagents.team.meetmind.text.Words;
import dev.llmagents.team.meetmind.word.WordList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sentences of a meeting that can be reported, and the choice of the best among them.
 *
 * <p>The score is the {@link Salience} of the report's words, plus {@value #PER_PHRASE_WORD} for each word of a key phrase
 * of the stretch, times 0.3 + its clarity (0 to 1), times a weight for the act: 1.2 a proposal or decision, 1.1 an
 * announcement, 1 a statement, promise or request, 0.8 a question. Talk about the meeting itself counts
 * {@value #META_WORD} for each such word, a plan of what comes next {@value #PLAN}. Half of the words must be new to the
 * summary. The weights were set by hand on a development set of English meetings and are no finer than that.
 */
final class Reports {

    private static final double PER_PHRASE_WORD = 0.4;
    private static final double META_WORD = 0.6;
    private static final double PLAN = 0.5;
    private static final double FINDING = 1.4;
    /** In a short meeting what is done and what goes wrong counts so much. */
    private static final double NEWS = 1.25;
    /** What a question counts in a short meeting, which ends with those that were left open. */
    private static final double SHORT_QUESTION = 0.4;

    /** Reports of so many words read best; the others count {@value #UNCOMFORTABLE}. */
    private static final int COMFORTABLE_FROM = 7;

    private static final int COMFORTABLE_TO = 22;
    private static final double UNCOMFORTABLE = 0.75;
    /** How many words a report may take beyond the room it was given. */
    private static final int SLACK = 8;

    private static final int TRIED = 90;

    private final Talk talk;
    private final Reporter reporter;
    private final Floor floor;
    private final Salience salience;
    private final Set<String> metaWords;
    private final Set<Integer> usedStems = new HashSet<>();
    private final Set<Integer> preferredLines = new HashSet<>();
    private final Map<Integer, List<Choice>> choices = new HashMap<>();

    Reports(Talk talk, Reporter reporter, Floor floor) {
        this.talk = talk;
        this.reporter = reporter;
        this.floor = floor;
        this.salience = new Salience(talk);
        this.metaWords =
                WordList.read(Reports.class, "meta-words." + talk.language().code() + ".txt");
    }

    /** Counts what was said at the place of a finding {@value #FINDING}. */
    void prefer(List<Finding> findings) {
        for (Finding finding : findings) {
            preferredLines.add(finding.evidence().line());
        }
    }

    /** The best report of a stretch that fits into {@code room} words and brings something new. */
    Optional<Choice> best(Segment segment, int room, int gistSentence) {
        Optional<Choice> best = Optional.empty();
        List<Choice> known = choices.get(segment.from());
        if (known == null) {
            known = choices(segment, gistSentence);
            choices.put(segment.from(), known);
        }
        double most = 0;
        for (Choice choice : known) {
            if (choice.size() <= room + SLACK) {
                double score = score(segment, choice);
                if (score > most) {
                    most = score;
                    best = Optional.of(choice);
                }
            }
        }
        return best;
    }

    /** Everything that can be reported of the {@value #TRIED} sentences of a stretch that carry most. */
    private List<Choice> choices(Segment segment, int gistSentence) {
        double least = leastSalience(segment);
        List<Choice> found = new ArrayList<>();
        for (int index = segment.from(); index < segment.to(); index++) {
            Spoken spoken = talk.sentences().get(index);
            int[] stems = talk.content().of(index);
            boolean procedure = talk.isFormal() && floor.isChair(spoken.speaker());
            boolean empty = stems.length < leastContent() || salience.of(stems) < least;
            if (spoken.words().size() < 5 || empty || procedure || index == gistSentence) {
                continue;
            }
            for (Report report : reporter.reports(spoken, addressee(index))) {
                int[] content = talk.content().of(Words.of(report.predicate()));
                found.add(new Choice(index, talk.speakers().name(spoken.speaker()), report, content));
            }
        }
        return found;
    }

    /** The salience from which a sentence is among the best of its stretch; rewording them all would take too long. */
    private double leastSalience(Segment segment) {
        double[] all = new double[segment.to() - segment.from()];
        for (int index = segment.from(); index < segment.to(); index++) {
            all[index - segment.from()] = salience.of(talk.content().of(index));
        }
        Arrays.sort(all);
        return all.length <= TRIED ? 0 : all[all.length - TRIED];
    }

    private double score(Segment segment, Choice choice) {
        Report report = choice.report();
        int[] content = choice.content();
        int old = 0;
        for (int stem : content) {
            if (usedStems.contains(stem)) {
                old++;
            }
        }
        if (content.length < leastContent() || old * 2 > content.length) {
            return 0;
        }
        double score = salience.of(content);
        for (KeyPhrase phrase : segment.phrases()) {
            for (int stem : talk.content().of(Words.of(phrase.text()))) {
                if (Arrays.binarySearch(content, stem) >= 0) {
                    score += PER_PHRASE_WORD;
                }
            }
        }
        for (String word : Words.of(report.predicate())) {
            if (metaWords.contains(word)) {
                score *= META_WORD;
            }
        }
        if (isPlan(report.predicate())) {
            score *= PLAN;
        }
        int words = Summary.count(report.predicate());
        if (words < COMFORTABLE_FROM || words > COMFORTABLE_TO) {
            score *= UNCOMFORTABLE;
        }
        if (preferredLines.contains(talk.sentences().get(choice.sentence()).line())) {
            score *= FINDING;
        }
        if (talk.words() < Summary.SHORT_MEETING && isNews(report.predicate())) {
            score *= NEWS;
        }
        score *= 0.3 + report.clarity();
        return switch (report.act()) {
            case SUGGEST, DECIDE -> score * 1.2;
            case PRESENT -> score * 1.1;
            case STATE, PROMISE, REQUEST -> score;
            case ASK -> score * (talk.words() < Summary.SHORT_MEETING ? SHORT_QUESTION : 0.8);
        };
    }

    private static boolean isNews(String predicate) {
        return predicate.startsWith("reported ")
                || predicate.startsWith("pointed out ")
                || predicate.startsWith("påpekade ")
                || predicate.startsWith("berättade ");
    }

    /** What the meeting was about to do next: the summary tells that it did. */
    private static boolean isPlan(String predicate) {
        return predicate.contains("going to discuss")
                || predicate.contains("going to look")
                || predicate.contains("going to talk")
                || predicate.contains("going to have")
                || predicate.contains("would see")
                || predicate.contains("would do")
                || predicate.contains("would look")
                || predicate.contains("would have a look")
                || predicate.contains("would go");
    }

    private int leastContent() {
        return talk.words() < Summary.SHORT_MEETING ? 2 : 3;
    }

    /** Whom a sentence speaks to: the one it names first, else the one who speaks next. */
    private Optional<String> addressee(int index) {
        Spoken spoken = talk.sentences().get(index);
        for (String word : spoken.words().subList(0, Math.min(3, spoken.words().size()))) {
            Optional<String> named = talk.speakers().called(word);
            if (named.isPresent()) {
                return named;
            }
        }
        for (int next = index + 1; next < Math.min(talk.sentences().size(), index + 4); next++) {
            String other = talk.sentences().get(next).speaker();
            if (!other.equals(spoken.speaker())) {
                return Optional.of(talk.speakers().name(other));
            }
        }
        return Optional.empty();
    }

    /** Counts the words of {@code text} as told. */
    void use(String text) {
        for (int stem : talk.content().of(Words.of(text))) {
            usedStems.add(stem);
        }
    }

    /** A report that can be chosen; {@code content} are its stems, ascending. */
    record Choice(int sentence, String name, Report report, int[] content) {

        String predicate() {
            return report.predicate();
        }

        /** Its length with its subject. */
        int size() {
            return Summary.count(report.predicate()) + 2;
        }
    }
}
