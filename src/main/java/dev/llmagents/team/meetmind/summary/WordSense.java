package dev.llmagents.team.meetmind.summary;

import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.text.StopWords;
import dev.llmagents.team.meetmind.word.WordList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Guesses from the words before it whether a word is used as a noun in this meeting: "the control", "our controls"
 * against "to control", "we control". Needs no dictionary, so it also knows the meeting's own words.
 */
final class WordSense {

    private static final Set<String> ENGLISH_BEFORE_NOUNS = WordList.read(WordSense.class, "before-nouns.en.txt");
    private static final Set<String> ENGLISH_BEFORE_VERBS = WordList.read(WordSense.class, "before-verbs.en.txt");
    private static final Set<String> SWEDISH_BEFORE_NOUNS = WordList.read(WordSense.class, "before-nouns.sv.txt");
    private static final Set<String> SWEDISH_BEFORE_VERBS = WordList.read(WordSense.class, "before-verbs.sv.txt");

    private final Map<String, int[]> evidence = new HashMap<>();
    private final EnglishVerbs verbs = new EnglishVerbs();
    private final Language language;

    private WordSense(Language language) {
        this.language = language;
    }

    static WordSense of(List<Spoken> sentences, Language language, StopWords stopWords) {
        Set<String> nouns = language == Language.EN ? ENGLISH_BEFORE_NOUNS : SWEDISH_BEFORE_NOUNS;
        Set<String> verbs = language == Language.EN ? ENGLISH_BEFORE_VERBS : SWEDISH_BEFORE_VERBS;
        WordSense sense = new WordSense(language);
        for (Spoken sentence : sentences) {
            List<String> words = sentence.words();
            for (int at = 1; at < words.size(); at++) {
                if (sentence.breakBefore()[at]) {
                    continue;
                }
                String before = words.get(at - 1);
                int side = nouns.contains(before) ? 0 : verbs.contains(before) ? 1 : -1;
                // "the modern design" tells nothing about "modern".
                boolean closes = at + 1 == words.size()
                        || sentence.breakBefore()[at + 1]
                        || stopWords.contains(words.get(at + 1)) && !isStandIn(words.get(at + 1));
                if (side == 1 || side == 0 && closes) {
                    int[] seen = sense.evidence.get(words.get(at));
                    if (seen == null) {
                        seen = new int[2];
                        sense.evidence.put(words.get(at), seen);
                    }
                    seen[side]++;
                }
            }
        }
        return sense;
    }

    /** "The noisy one": the word before is an adjective all the same. */
    private static boolean isStandIn(String word) {
        return switch (word) {
            case "one",
                    "ones",
                    "thing",
                    "things",
                    "stuff",
                    "kind",
                    "sort",
                    "way",
                    "part",
                    "parts",
                    "side",
                    "case",
                    "cases",
                    "people",
                    "guy",
                    "bit",
                    "time",
                    "times",
                    "number",
                    "type",
                    "types",
                    "level",
                    "point",
                    "area",
                    "idea" -> true;
            default -> false;
        };
    }

    /** Whether the word can close a noun phrase; true without evidence against it. */
    boolean isNoun(String word) {
        int[] seen = evidence.get(word);
        if (seen == null && !verbs.pastOfThird(word).isEmpty()) {
            return false;
        }
        return seen == null || seen[1] == 0 || seen[0] > seen[1];
    }

    /** Whether the word is at least as often a verb or a predicate as a noun. */
    boolean isVerb(String word) {
        int[] seen = evidence.get(word);
        return seen != null && seen[1] > seen[0];
    }

    /** Whether a determiner or preposition was ever heard before the word. */
    boolean isProvenNoun(String word) {
        int[] seen = evidence.get(word);
        if (seen == null || seen[0] + seen[1] == 0) {
            return language == Language.SV && hasSwedishArticle(word);
        }
        return seen[0] > seen[1] * 3 / 2;
    }

    /** Whether one of the forms was heard as a noun three times as often as not, and not just once. */
    boolean isSurelyNoun(Set<String> forms) {
        for (String form : forms) {
            int[] seen = evidence.get(form.toLowerCase(Locale.ROOT));
            if (seen != null && seen[0] >= 2 && seen[0] >= 3 * seen[1]
                    || language == Language.SV && hasSwedishArticle(form)) {
                return true;
            }
        }
        return false;
    }

    /** Swedish nouns carry their article at the end: "avtalet", "konsulterna". */
    static boolean hasSwedishArticle(String word) {
        return word.length() > 5
                && (word.endsWith("en")
                        || word.endsWith("et")
                        || word.endsWith("erna")
                        || word.endsWith("arna")
                        || word.endsWith("orna"));
    }
}
