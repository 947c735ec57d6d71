package dev.llmagents.team.meetmind.summary;

import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.Finding;
import dev.llmagents.team.meetmind.SummarySentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A meeting as a short text in the third person. */
public final class Summary {

    private final Talk talk;
    private final Reporter reporter;
    private final Prose prose;
    private final Salience salience;
    private final List<SummarySentence> sentences = new ArrayList<>();
    private final List<KeyPhrase> used = new ArrayList<>();
    private final Set<String> usedStems = new HashSet<>();
    private int words;

    private Summary(Talk talk) {
        this.talk = talk;
        String group = talk.isFormal() ? "they" : "the group";
        this.reporter = new EnglishReporter(group, lowerWords(talk));
        this.prose = new EnglishProse(talk.isFormal() ? "the members" : "the group");
        this.salience = new Salience(talk);
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
        int budget = Math.min(130, 25 + talk.words() / 12);
        List<Topics.Segment> segments = Topics.segments(talk);
        open();
        for (int place = 0; place < segments.size(); place++) {
            int left = budget - words;
            writeTopic(segments.get(place), place, segments.size(), left / (segments.size() - place));
        }
    }

    private void open() {
        Optional<Gist> gist = Gist.english(talk);
        List<KeyPhrase> subjects = new ArrayList<>();
        for (KeyPhrase phrase : talk.keyPhrases().ranked()) {
            if (subjects.size() < 4 && subjects.stream().noneMatch(phrase::overlaps)
                    && (gist.isEmpty() || !gist.get().phrase().contains(phrase.text()))) {
                subjects.add(phrase);
            }
        }
        int evidence = gist.isPresent() ? gist.get().sentence() : subjects.isEmpty() ? 0 : subjects.get(0).sentences().get(0);
        add(prose.opening(gist, subjects), evidence, 0.7);
        used.addAll(subjects);
    }

    private void writeTopic(Topics.Segment segment, int place, int places, int room) {
        List<KeyPhrase> subjects = new ArrayList<>();
        for (KeyPhrase phrase : segment.phrases()) {
            if (subjects.size() < 3 && used.stream().noneMatch(phrase::overlaps)) {
                subjects.add(phrase);
            }
        }
        int start = words;
        if (!subjects.isEmpty()) {
            used.addAll(subjects);
            Optional<String> holder = floorHolder(segment);
            String text = holder.isPresent()
                    ? prose.presented(place, places, holder.get(), subjects)
                    : prose.discussed(place, places, subjects);
            add(text, salience.mostCentral(segment), 0.6);
        }
        while (addBestReport(segment, room - (words - start))) {
            // as long as there is room
        }
    }

    private boolean addBestReport(Topics.Segment segment, int room) {
        double best = 0;
        int bestIndex = -1;
        String bestText = "";
        for (int index = segment.from(); index < segment.to(); index++) {
            Spoken spoken = talk.sentences().get(index);
            if (spoken.words().size() < 5) {
                continue;
            }
            Optional<Report> report = reporter.report(spoken, addressee(index));
            if (report.isEmpty()) {
                continue;
            }
            String text = prose.reported(talk.speakers().name(spoken.speaker()), report.get().predicate());
            if (count(text) > room + 6) {
                continue;
            }
            double score = score(spoken, segment, index, report.get());
            if (score > best) {
                best = score;
                bestIndex = index;
                bestText = text;
            }
        }
        if (bestIndex < 0) {
            return false;
        }
        usedStems.addAll(salience.contentOf(talk.sentences().get(bestIndex)));
        add(bestText, bestIndex, 0.5);
        return true;
    }

    private double score(Spoken spoken, Topics.Segment segment, int index, Report report) {
        double score = salience.of(spoken);
        for (KeyPhrase phrase : segment.phrases()) {
            if (phrase.countWithin(index, index + 1) > 0) {
                score += 0.7;
            }
        }
        Set<String> content = salience.contentOf(spoken);
        int old = 0;
        for (String stem : content) {
            if (usedStems.contains(stem)) {
                old++;
            }
        }
        if (content.size() < 3 || old * 2 > content.size()) {
            return 0;
        }
        score *= 0.3 + report.clarity();
        return switch (report.act()) {
            case SUGGEST, DECIDE -> score * 1.2;
            case PRESENT -> score * 1.1;
            case STATE, PROMISE, REQUEST -> score;
            case ASK -> score * 0.8;
        };
    }

    private Optional<String> addressee(int index) {
        String speaker = talk.sentences().get(index).speaker();
        for (int next = index + 1; next < Math.min(talk.sentences().size(), index + 4); next++) {
            String other = talk.sentences().get(next).speaker();
            if (!other.equals(speaker)) {
                return Optional.of(talk.speakers().name(other));
            }
        }
        return Optional.empty();
    }

    private Optional<String> floorHolder(Topics.Segment segment) {
        Map<String, Integer> counts = new HashMap<>();
        int all = 0;
        for (int index = segment.from(); index < segment.to(); index++) {
            Spoken spoken = talk.sentences().get(index);
            counts.merge(spoken.speaker(), spoken.words().size(), Integer::sum);
            all += spoken.words().size();
        }
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getValue() * 2 > all) {
                return Optional.of(talk.speakers().name(entry.getKey()));
            }
        }
        return Optional.empty();
    }

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
}
