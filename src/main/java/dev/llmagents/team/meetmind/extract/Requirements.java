package dev.llmagents.team.meetmind.extract;

import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.Priority;
import dev.llmagents.team.meetmind.Requirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what the product or service under discussion is asked to be or do, with its MoSCoW priority from the word it was
 * asked with. Stateless.
 */
public final class Requirements {
    /** A list longer than this helps nobody; the strongest and most repeated stay. */
    private static final int MOST = 15;
    /** Counting the mentions of each takes a look at the whole meeting: an endless input stays cheap. */
    static final int MOST_READ = 100;

    private static final Set<String> PERSONS = Set.of(
            "i",
            "you",
            "he",
            "she",
            "jag",
            "du",
            "han",
            "hon",
            "ni",
            "vi",
            "we",
            "någon",
            "nån",
            "somebody",
            "someone",
            "anyone",
            "we'd",
            "i'd");

    private static final Set<String> SELF = Set.of("i", "jag", "you", "du", "ni");

    /**
     * A sentence that asks for something.
     *
     * @param remark index of the sentence
     */
    record Asked(int remark, Priority priority, double confidence) {}

    private Requirements() {}

    /** The requirements of a meeting, by line. */
    public static List<Requirement> in(MeetingText meeting) {
        List<Requirement> requirements = new ArrayList<>();
        List<Set<String>> contents = new ArrayList<>();
        Wording wording = new Wording(meeting);
        for (Asked asked : asked(meeting)) {
            if (contents.size() == MOST_READ) {
                break;
            }
            Remark remark = meeting.remarks().get(asked.remark());
            Set<String> content = meeting.contentOf(remark);
            if (content.isEmpty() || isKnown(contents, content)) {
                continue;
            }
            contents.add(content);
            int label = Labels.after(remark, Labels.Kind.REQUIREMENT).orElse(remark.start());
            requirements.add(new Requirement(
                    wording.need(remark, label),
                    asked.priority(),
                    remark.speaker(),
                    mentions(meeting, content),
                    Evidence.of(remark.sentence().utterance(), remark.text()),
                    asked.confidence(),
                    Source.RULES));
        }
        return strongest(requirements);
    }

    private static List<Requirement> strongest(List<Requirement> all) {
        if (all.size() <= MOST) {
            return all;
        }
        List<Requirement> ranked = new ArrayList<>(all);
        ranked.sort((one, two) -> {
            int byConfidence = Double.compare(two.confidence(), one.confidence());
            int byPriority = one.priority().compareTo(two.priority());
            int byMentions = Integer.compare(two.mentions(), one.mentions());
            return byConfidence != 0 ? byConfidence : byPriority != 0 ? byPriority : byMentions;
        });
        List<Requirement> strongest = new ArrayList<>(ranked.subList(0, MOST));
        strongest.sort((one, two) ->
                Integer.compare(one.evidence().line(), two.evidence().line()));
        return strongest;
    }

    /** The sentences that ask for something, by place. */
    static List<Asked> asked(MeetingText meeting) {
        List<Asked> all = new ArrayList<>();
        boolean formal = meeting.isFormal();
        for (int i = 0; i < meeting.remarks().size(); i++) {
            Remark remark = meeting.remarks().get(i);
            if (Labels.after(remark, Labels.Kind.REQUIREMENT).isPresent()) {
                all.add(new Asked(i, priority(remark).orElse(Priority.MUST), 0.95));
                continue;
            }
            Optional<CueHit> cue = cue(meeting, remark);
            if (cue.isPresent() && !formal && !isDeadline(meeting, remark)) {
                all.add(new Asked(i, priority(cue.get().cue()), cue.get().cue() == Cue.MUST ? 0.75 : 0.65));
            }
        }
        return all;
    }

    /** "The accounts must be ready by the 31st": asks for a time, not for a property. */
    private static boolean isDeadline(MeetingText meeting, Remark remark) {
        return remark.has(Cue.DEADLINE)
                && !meeting.isLongTalk()
                && meeting.dueDates().in(remark.text(), Optional.empty()).isPresent();
    }

    private static Optional<Priority> priority(Remark remark) {
        for (CueHit hit : remark.hits()) {
            switch (hit.cue()) {
                case MUST, SHOULD, COULD, WONT -> {
                    return Optional.of(priority(hit.cue()));
                }
                default -> {
                    // no word of asking
                }
            }
        }
        return Optional.empty();
    }

    private static Priority priority(Cue cue) {
        return switch (cue) {
            case SHOULD -> Priority.SHOULD;
            case COULD -> Priority.COULD;
            case WONT -> Priority.WONT;
            default -> Priority.MUST;
        };
    }

    /** The word of asking, if what it is asked of is a thing or the people it is made for, not somebody in the room. */
    private static Optional<CueHit> cue(MeetingText meeting, Remark remark) {
        if (remark.asks() || remark.size() < 4 || remark.has(Cue.REQUEST)) {
            return Optional.empty();
        }
        Optional<CueHit> found = Optional.empty();
        for (CueHit hit : remark.hits()) {
            boolean asks = hit.cue() == Cue.MUST
                    || hit.cue() == Cue.SHOULD
                    || hit.cue() == Cue.COULD
                    || hit.cue() == Cue.WONT
                    || hit.cue() == Cue.MUST_PLAIN && !meeting.isLongTalk();
            if (asks && isAskedOfThing(meeting, remark, hit)) {
                // "it would be nice": the gentler word beside a stronger one tells how much it is wanted.
                if (found.isEmpty()
                        || hit.cue() == Cue.WONT
                        || hit.cue() != Cue.MUST_PLAIN
                                && hit.cue().compareTo(found.get().cue()) > 0
                                && hit.at() <= found.get().end()) {
                    found = Optional.of(hit);
                }
            }
        }
        return found;
    }

