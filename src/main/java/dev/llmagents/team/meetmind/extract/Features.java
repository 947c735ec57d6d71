package dev.llmagents.team.meetmind.extract;

import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.Feature;
import dev.llmagents.team.meetmind.Priority;
import dev.llmagents.team.meetmind.word.WordList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the things of the product that were asked for and ranks them: {@code score = weight of the strongest word × number
 * of people who asked + ln(1 + utterances that mention it)}, with weights 3 for must, 2 for should, 1 for could and 0 for
 * what is not wanted. Only what a requirement names is a feature. Stateless.
 */
public final class Features {
    private static final int MOST = 12;
    private static final int LONGEST_NAME = 3;
    /** What a thing is asked to do to something; the something is the feature. */
    private static final Set<String> VERBS = WordList.read(Features.class, "feature-verbs.txt");

    private Features() {}

    /** A feature while it is being counted. */
    private static final class Wanted {
        private final String name;
        private final int remark;
        private final double confidence;
        private final Set<String> requestedBy = new LinkedHashSet<>();
        private Priority priority;

        Wanted(String name, int remark, Priority priority, double confidence) {
            this.name = name;
            this.remark = remark;
            this.priority = priority;
            this.confidence = confidence;
        }
    }

    /** The features of a meeting, the most wanted first. */
    public static List<Feature> in(MeetingText meeting) {
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        for (Requirements.Asked asked : Requirements.asked(meeting)) {
            if (wanted.size() == Requirements.MOST_READ) {
                break;
            }
            Remark remark = meeting.remarks().get(asked.remark());
            String name = name(meeting, remark);
            Set<String> content = meeting.content(name);
            // In a long talk one word said once names nothing.
            boolean passing = meeting.isLongTalk() && content.size() == 1 && mentions(meeting, content) < 3;
            if (content.isEmpty() || passing || !isName(meeting, name, content)) {
                continue;
            }
            Wanted feature = wanted.computeIfAbsent(
                    String.join(" ", content),
                    any -> new Wanted(name, asked.remark(), asked.priority(), asked.confidence()));
            feature.requestedBy.add(remark.speaker());
            if (asked.priority().compareTo(feature.priority) < 0) {
                feature.priority = asked.priority();
            }
        }
        List<Feature> features = new ArrayList<>();
        for (Map.Entry<String, Wanted> entry : wanted.entrySet()) {
            features.add(feature(meeting, entry.getValue()));
        }
        features.sort((one, two) -> Double.compare(two.score(), one.score()));
        return features.size() <= MOST ? features : new ArrayList<>(features.subList(0, MOST));
    }

    private static Feature feature(MeetingText meeting, Wanted wanted) {
        int mentions = mentions(meeting, meeting.content(wanted.name));
        int weight = Priority.values().length - 1 - wanted.priority.ordinal();
        double score = weight * wanted.requestedBy.size() + Math.log1p(mentions);
        Remark remark = meeting.remarks().get(wanted.remark);
        return new Feature(
                wanted.name,
                wanted.priority,
                Math.round(score * 100) / 100.0,
                List.copyOf(wanted.requestedBy),
                mentions,
                Evidence.of(remark.sentence().utterance(), remark.text()),
                wanted.confidence,
                Source.RULES);
    }

    private static final Set<String> NO_NAMES = Set.of(
            "senast",
            "inne",
            "person",
            "people",
            "thing",
            "things",
            "way",
            "definitely",
            "saker",
            "sak",
            "possible",
            "needed",
            "ready",
            "klar",
            "klart");

    /** Whether a reader understands the name on its own: letters, no ordinals, and used more than once unless of two words. */
    private static boolean isName(MeetingText meeting, String name, Set<String> content) {
        List<SpokenWord> words = SpokenWord.of(name);
        for (SpokenWord word : words) {
            boolean digits = Character.isDigit(word.lower().charAt(0));
            boolean adverb = meeting.language() == dev.llmagents.team.meetmind.text.Language.EN
                    && word.lower().endsWith("ly");
            if (word.lower().length() < 3 && !(word.capital() && word.lower().length() == 2)
                    || digits
                    || adverb
                    || NO_NAMES.contains(word.lower())) {
                return false;
            }
        }
        if (words.size() == 1
                && (words.get(0).lower().equals("offline")
                        || words.get(0).lower().equals("online"))) {
            return false;
        }
        boolean verbLike = words.size() == 1
                && meeting.language() == dev.llmagents.team.meetmind.text.Language.EN
                && (name.endsWith("ing") || name.endsWith("ed") || name.endsWith("ate"));
        if (verbLike) {
            return false;
        }
        int mentions = mentions(meeting, content);
        return mentions >= 2
                || words.size() >= 2 && !meeting.isLongTalk()
                || words.get(0).lower().length() >= 6 && !meeting.isLongTalk();
    }

    /** The run of words with subject matter, behind the word of asking if there is one there, that the meeting uses most. */
    private static String name(MeetingText meeting, Remark remark) {
        int cue = 0;
        for (CueHit hit : remark.hits()) {
            boolean asks =
                    hit.cue() == Cue.MUST || hit.cue() == Cue.SHOULD || hit.cue() == Cue.COULD || hit.cue() == Cue.WONT;
            cue = asks && cue == 0 ? hit.end() : cue;
        }
        String behind = run(meeting, remark, cue, remark.size());
        return behind.isEmpty() ? run(meeting, remark, 0, cue) : behind;
    }

    private static String run(MeetingText meeting, Remark remark, int from, int to) {
        String best = "";
        int bestLength = 0;
        for (int at = from; at < to; ) {
            int end = at;
            while (end < to
                    && end - at < LONGEST_NAME
                    && isPart(meeting, remark, end)
                    && (end == at || remark.word(end - 1).mark() == ' ')) {
                end++;
            }
            if (end - at > bestLength) {
                bestLength = end - at;
                best = remark.text()
                        .substring(remark.word(at).start(), remark.word(end - 1).end());
            }
            at = Math.max(at + 1, end);
        }
        return best;
    }

    /** A word that can be part of a name: no function word, and no verb of asking or of work. */
    private static boolean isPart(MeetingText meeting, Remark remark, int at) {
        boolean cue = VERBS.contains(remark.word(at).lower())
                || remark.hasAt(Cue.MUST, at)
                || remark.hasAt(Cue.SHOULD, at)
                || remark.hasAt(Cue.COULD, at)
                || remark.hasAt(Cue.IDLE_VERB, at)
                || remark.hasAt(Cue.OPENER, at);
        return !cue && !meeting.isStopWord(remark.word(at).lower());
    }

    private static int mentions(MeetingText meeting, Set<String> content) {
        int mentions = 0;
        for (int turn = 0; turn < meeting.turns(); turn++) {
            boolean said = false;
            for (int i = meeting.firstOfTurn(turn); i < meeting.firstOfTurn(turn + 1) && !said; i++) {
                said = meeting.contentOf(meeting.remarks().get(i)).containsAll(content);
            }
            mentions += said ? 1 : 0;
        }
        return Math.max(1, mentions);
    }
}
