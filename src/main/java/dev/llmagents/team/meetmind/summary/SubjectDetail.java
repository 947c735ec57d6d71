package dev.llmagents.team.meetmind.summary;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says a subject of one word as fully as the meeting did: "the cost" becomes "the cost of the buttons" where somebody put
 * it so and both are subjects. Not safe for use by several threads.
 */
final class SubjectDetail {

    private static final Set<String> JOINTS = Set.of("of", "for", "om", "för", "av");
    private static final Set<String> ARTICLES = Set.of(
            "the", "a", "an", "our", "your", "their", "its", "this", "these", "those", "all", "den", "det", "de", "vår",
            "våra");
    private static final int LONGEST_TAIL = 3;

    private final Talk talk;
    private final Map<String, KeyPhrase> byForm = new HashMap<>();

    SubjectDetail(Talk talk) {
        this.talk = talk;
        for (KeyPhrase phrase : talk.keyPhrases().ranked()) {
            byForm.putIfAbsent(phrase.text().toLowerCase(Locale.ROOT), phrase);
        }
    }

    /** The subject with what it was said to be of or for in the stretch; itself where nothing fits. */
    KeyPhrase of(KeyPhrase subject, Segment segment, List<KeyPhrase> used) {
        if (subject.text().indexOf(' ') >= 0) {
            return subject;
        }
        KeyPhrase best = subject;
        double most = 0;
        for (int index : subject.sentences()) {
            if (index < segment.from() || index >= segment.to()) {
                continue;
            }
            List<String> words = talk.sentences().get(index).words();
            boolean[] breaks = talk.sentences().get(index).breakBefore();
            for (int at = 0; at + 2 < words.size(); at++) {
                if (words.get(at).equalsIgnoreCase(subject.text())
                        && JOINTS.contains(words.get(at + 1))
                        && !breaks[at + 1]
                        && !breaks[at + 2]) {
                    int start = ARTICLES.contains(words.get(at + 2)) ? at + 3 : at + 2;
                    Optional<KeyPhrase> tail = tail(words, breaks, start)
                            .filter(phrase -> !phrase.overlapsAny(List.of(subject)) && !phrase.overlapsAny(used));
                    if (tail.isPresent() && tail.get().weight() > most) {
                        most = tail.get().weight();
                        best = joined(subject, words.get(at + 1), tail.get());
                    }
                }
            }
        }
        return best;
    }

    /** The key phrase that the words from {@code start} to the next stop word or mark are. */
    private Optional<KeyPhrase> tail(List<String> words, boolean[] breaks, int start) {
        StringBuilder form = new StringBuilder();
        for (int at = start; at < words.size() && at < start + LONGEST_TAIL; at++) {
            if (at > start && breaks[at] || talk.stopWords().contains(words.get(at))) {
                break;
            }
            form.append(at > start ? " " : "").append(words.get(at));
        }
        return Optional.ofNullable(byForm.get(form.toString()));
    }

    private static KeyPhrase joined(KeyPhrase subject, String joint, KeyPhrase tail) {
        String text = subject.text() + ' ' + joint + ' ' + (tail.definite() ? "the " : "") + tail.text();
        boolean definite = subject.definite() || joint.equals("of");
        return new KeyPhrase(subject.key() + ' ' + tail.key(), text, definite, subject.weight(), subject.sentences());
    }
}
