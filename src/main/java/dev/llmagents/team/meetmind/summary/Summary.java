package dev.llmagents.team.meetmind.summary;

import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.Finding;
import dev.llmagents.team.meetmind.SummarySentence;
import dev.llmagents.team.meetmind.text.WordList;
import dev.llmagents.team.meetmind.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A meeting as a short text in the third person. */
public final class Summary {

    private static final int SUBJECTS_PER_TOPIC = 3;
    /** A topic and a report of together so many words become one sentence. */
    private static final int JOINED_WORDS = 24;
    /** The same where one person is the subject of both, whose name need not be said again. */
    private static final int JOINED_WORDS_OF_ONE = 32;

    private static final int SHORTEST_REPORT = 10;
    private static final int SLACK = 8;
    private static final int LONGEST_SUMMARY = 130;
    private static final int SHORT_MEETING = 500;
    private static final int REPORTS_PER_SHORT_TOPIC = 3;

    private final Talk talk;
    private final Reporter reporter;
    private final Prose prose;
    private final Salience salience;
    private final Set<String> metaWords;
    private final List<SummarySentence> sentences = new ArrayList<>();
    private final List<KeyPhrase> used = new ArrayList<>();
    private final Set<Integer> usedStems = new HashSet<>();
    private final Map<Integer, List<Choice>> choices = new HashMap<>();
    private int gistSentence = -1;
    private int words;
    private int reports;
    private String lastSpeaker = "";

    private Summary(Talk talk) {
        this.talk = talk;
        Set<String> lowerWords = lowerWords(talk);
        Set<String> names = talk.speakers().nameWords();
        switch (talk.language()) {
            case EN -> {
                this.reporter = new EnglishReporter(talk.isFormal() ? "they" : "the team", lowerWords, names);
                this.prose = new EnglishProse(talk.isFormal() ? "the members" : "the team");
            }
            case SV -> {
                this.reporter = new SwedishReporter(upperWords(talk), names);
                this.prose = new SwedishProse();
            }
            default -> throw new AssertionError(talk.language());
        }
        this.salience = new Salience(talk);
        this.metaWords = WordList.read(Summary.class, "meta-words." + talk.language().code() + ".txt");
    }

    /**
     * The summary of {@code talk}: what it was about, what was said on each topic and by whom, what was decided and who
     * does what.
     *
     * @param decisions may be empty
     * @param actions may be empty
     */
    public static List<SummarySentence> of(Talk talk, List<Finding> decisions, List<ActionItem> actions) {
        Summary summary = new Summary(talk);
        summary.write(decisions, actions);
        return summary.sentences;
    }

    private void write(List<Finding> decisions, List<ActionItem> actions) {
        int budget = Math.min(LONGEST_SUMMARY, 40 + talk.words() / 9);
        Closing closing = new Closing(decisions, actions, prose, talk.speakers());
        use(closing.text());
        budget -= Math.min(budget / 3, count(closing.text()));
        open();
        List<Segment> segments = talk.segments();
        if (talk.words() < SHORT_MEETING) {
            writeShort(segments, budget - words);
        } else {
            for (int place = 0; place < segments.size(); place++) {
                writeTopic(segments.get(place), place, segments.size(), (budget - words) / (segments.size() - place));
            }
        }
        sentences.addAll(closing.sentences());
    }

    /** In a short meeting the list of subjects says enough; then the best that was said, in its order. */
    private void writeShort(List<Segment> segments, int room) {
        List<Choice> told = new ArrayList<>();
        int left = room;
        for (int place = 0; place < segments.size(); place++) {
            int share = left / (segments.size() - place);
            for (int times = 0; times < REPORTS_PER_SHORT_TOPIC && share >= SHORTEST_REPORT / 2; times++) {
                Optional<Choice> choice = bestReport(segments.get(place), share);
                if (choice.isEmpty()) {
                    break;
                }
                use(choice.get().predicate());
                told.add(choice.get());
                int size = count(choice.get().predicate()) + 2;
                share -= size;
                left -= size;
            }
        }
        told.sort((one, other) -> Integer.compare(one.sentence(), other.sentence()));
        told.forEach(this::addReport);
    }

    private void open() {
        Optional<Gist> gist = Gist.of(talk);
        List<KeyPhrase> subjects = new ArrayList<>();
        for (KeyPhrase phrase : talk.keyPhrases().ranked()) {
            if (subjects.size() < 4 && !phrase.overlapsAny(subjects)
                    && (gist.isEmpty() || !gist.get().phrase().contains(phrase.text()))) {
                subjects.add(phrase);
            }
        }
        gist.ifPresent(found -> gistSentence = found.sentence());
        int evidence = gist.isPresent() ? gist.get().sentence() : subjects.isEmpty() ? 0 : subjects.get(0).sentences().get(0);
        add(prose.opening(gist, subjects), evidence, 0.7);
        used.addAll(subjects);
    }

