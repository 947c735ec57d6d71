package dev.llmagents.team.meetmind.summary;

import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.text.Stems;
import dev.llmagents.team.meetmind.text.StopWords;
import dev.llmagents.team.meetmind.word.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The noun phrases a meeting keeps coming back to.
 *
 * <p>Candidates are runs of one to three words that are no stop words, close with a noun (as {@link WordSense} sees it)
 * and stand between marks or stop words. A longer phrase takes its count away from the words inside it, after the
 * C-value of Frantzi, Ananiadou and Mima (2000).
 */
final class KeyPhrases {

    private static final int LONGEST = 3;
    /** What a phrase of one, two or three words counts per mention: longer ones say more. Fitted by hand. */
    private static final double[] LENGTH_WEIGHT = {0, 1.0, 2.0, 2.2};

    /** What a name counts that somebody by it "said" or "has" something. */
    private static final double PERSON = 0.3;

    private static final Set<String> PERSONS_DO = Set.of(
            "said", "says", "has", "had", "did", "does", "wants", "wanted", "thinks", "thought", "was", "is", "will",
            "would", "told", "asked", "came", "gave", "and", "can", "could", "sa", "har", "vill", "ska", "skulle",
            "kan", "var");

    private static final String[] ADJECTIVE_ENDINGS = {
        "al", "ive", "able", "ible", "ful", "ous", "ish", "less", "ic", "ed", "ly", "ing"
    };

    private final List<KeyPhrase> ranked;

    private KeyPhrases(List<KeyPhrase> ranked) {
        this.ranked = ranked;
    }

    /** All phrases, heaviest first. */
    List<KeyPhrase> ranked() {
        return ranked;
    }

    static KeyPhrases of(
            List<Spoken> sentences, Language language, StopWords stopWords, Stems stems, Speakers speakers) {
        Set<String> names = speakers.nameWords();
        WordSense sense = WordSense.of(sentences, language, stopWords);
        Set<String> vague = WordList.read(KeyPhrases.class, "vague-nouns." + language.code() + ".txt");
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        int words = 0;
        for (int index = 0; index < sentences.size(); index++) {
            Spoken sentence = sentences.get(index);
            words += sentence.words().size();
            collect(sentence, index, language, sense, stopWords, stems, names, vague, candidates);
        }
        int least = words < 600 ? 1 : words < 3000 ? 2 : 3;
        takeAwayNested(candidates);
        Set<String> countable = countable(candidates);
        List<KeyPhrase> ranked = new ArrayList<>();
        for (Candidate candidate : candidates.values()) {
            // An adjective is heard before nouns, hardly ever alone.
            boolean bare = candidate.determined * 5 < candidate.whole * 2 && !countable.contains(candidate.key);
            if (candidate.length == 1 && bare && least > 1 && !sense.isSurelyNoun(candidate.forms.keySet())) {
                continue;
            }
            boolean closes = candidate.length > 1
                    || candidate.whole * 3 >= candidate.count && !candidate.looksLikeAdjective(language);
            if (closes && candidate.free() >= (candidate.length > 1 ? Math.min(2, least) : least)) {
                KeyPhrase phrase = candidate.phrase(language, countable);
                if (!speakers.isLabel(phrase.text())) {
                    ranked.add(phrase);
                }
            }
        }
        ranked.sort(null);
        return new KeyPhrases(ranked);
    }

