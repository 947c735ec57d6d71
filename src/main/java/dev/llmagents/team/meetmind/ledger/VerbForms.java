package dev.llmagents.team.meetmind.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which verbs of work mean one and the same, in English and Swedish together, and which of their forms say that it is over.
 * Immutable and safe to share.
 */
final class VerbForms {
    /** The group of verbs such as "do", which go with any other. */
    static final String ANY = "any";

    private static final List<String> PARTICLES =
            List.of("färdig", "under", "på", "upp", "in", "ut", "av", "om", "till", "ned", "ner", "fram", "över");

    private final Map<String, String> groups = new HashMap<>();
    private final Map<String, Set<String>> over = new HashMap<>();

    private VerbForms() {}

    static VerbForms read() {
        VerbForms forms = new VerbForms();
        for (String line : PhraseBook.lines("verbs.txt")) {
            int colon = line.indexOf(':');
            int bar = line.indexOf('|');
            String group = line.substring(0, colon);
            for (String verb : PhraseBook.entries(line.substring(colon + 1, bar))) {
                forms.groups.put(verb, group);
            }
            forms.over.put(group, new HashSet<>(PhraseBook.entries(line.substring(bar + 1))));
        }
        return forms;
    }

    /** The group of a verb as tasks begin with it; empty for a word that is not known as one. */
    Optional<String> group(String verb) {
        return Optional.ofNullable(groups.get(verb));
    }

    /** Whether {@code word} is a form of some verb of work. */
    boolean isVerb(String word) {
        String bare = withoutParticle(word);
        return groups.containsKey(word)
                || over.values().stream().anyMatch(forms -> forms.contains(word) || forms.contains(bare));
    }

    /** Whether {@code word} says that {@code task} is over: "sent" for "send". */
    boolean isOver(String word, TaskVerb task) {
        if (task.group().isPresent()) {
            Set<String> forms = over.get(task.group().get());
            return forms.contains(word) || forms.contains(withoutParticle(word));
        }
        return isPast(word) && (task.isStem(word) || task.isStem(withoutParticle(word)));
    }

    /** "påskrivet" is "skrivet", as in "skriva på". */
    private static String withoutParticle(String word) {
        for (String particle : PARTICLES) {
            if (word.startsWith(particle) && word.length() > particle.length() + 3) {
                return word.substring(particle.length());
            }
        }
        return word;
    }

    private static boolean isPast(String word) {
        return word.endsWith("ed")
                || word.endsWith("ade")
                || word.endsWith("at")
                || word.endsWith("ad")
                || word.endsWith("de")
                || word.endsWith("te")
                || word.endsWith("t");
    }
}