    private void writeTopic(Segment segment, int place, int places, int room) {
        List<KeyPhrase> subjects = fresh(segment.phrases(), SUBJECTS_PER_TOPIC);
        String topic = "";
        String topicSpeaker = "";
        int from = segment.from();
        int evidence = -1;
        if (!subjects.isEmpty()) {
            Optional<Question> question = talk.isFormal() ? question(segment, subjects) : Optional.empty();
            Optional<Holder> holder = floorHolder(segment);
            if (question.isPresent()) {
                subjects = question.get().subjects();
                topicSpeaker = question.get().asker();
                evidence = question.get().sentence();
                topic = prose.asked(place, places, topicSpeaker, subjects);
            } else if (holder.isPresent()) {
                topicSpeaker = holder.get().name();
                topic = holder.get().alone()
                        ? prose.presented(place, places, topicSpeaker, subjects)
                        : prose.talkedAbout(place, places, topicSpeaker, subjects);
            } else {
                topic = prose.discussed(place, places, subjects);
            }
            used.addAll(subjects);
        }
        int left = room - (topic.isEmpty() ? 0 : count(topic));
        Optional<Choice> choice = bestReport(segment, left);
        if (topic.isEmpty()) {
            choice.ifPresent(this::addReport);
        } else {
            if (evidence < 0) {
                evidence = salience.mostCentral(segment);
            }
            boolean same = choice.isPresent() && choice.get().name().equals(topicSpeaker);
            int most = same ? JOINED_WORDS_OF_ONE : JOINED_WORDS;
            if (choice.isPresent() && count(topic) + count(choice.get().predicate()) <= most) {
                Choice report = choice.get();
                String text = prose.joined(
                        topic,
                        report.name(),
                        prose.varied(report.predicate(), false, reports++),
                        report.name().equals(topicSpeaker));
                use(report.predicate());
                lastSpeaker = report.name();
                add(text, report.sentence(), 0.6);
            } else {
                add(topic, evidence, 0.6);
                lastSpeaker = "";
                choice.ifPresent(this::addReport);
            }
        }
        int rest = left - choice.map(report -> count(report.predicate()) + 2).orElse(0);
        if (rest >= SHORTEST_REPORT) {
            bestReport(segment, rest).ifPresent(this::addReport);
        }
    }

    private List<KeyPhrase> fresh(List<KeyPhrase> phrases, int most) {
        List<KeyPhrase> fresh = new ArrayList<>();
        for (KeyPhrase phrase : phrases) {
            if (fresh.size() < most && !phrase.overlapsAny(used)) {
                fresh.add(phrase);
            }
        }
        return fresh;
    }

    /** The question of the stretch that names most of its subjects. */
    private Optional<Question> question(Segment segment, List<KeyPhrase> subjects) {
        Optional<Question> best = Optional.empty();
        for (int index = segment.from(); index < segment.to(); index++) {
            Spoken asking = talk.sentences().get(index);
            if (!asking.sentence().isQuestion() || !isAnswered(index) || isChair(asking.speaker())) {
                continue;
            }
            // The sentences of the same turn before the question say what it is about.
            int turn = index;
            while (turn > segment.from()
                    && talk.sentences().get(turn - 1).line() == talk.sentences().get(index).line()) {
                turn--;
            }
            List<KeyPhrase> named = new ArrayList<>();
            for (KeyPhrase phrase : fresh(segment.phrases(), 8)) {
                if (phrase.countWithin(turn, index + 1) > 0 && named.size() < SUBJECTS_PER_TOPIC) {
                    named.add(phrase);
                }
            }
            if (named.size() > 1 && (best.isEmpty() || named.size() > best.get().subjects().size())) {
                best = Optional.of(new Question(index, talk.speakers().name(talk.sentences().get(index).speaker()), named));
            }
        }
        return best;
    }

    /** Whether the turn ends with the sentence and another's longer turn follows. */
    private boolean isAnswered(int index) {
        List<Spoken> sentences = talk.sentences();
        int next = index + 1;
        if (next >= sentences.size() || sentences.get(next).speaker().equals(sentences.get(index).speaker())) {
            return false;
        }
        int words = 0;
        for (int at = next; at < sentences.size() && sentences.get(at).line() == sentences.get(next).line(); at++) {
            words += sentences.get(at).words().size();
        }
        return words >= 30;
    }

    private boolean isChair(String speaker) {
        String name = talk.speakers().name(speaker).toLowerCase(Locale.ROOT);
        return name.endsWith(" chair") || name.endsWith(" speaker") || name.endsWith("ordföranden") || name.endsWith(" moderator");
    }