    private static boolean isAskedOfThing(MeetingText meeting, Remark remark, CueHit hit) {
        if (remark.hasBefore(Cue.CONDITION, hit.at())
                || meeting.contentOf(remark).size() < (meeting.isLongTalk() ? 3 : 1)) {
            return false;
        }
        boolean wish = hit.cue() == Cue.COULD || hit.end() - hit.at() >= 3;
        int from = Math.max(0, hit.at() - 6);
        boolean thing = false;
        boolean person = false;
        boolean self = false;
        for (int at = hit.at() - 1; at >= from && !thing && !person; at--) {
            SpokenWord word = remark.word(at);
            if (word.mark() != ' ' && at < hit.at() - 1) {
                break;
            }
            person = PERSONS.contains(word.lower());
            self |= person && SELF.contains(word.lower());
            thing = !person && remark.hasAt(Cue.REQUIREMENT_SUBJECT, at);
        }
        if (meeting.isLongTalk()
                && hit.cue() == Cue.SHOULD
                && meeting.contentOf(remark).size() < 4) {
            return false;
        }
        if (person) {
            return !self && isWishOfGroup(remark, hit);
        }
        String behind = hit.end() < remark.size() ? remark.word(hit.end()).lower() : "";
        if (PERSONS.contains(behind) && hit.at() <= remark.start() + 1) {
            return false; // "Då måste någon ringa kunderna"
        }
        // "The download must be in the first version": a thing by its article.
        boolean must = hit.cue() == Cue.MUST || hit.cue() == Cue.MUST_PLAIN;
        int first = remark.start();
        thing |= must
                && !meeting.isLongTalk()
                && first < hit.at()
                && hit.at() - first <= 4
                && Set.of("the", "all", "every", "each")
                        .contains(remark.word(first).lower())
                && meeting.names().at(remark.words(), hit.at() - 1).isEmpty();
        // "Handläggarna ska kunna …": a definite plural.
        thing |= must
                && !meeting.isLongTalk()
                && hit.at() == first + 1
                && remark.word(first).lower().endsWith("na")
                && meeting.names().at(remark.words(), first).isEmpty();
        boolean negated = hit.at() > 0 && remark.word(hit.at() - 1).lower().endsWith("n't");
        if (hit.cue() == Cue.MUST_PLAIN && (!thing || negated)) {
            return false;
        }
        // "Sen bör kvittot gå att mejla": the subject stands behind the verb.
        for (int at = hit.end();
                at < Math.min(remark.size(), hit.end() + 2) && !thing && hit.at() <= remark.start() + 1;
                at++) {
            thing = remark.hasAt(Cue.REQUIREMENT_SUBJECT, at)
                    && !PERSONS.contains(remark.word(hit.end()).lower());
        }
        return thing || wish || hit.at() == remark.start() && !meeting.isLongTalk();
    }

    /** "We would need audit logging", "vi vill kunna boka på nätet": the group speaks as the customer. */
    private static boolean isWishOfGroup(Remark remark, CueHit hit) {
        String cue = remark.text()
                .substring(
                        remark.word(hit.at()).start(),
                        remark.word(hit.end() - 1).end())
                .toLowerCase(Locale.ROOT);
        return switch (cue) {
            case "we'd need",
                    "we'd also need",
                    "would also need",
                    "would need",
                    "need to support",
                    "need support for",
                    "want to be able to",
                    "must be able to",
                    "need to be able to",
                    "have to be able to",
                    "we require",
                    "vill kunna",
                    "behöver kunna",
                    "ska kunna",
                    "skulle vilja kunna",
                    "önskar",
                    "kräver",
                    "absolutely need" -> true;
            default -> hit.cue() == Cue.COULD;
        };
    }

    private static boolean isKnown(List<Set<String>> contents, Set<String> content) {
        for (Set<String> known : contents) {
            Set<String> common = new HashSet<>(known);
            common.retainAll(content);
            int smaller = Math.min(known.size(), content.size());
            if (common.size() >= Math.min(2, smaller) && common.size() >= 0.7 * smaller) {
                return true;
            }
        }
        return false;
    }

    /** In how many utterances at least half of what the requirement is about comes up. */
    private static int mentions(MeetingText meeting, Set<String> content) {
        int mentions = 0;
        int needed = Math.max(1, (content.size() + 1) / 2);
        for (int turn = 0; turn < meeting.turns(); turn++) {
            Set<String> said = new HashSet<>();
            for (int i = meeting.firstOfTurn(turn); i < meeting.firstOfTurn(turn + 1); i++) {
                for (String word : meeting.contentOf(meeting.remarks().get(i))) {
                    if (content.contains(word)) {
                        said.add(word);
                    }
                }
            }
            mentions += said.size() >= needed ? 1 : 0;
        }
        return Math.max(1, mentions);
    }
}
