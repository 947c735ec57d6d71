package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.text.WordList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The verbs that Swedes promise with in the present tense, "jag mejlar dem", with their infinitives. Immutable. */
final class SwedishVerbs {
    /**
     * A verb found in a sentence.
     *
     * @param end index behind its last word
     */
    record Found(String infinitive, int end) {}

    private final Map<String, String> infinitives = new HashMap<>();

    static SwedishVerbs read() {
        SwedishVerbs verbs = new SwedishVerbs();
        for (String entry : WordList.read(SwedishVerbs.class, "verbs_sv.txt")) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                verbs.infinitives.put(entry.substring(0, equals), entry.substring(equals + 1));
            } else {
                String stem = entry.substring(0, entry.length() - 2);
                verbs.infinitives.put(entry, stem + "a");
            }
        }
        return verbs;
    }

    /** The infinitive of a present form of one word. */
    Optional<String> infinitive(String present) {
        return Optional.ofNullable(infinitives.get(present));
    }

    /** The verb at word {@code at}; "jag" may stand between it and its particle: "ser jag till". */
    Optional<Found> at(Remark remark, int at) {
        if (at >= remark.size()) {
            return Optional.empty();
        }
        String word = remark.word(at).lower();
        if (at + 1 < remark.size()) {
            String both = infinitives.get(word + " " + remark.word(at + 1).lower());
            if (both != null) {
                return Optional.of(new Found(both, at + 2));
            }
        }
        String infinitive = infinitives.get(word);
        return infinitive == null ? Optional.empty() : Optional.of(new Found(infinitive, at + 1));
    }
}
