package dev.llmagents.team.meetmind.summary;

import dev.llmagents.team.meetmind.word.WordList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Past tenses of the English verbs that meetings use; unknown verbs have none. Immutable. */
final class EnglishVerbs {

    private final Map<String, String> pastOfBase = new HashMap<>();
    private final Map<String, String> pastOfThird = new HashMap<>();
    private final Set<String> pasts = new HashSet<>();

    EnglishVerbs() {
        for (String entry : WordList.read(EnglishVerbs.class, "verbs.en.txt")) {
            int space = entry.indexOf(' ');
            String base = space < 0 ? entry : entry.substring(0, space);
            String past = space < 0 ? regular(base) : entry.substring(space + 1);
            pastOfBase.put(base, past);
            pastOfThird.put(third(base), past);
            pasts.add(past);
        }
    }

    /** The past of a base form ("need" to "needed"), or empty if the word is no verb we know. */
    String pastOfBase(String word) {
        return pastOfBase.getOrDefault(word, "");
    }

    /** The past of a form in -s ("needs" to "needed"), or empty. */
    String pastOfThird(String word) {
        return pastOfThird.getOrDefault(word, "");
    }

    boolean isPast(String word) {
        return pasts.contains(word);
    }

    private static String regular(String base) {
        if (base.endsWith("e")) {
            return base + "d";
        }
        int length = base.length();
        char last = base.charAt(length - 1);
        boolean consonantBefore = length > 1 && "aeiou".indexOf(base.charAt(length - 2)) < 0;
        if (last == 'y' && consonantBefore) {
            return base.substring(0, length - 1) + "ied";
        }
        // One short vowel before one consonant doubles it: plan, planned; two-syllable ones that do are named.
        boolean doubles = switch (base) {
            case "plan",
                    "drop",
                    "stop",
                    "ship",
                    "commit",
                    "permit",
                    "prefer",
                    "refer",
                    "submit",
                    "transfer",
                    "control" -> true;
            default -> false;
        };
        return doubles ? base + last + "ed" : base + "ed";
    }

    private static String third(String base) {
        if (base.equals("have")) {
            return "has";
        }
        char last = base.charAt(base.length() - 1);
        if (last == 'y' && "aeiou".indexOf(base.charAt(base.length() - 2)) < 0) {
            return base.substring(0, base.length() - 1) + "ies";
        }
        boolean hissing =
                last == 's' || last == 'x' || last == 'z' || last == 'o' || base.endsWith("ch") || base.endsWith("sh");
        return base + (hissing ? "es" : "s");
    }
}