    private static void collect(
            Spoken sentence,
            int index,
            Language language,
            WordSense sense,
            StopWords stopWords,
            Stems stems,
            Set<String> names,
            Set<String> vague,
            Map<String, Candidate> candidates) {
        List<String> words = sentence.words();
        int size = words.size();
        for (int from = 0; from < size; from++) {
            StringBuilder key = new StringBuilder();
            for (int length = 1; length <= LONGEST && from + length <= size; length++) {
                int last = from + length - 1;
                String word = words.get(last);
                if (length > 1 && sentence.breakBefore()[last] || !isContent(word, stopWords, names)) {
                    break;
                }
                // "Flaskorna förorenar": after its article at the end a Swedish noun phrase is over.
                if (length > 1 && language == Language.SV && WordSense.hasSwedishArticle(words.get(last - 1))) {
                    break;
                }
                if (length > 1 && stems.of(word).equals(stems.of(words.get(last - 1)))) {
                    break;
                }
                key.append(length > 1 ? " " : "").append(stems.of(word));
                if (length == 1 && language == Language.SV && isSwedishNumber(word)) {
                    break;
                }
                boolean acronymOrNoun = length > 1
                        ? sense.isNoun(word) && !(word.endsWith("ed") && !sense.isProvenNoun(word))
                        : sense.isProvenNoun(word) && !vague.contains(word);
                if (!acronymOrNoun || sense.isVerb(words.get(from))) {
                    continue;
                }
                String phrase = key.toString();
                Candidate candidate = candidates.get(phrase);
                if (candidate == null) {
                    candidate = new Candidate(phrase, length);
                    candidates.put(phrase, candidate);
                }
                String before = wordBefore(sentence, from);
                boolean ends = last + 1 == size
                        || sentence.breakBefore()[last + 1]
                        || !isContent(words.get(last + 1), stopWords, names);
                boolean starts = before.isEmpty() || !isContent(before, stopWords, names);
                if (last + 1 < size && !sentence.breakBefore()[last + 1] && PERSONS_DO.contains(words.get(last + 1))) {
                    candidate.personal++;
                }
                candidate.add(index, form(sentence, from, length), before, starts && ends);
            }
        }
    }

    /** The word before a phrase, looking past one plain adjective: "the" for "the new login page". */
    private static String wordBefore(Spoken sentence, int from) {
        if (from == 0 || sentence.breakBefore()[from]) {
            return "";
        }
        String before = sentence.words().get(from - 1);
        switch (before) {
            case "new",
                    "old",
                    "first",
                    "second",
                    "last",
                    "main",
                    "final",
                    "whole",
                    "big",
                    "small",
                    "current",
                    "same",
                    "next",
                    "basic",
                    "original",
                    "real",
                    "other",
                    "little",
                    "existing",
                    "previous" -> {
                return from > 1 && !sentence.breakBefore()[from - 1]
                        ? sentence.words().get(from - 2)
                        : before;
            }
            default -> {
                return before;
            }
        }
    }

    private static boolean isSwedishNumber(String word) {
        return word.endsWith("hundra")
                || word.endsWith("tusen")
                || word.endsWith("tio")
                || word.equals("halv")
                || word.equals("klockan");
    }

    private static boolean isContent(String word, StopWords stopWords, Set<String> names) {
        if (word.length() < 3
                && !(word.length() == 2 && Character.isLetter(word.charAt(0)) && !stopWords.contains(word))) {
            return false;
        }
        if (!Character.isLetter(word.charAt(0)) || names.contains(word)) {
            return false;
        }
        if (stopWords.contains(word)) {
            return false;
        }
        // "manager's", "don't": an apostrophe word is a possessive or a short form, never the head of a subject.
        return word.indexOf('\'') < 0;
    }

    private static String form(Spoken sentence, int from, int length) {
        StringBuilder form = new StringBuilder();
        for (int at = from; at < from + length; at++) {
            String word = sentence.forms().get(at);
            // The first word of a sentence has its capital from there.
            boolean plain = at == 0 && word.length() > 1 && Character.isLowerCase(word.charAt(word.length() - 1));
            form.append(at > from ? " " : "").append(plain ? sentence.words().get(at) : word);
        }
        return form.toString();
    }

    /** The stems that were counted somewhere: "a frame", "frames". Alone in the singular they want an article. */
    private static Set<String> countable(Map<String, Candidate> candidates) {
        Set<String> stems = new HashSet<>();
        for (Candidate candidate : candidates.values()) {
            if (candidate.counted > 0) {
                stems.add(candidate.key.substring(candidate.key.lastIndexOf(' ') + 1));
            }
        }
        return stems;
    }

