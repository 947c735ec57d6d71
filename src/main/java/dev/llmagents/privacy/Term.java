package dev.llmagents.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A sensitive term taken apart.
 *
 * @param kind whether it is a person's name or that of a body
 * @param words its words, titles left out
 * @param between what stands between them, one less than words
 */
record Term(PiiKind kind, List<String> words, List<String> between) {
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "prof",
            "professor",
            "sir",
            "dame",
            "madam",
            "mme",
            "lord",
            "lady",
            "hon",
            "rt",
            "the",
            "herr",
            "fru",
            "fröken",
            "doktor",
            "phd",
            "md",
            "jr",
            "sr",
            "jur",
            "civ",
            "tekn",
            "right",
            "honourable",
            "honorable",
            "reverend",
            "rev",
            "father",
            "sister",
            "captain",
            "judge",
            "senator",
            "councillor",
            "mayor",
            "minister",
            "president",
            "chair",
            "chairman",
            "chairwoman",
            "ordförande",
            "sekreterare");
    private static final Set<String> LEGAL_FORMS = Set.of(
            "ab",
            "hb",
            "kb",
            "publ",
            "ltd",
            "limited",
            "inc",
            "llc",
            "llp",
            "plc",
            "corp",
            "corporation",
            "gmbh",
            "ag",
            "oy",
            "oyj",
            "aps",
            "bv",
            "nv",
            "sa",
            "sarl",
            "srl",
            "spa",
            "ideell",
            "förening",
            "stiftelse",
            "kommun",
            "region");
    private static final Set<String> PARTICLES = Set.of(
            "von", "van", "der", "den", "de", "af", "av", "di", "da", "du", "la", "le", "el", "bin", "ben", "al", "och",
            "and");

    Term {
        words = List.copyOf(words);
        between = List.copyOf(between);
    }

    /** The terms {@code written} stands for: what is in brackets behind a name, a party or company, is one of its own. */
    static List<Term> of(String written) {
        List<Term> terms = new ArrayList<>();
        int open = written.indexOf('(');
        if (open <= 0) {
            add(written, false, terms);
            return terms;
        }
        int close = written.indexOf(')', open);
        add(written.substring(0, open), false, terms);
        add(written.substring(open + 1, close < 0 ? written.length() : close), true, terms);
        if (close >= 0) {
            add(written.substring(close + 1), false, terms);
        }
        return terms;
    }

    private static void add(String written, boolean party, List<Term> terms) {
        List<String> words = new ArrayList<>();
        List<String> between = new ArrayList<>();
        boolean body = party;
        int end = 0;
        int at = 0;
        while (at < written.length()) {
            if (!Folding.isWordPart(written.charAt(at))) {
                at++;
                continue;
            }
            int start = at;
            while (at < written.length() && Folding.isWordPart(written.charAt(at))) {
                at++;
            }
            String word = written.substring(start, at);
            String lower = word.toLowerCase(Locale.ROOT);
            body |= !words.isEmpty() && LEGAL_FORMS.contains(lower);
            if (!TITLES.contains(lower)) {
                if (!words.isEmpty()) {
                    between.add(written.substring(end, start));
                }
                words.add(word);
                end = at;
            }
        }
        if (!words.isEmpty()) {
            terms.add(new Term(body ? PiiKind.PARTY : PiiKind.PERSON, words, between));
        }
    }

    /** The term as it is put back. */
    String spelling() {
        return spelling(0, words.size());
    }

    String spelling(int from, int to) {
        StringBuilder text = new StringBuilder(words.get(from));
        for (int i = from + 1; i < to; i++) {
            text.append(between.get(i - 1)).append(words.get(i));
        }
        return text.toString();
    }

    /** The stretches of words that stand for the person by themselves: first names, surnames, halves of double names. */
    List<int[]> parts() {
        List<int[]> parts = new ArrayList<>();
        if (kind != PiiKind.PERSON || words.size() < 2 || hasDigit()) {
            return parts;
        }
        boolean written = words.stream().anyMatch(word -> Character.isUpperCase(word.charAt(0)));
        int from = 0;
        while (from < words.size()) {
            int to = from + 1;
            while (to < words.size() && between.get(to - 1).indexOf(' ') < 0) {
                to++;
            }
            if (to - from < words.size() && to - from > 1) {
                parts.add(new int[] {from, to});
            }
            for (int i = from; i < to; i++) {
                if (names(words.get(i), written)) {
                    parts.add(new int[] {i, i + 1});
                }
            }
            from = to;
        }
        return parts;
    }

    private static boolean names(String word, boolean written) {
        return word.length() > 1
                && (!written || Character.isUpperCase(word.charAt(0)))
                && !PARTICLES.contains(word.toLowerCase(Locale.ROOT));
    }

    private boolean hasDigit() {
        return words.stream().anyMatch(word -> word.chars().anyMatch(Character::isDigit));
    }
}
