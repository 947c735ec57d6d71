package dev.llmagents.team.meetmind.summary;

import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.Finding;
import dev.llmagents.team.meetmind.SummarySentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A meeting as a short text in the third person. */
public final class Summary {

    static final int SUBJECTS_PER_TOPIC = 3;
    /** So many are told at most unless the next is a phrase. */
    static final int SURE_SUBJECTS = 2;
    /** A topic and a report of together so many words become one sentence. */
    private static final int JOINED_WORDS = 24;
    /** The same where one person is the subject of both, whose name need not be said again. */
    private static final int JOINED_WORDS_OF_ONE = 32;

    private static final int SHORTEST_REPORT = 10;
    private static final int LONGEST_SUMMARY = 130;
    /** A meeting of fewer words is told by what was said rather than by its subjects. */
    static final int SHORT_MEETING = 900;

    private static final int REPORTS_PER_SHORT_TOPIC = 3;

    private final Talk talk;
    private final Reporter reporter;
    private final Prose prose;
    private final Salience salience;
    private final Floor floor;
    private final Reports reports;
    private final SubjectDetail detail;
    private final List<SummarySentence> sentences = new ArrayList<>();
    private final List<KeyPhrase> used = new ArrayList<>();
    private int gistSentence = -1;
    private int words;
    private int told;
    private String lastSpeaker = "";

    private Summary(Talk talk) {
        this.talk = talk;
        Set<String> names = talk.speakers().nameWords();
        switch (talk.language()) {
            case EN -> {
                reporter = new EnglishReporter(talk.isTwoSided() ? "they" : "the team", talk.wordsInCase(false), names);
                this.prose = new EnglishProse(
                        talk.isFormal() ? "the members" : talk.isTwoSided() ? "the participants" : "the team");
            }
            case SV -> {
                reporter = new SwedishReporter(talk.wordsInCase(true), names);
                this.prose = new SwedishProse();
            }
            default -> throw new AssertionError(talk.language());
        }
        this.salience = new Salience(talk);
        this.floor = new Floor(talk);
        this.detail = new SubjectDetail(talk);
        this.reports = new Reports(talk, reporter, floor);
    }

    /**
     * The summary of {@code talk}: what it was about, what was said on each topic and by whom, what was decided and who
     * does what.
     *
     * @param decisions may be empty
     * @param actions may be empty
     */
    public static List<SummarySentence> of(Talk talk, List<Finding> decisions, List<ActionItem> actions) {
        return of(talk, decisions, actions, List.of(), List.of());
    }

    /**
     * The same, with an eye to what may go wrong and, in a short meeting, to what was left open.
     *
     * @param risks may be empty
     * @param questions may be empty
     */
    public static List<SummarySentence> of(
            Talk talk,
            List<Finding> decisions,
            List<ActionItem> actions,
            List<Finding> risks,
            List<Finding> questions) {
        Summary summary = new Summary(talk);
        summary.write(decisions, actions, risks, questions);
        return summary.sentences;
    }

    private boolean isShort() {
        return talk.words() < SHORT_MEETING;
    }