    private static void takeAwayNested(Map<String, Candidate> candidates) {
        for (Candidate longer : candidates.values()) {
            if (longer.length < 2 || longer.count < 2) {
                continue;
            }
            String[] stems = longer.key.split(" ");
            for (int from = 0; from < stems.length; from++) {
                StringBuilder key = new StringBuilder();
                for (int at = from; at < stems.length; at++) {
                    key.append(at > from ? " " : "").append(stems[at]);
                    Candidate inner = at - from + 1 < stems.length ? candidates.get(key.toString()) : null;
                    if (inner != null) {
                        inner.nested = Math.max(inner.nested, longer.count);
                    }
                }
            }
        }
    }

    private static final class Candidate {
        private final String key;
        private final int length;
        private final Map<String, Integer> forms = new HashMap<>();
        private final List<Integer> sentences = new ArrayList<>();
        private int count;
        private int whole;
        private int determined;
        private int counted;
        private int personal;
        private int nested;

        Candidate(String key, int length) {
            this.key = key;
            this.length = length;
        }

        void add(int sentence, String form, String before, boolean isWhole) {
            count++;
            forms.put(form, forms.getOrDefault(form, 0) + 1);
            sentences.add(sentence);
            if (!isWhole) {
                return;
            }
            whole++;
            switch (before) {
                case "the", "this", "that", "these", "those", "our", "your", "its", "their", "my" -> determined++;
                case "a", "an", "each", "every" -> {
                    determined++;
                    counted++;
                }
                default -> {}
            }
        }

        int free() {
            return count - nested;
        }

        /** A word with an ending of adjectives that was seldom said with an article and never in the plural. */
        boolean looksLikeAdjective(Language language) {
            if (language != Language.EN) {
                return false;
            }
            for (String form : forms.keySet()) {
                if (form.endsWith("s") && !form.endsWith("ous") && !form.endsWith("less")) {
                    return false;
                }
            }
            for (String form : forms.keySet()) {
                for (String ending : ADJECTIVE_ENDINGS) {
                    if (form.endsWith(ending)) {
                        return determined * 5 < whole * 3 || count < 4;
                    }
                }
            }
            return false;
        }

        KeyPhrase phrase(Language language, Set<String> countable) {
            String best = "";
            int most = 0;
            for (Map.Entry<String, Integer> form : forms.entrySet()) {
                boolean article = language == Language.SV && WordSense.hasSwedishArticle(form.getKey());
                int times = form.getValue() + (article ? count : 0);
                if (times > most || times == most && form.getKey().compareTo(best) < 0) {
                    most = times;
                    best = form.getKey();
                }
            }
            boolean english = language == Language.EN;
            boolean singular = english && (!best.endsWith("s") || best.endsWith("ss"));
            boolean wantsArticle = singular && countable.contains(key.substring(key.lastIndexOf(' ') + 1));
            boolean definite = determined * 5 >= whole * 2 && !isProperName(best);
            boolean plural =
                    !best.endsWith("s") && forms.getOrDefault(best + "s", 0) * (wantsArticle ? 12 : 6) >= count;
            if (!definite && plural) {
                best = best + "s";
            } else if (wantsArticle && !isProperName(best)) {
                definite = true;
            }
            return new KeyPhrase(key, best, definite, weight(best), sentences);
        }

        /** Somebody who is talked about is seldom the subject itself. */
        private double weight(String form) {
            double weight = free() * LENGTH_WEIGHT[length];
            return isProperName(form) && personal * 12 >= count ? weight * PERSON : weight;
        }

        /** "Spanish", "Food Inspection Agency", but not "LCD screen": names that stand without an article. */
        private static boolean isProperName(String form) {
            return form.length() > 1
                    && Character.isUpperCase(form.charAt(0))
                    && Character.isLowerCase(form.charAt(1))
                    && form.indexOf(' ') < 0;
        }
    }
}