    private void use(String text) {
        for (int stem : talk.content().of(Words.of(text))) {
            usedStems.add(stem);
        }
    }

    private void addReport(Choice report) {
        use(report.predicate());
        boolean again = report.name().equals(lastSpeaker);
        add(prose.reported(report.name(), prose.varied(report.predicate(), again, reports++)), report.sentence(), 0.5);
        lastSpeaker = report.name();
    }

    private Optional<Choice> bestReport(Segment segment, int room) {
        Optional<Choice> best = Optional.empty();
        for (Choice choice : choices.computeIfAbsent(segment.from(), from -> choices(segment))) {
            if (count(choice.report().predicate()) + 2 <= room + SLACK) {
                double score = score(segment, choice);
                if (score > best.map(Choice::score).orElse(0.0)) {
                    best = Optional.of(new Choice(choice.sentence(), choice.name(), choice.report(), choice.content(), score));
                }
            }
        }
        return best;
    }

    /** Everything in a stretch that can be reported. */
    private List<Choice> choices(Segment segment) {
        List<Choice> found = new ArrayList<>();
        for (int index = segment.from(); index < segment.to(); index++) {
            Spoken spoken = talk.sentences().get(index);
            boolean procedure = talk.isFormal() && isChair(spoken.speaker());
            boolean empty = talk.content().of(index).length < leastContent();
            if (spoken.words().size() < 5 || empty || procedure || index == gistSentence) {
                continue;
            }
            for (Report report : reporter.reports(spoken, addressee(index))) {
                int[] content = talk.content().of(Words.of(report.predicate()));
                found.add(new Choice(index, talk.speakers().name(spoken.speaker()), report, content, 0));
            }
        }
        return found;
    }

    private record Choice(int sentence, String name, Report report, int[] content, double score) {

        String predicate() {
            return report.predicate();
        }
    }

    private record Question(int sentence, String asker, List<KeyPhrase> subjects) {}

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
        return talk.words() < SHORT_MEETING ? 2 : 3;
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
                    score += 0.4;
                }
            }
        }
        for (String word : Words.of(report.predicate())) {
            if (metaWords.contains(word)) {
                score *= 0.6;
            }
        }
        if (isPlan(report.predicate())) {
            score *= 0.5;
        }
        score *= 0.3 + report.clarity();
        return switch (report.act()) {
            case SUGGEST, DECIDE -> score * 1.2;
            case PRESENT -> score * 1.1;
            case STATE, PROMISE, REQUEST -> score;
            case ASK -> score * 0.8;
        };
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

    /** Who says more than half of a stretch. */
    private Optional<Holder> floorHolder(Segment segment) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Integer> longest = new HashMap<>();
        int all = 0;
        int run = 0;
        String running = "";
        for (int index = segment.from(); index < segment.to(); index++) {
            Spoken spoken = talk.sentences().get(index);
            int size = spoken.words().size();
            counts.merge(spoken.speaker(), size, Integer::sum);
            all += size;
            // A "right" or "mm-hmm" of another does not end a presentation.
            if (spoken.speaker().equals(running)) {
                run += size;
            } else if (size > 5) {
                running = spoken.speaker();
                run = size;
            }
            longest.merge(running, run, Math::max);
        }
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getValue() * 2 > all) {
                boolean alone = longest.get(entry.getKey()) * 4 > all;
                return Optional.of(new Holder(talk.speakers().name(entry.getKey()), alone));
            }
        }
        return Optional.empty();
    }

    /** @param alone whether much of it was one turn that hardly anybody broke */
    private record Holder(String name, boolean alone) {}

    private void add(String text, int evidence, double confidence) {
        Spoken spoken = talk.sentences().get(evidence);
        sentences.add(new SummarySentence(
                text, Evidence.of(spoken.sentence().utterance(), spoken.sentence().text()), confidence, Source.RULES));
        words += count(text);
    }

    private static int count(String text) {
        return text.split(" ").length;
    }

    private static Set<String> lowerWords(Talk talk) {
        Set<String> words = new HashSet<>();
        for (Spoken sentence : talk.sentences()) {
            for (int at = 1; at < sentence.forms().size(); at++) {
                if (Character.isLowerCase(sentence.forms().get(at).charAt(0))) {
                    words.add(sentence.words().get(at));
                }
            }
        }
        return words;
    }

    private static Set<String> upperWords(Talk talk) {
        Set<String> words = new HashSet<>(talk.speakers().nameWords());
        for (Spoken sentence : talk.sentences()) {
            for (int at = 1; at < sentence.forms().size(); at++) {
                if (Character.isUpperCase(sentence.forms().get(at).charAt(0))) {
                    words.add(sentence.words().get(at));
                }
            }
        }
        return words;
    }
}