    private void write(
            List<Finding> decisions, List<ActionItem> actions, List<Finding> risks, List<Finding> questions) {
        int budget = Math.min(LONGEST_SUMMARY, isShort() ? 50 + talk.words() / 5 : 40 + talk.words() / 9);
        Closing closing =
                new Closing(decisions, actions, isShort() ? questions : List.of(), reporter, prose, talk.speakers());
        reports.use(closing.text());
        reports.prefer(risks);
        budget -= Math.min(budget / 3, count(closing.text()));
        open();
        List<Segment> segments = talk.segments();
        if (isShort()) {
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
        List<Reports.Choice> chosen = new ArrayList<>();
        int left = room;
        for (int place = 0; place < segments.size(); place++) {
            int share = left / (segments.size() - place);
            for (int times = 0; times < REPORTS_PER_SHORT_TOPIC && share >= SHORTEST_REPORT / 2; times++) {
                Optional<Reports.Choice> choice = reports.best(segments.get(place), share, gistSentence);
                if (choice.isEmpty()) {
                    break;
                }
                reports.use(choice.get().predicate());
                chosen.add(choice.get());
                int size = choice.get().size();
                share -= size;
                left -= size;
            }
        }
        chosen.sort((one, other) -> Integer.compare(one.sentence(), other.sentence()));
        for (Reports.Choice choice : chosen) {
            addReport(choice);
        }
    }

    private void open() {
        Optional<Gist> gist = Gist.of(talk);
        int most = !isShort() ? 4 : gist.isPresent() ? 2 : 3;
        List<KeyPhrase> subjects = new ArrayList<>();
        for (KeyPhrase phrase : talk.keyPhrases().ranked()) {
            if (subjects.size() < most
                    && !phrase.overlapsAny(subjects)
                    && (gist.isEmpty() || !gist.get().phrase().contains(phrase.text()))) {
                subjects.add(phrase);
            }
        }
        gistSentence = gist.isPresent() ? gist.get().sentence() : -1;
        int evidence = gist.isPresent()
                ? gist.get().sentence()
                : subjects.isEmpty() ? 0 : subjects.get(0).sentences().get(0);
        if (isShort()) {
            subjects.sort((one, other) ->
                    Integer.compare(one.sentences().get(0), other.sentences().get(0)));
        }
        // A title says more than what is said most, yet less than the words that open the meeting.
        Optional<String> title = gist.isPresent() ? Optional.empty() : talk.title();
        add(title.isPresent() ? prose.titled(title.get(), subjects) : prose.opening(gist, subjects), evidence, 0.7);
        used.addAll(subjects);
    }

    private void writeTopic(Segment segment, int place, int places, int room) {
        List<KeyPhrase> subjects = subjects(segment);
        String topic = "";
        String topicSpeaker = "";
        int evidence = -1;
        if (!subjects.isEmpty()) {
            Optional<Floor.Question> question =
                    talk.isFormal() ? floor.question(segment, fresh(segment.phrases(), 8)) : Optional.empty();
            Optional<Floor.Holder> holder = floor.holder(segment);
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
        Optional<Reports.Choice> choice = reports.best(segment, left, gistSentence);
        if (topic.isEmpty()) {
            addReport(choice);
        } else {
            if (evidence < 0) {
                evidence = salience.mostCentral(segment);
            }
            boolean same = choice.isPresent() && choice.get().name().equals(topicSpeaker);
            int most = same ? JOINED_WORDS_OF_ONE : JOINED_WORDS;
            if (choice.isPresent() && count(topic) + count(choice.get().predicate()) <= most) {
                Reports.Choice report = choice.get();
                String text = prose.joined(
                        topic,
                        report.name(),
                        prose.varied(report.predicate(), false, told++),
                        report.name().equals(topicSpeaker));
                reports.use(report.predicate());
                lastSpeaker = report.name();
                add(text, report.sentence(), 0.6);
            } else {
                add(topic, evidence, 0.6);
                lastSpeaker = "";
                addReport(choice);
            }
        }
        int rest = left - (choice.isPresent() ? choice.get().size() : 0);
        if (rest >= SHORTEST_REPORT) {
            addReport(reports.best(segment, rest, gistSentence));
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

    /** The subjects of a stretch, said as fully as it said them. */
    private List<KeyPhrase> subjects(Segment segment) {
        List<KeyPhrase> subjects = new ArrayList<>();
        for (KeyPhrase phrase : fresh(segment.phrases(), SUBJECTS_PER_TOPIC)) {
            if (!phrase.overlapsAny(subjects)) {
                List<KeyPhrase> told = new ArrayList<>(used);
                told.addAll(subjects);
                KeyPhrase subject = detail.of(phrase, segment, told);
                // Two good subjects read better than three; a third must say what it is by itself.
                boolean telling = subject.text().indexOf(' ') > 0 && !talk.isFormal();
                if (subjects.size() < SURE_SUBJECTS || telling) {
                    subjects.add(subject);
                }
            }
        }
        return subjects;
    }

    private void addReport(Optional<Reports.Choice> report) {
        if (report.isPresent()) {
            addReport(report.get());
        }
    }

    private void addReport(Reports.Choice report) {
        reports.use(report.predicate());
        boolean again = report.name().equals(lastSpeaker);
        add(prose.reported(report.name(), prose.varied(report.predicate(), again, told++)), report.sentence(), 0.5);
        lastSpeaker = report.name();
    }

    private void add(String text, int evidence, double confidence) {
        Spoken spoken = talk.sentences().get(evidence);
        sentences.add(new SummarySentence(
                text,
                Evidence.of(spoken.sentence().utterance(), spoken.sentence().text()),
                confidence,
                Source.RULES));
        words += count(text);
    }

    static int count(String text) {
        return text.split(" ").length;
    }
}
