package dev.llmagents.team.meetmind.transcript;

import dev.llmagents.team.meetmind.word.WordList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;

/** How much a label, the words before a colon or a time, looks like the name of somebody. */
enum LabelShape {
    /** No name: part of a sentence, a heading of notes, an address, a number. */
    NONE,
    /** Could be one, as in {@code anna} or {@code spk_0}, if the rest of the input speaks for it. */
    LOOSE,
    /** One capitalised word or one with digits: a first name, a role, or any word that begins a sentence. */
    WORD,
    /** Several capitalised words, a name with its title or a numbered speaker. */
    NAME;

    private static final Set<String> NOT_NAMES = notNames();

    /** Words inside names and roles that are written small, in the languages of Europe. */
    private static final Set<String> PARTICLES = Set.of(
            "van",
            "von",
            "der",
            "den",
            "de",
            "la",
            "le",
            "du",
            "di",
            "da",
            "del",
            "af",
            "av",
            "bin",
            "ibn",
            "al",
            "el",
            "y",
            "e",
            "zu",
            "ten",
            "ter",
            "of",
            "the",
            "and",
            "och",
            "för",
            "for",
            "i",
            "&",
            "och/eller",
            "till");

    /** What may stand before a full stop inside a name. */
    private static final Set<String> TITLES = Set.of(
            "mr", "mrs", "ms", "mx", "dr", "prof", "hon", "rt", "st", "sr", "jr", "fr", "rev", "sen", "rep", "gov",
            "capt", "lt", "col", "gen", "sgt", "ing", "dipl", "tekn", "fil", "jur", "adv", "mme", "mlle", "docent");

    private static final int LONGEST = 120;
    private static final int LONGEST_OUTSIDE_BRACKETS = 60;
    private static final int MOST_WORDS = 7;
    private static final int MOST_SMALL_WORDS = 3;

    boolean isAtLeast(LabelShape other) {
        return compareTo(other) >= 0;
    }

    /** The shape of {@code label}, which is stripped. */
    static LabelShape of(String label) {
        if (label.isEmpty() || label.length() > LONGEST || hasForeignCharacter(label)) {
            return NONE;
        }
        String outside = outsideBrackets(label);
        if (outside.isEmpty() || outside.length() > LONGEST_OUTSIDE_BRACKETS) {
            return NONE;
        }
        if (isTelephoneNumber(outside)) {
            return NAME;
        }
        StringTokenizer tokens = new StringTokenizer(outside, " \t,\u00A0");
        List<String> words = new ArrayList<>(4);
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        return ofWords(words, outside.length() < label.length());
    }

    private static LabelShape ofWords(List<String> words, boolean hasBrackets) {
        if (words.size() > MOST_WORDS) {
            return NONE;
        }
        int capital = 0;
        int small = 0;
        int numbers = 0;
        int listed = 0;
        boolean title = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String plain = withoutPoint(word).toLowerCase(Locale.ROOT);
            boolean pointed = plain.length() < word.length();
            boolean isTitle = pointed && TITLES.contains(plain);
            if (pointed && i < words.size() - 1 && !isTitle && plain.length() > 1 && !isInitials(word)) {
                return NONE;
            }
            title |= isTitle;
            boolean isSmall = Character.isLowerCase(word.codePointAt(0));
            if (PARTICLES.contains(plain) && (isSmall || (i == 0 && words.size() > 1) || word.equals("&"))) {
                continue;
            }
            if (!isTitle && NOT_NAMES.contains(plain) && !(pointed && plain.length() == 1)) {
                listed++;
            }
            if (!hasLetter(word)) {
                numbers++;
            } else if (isSmall && !hasCapitalInside(word)) {
                small++;
            } else {
                capital++;
            }
        }
        if (capital + small == 0) {
            return NONE;
        }
        if (listed > 0 && !title) {
            // Han, Key and Still are common words here and names elsewhere.
            return listed == 1 && capital > 1 && small == 0 ? LOOSE : NONE;
        }
        if (small > 0) {
            return small <= MOST_SMALL_WORDS ? LOOSE : NONE;
        }
        return capital > 1 || title || numbers > 0 || hasBrackets ? NAME : WORD;
    }

    private static boolean hasForeignCharacter(String label) {
        for (int i = 0; i < label.length(); i++) {
            if ("?!;<>{}|=\\…→✓✔".indexOf(label.charAt(i)) >= 0 || Character.isISOControl(label.charAt(i))) {
                return true;
            }
        }
        return label.contains("://") || label.contains("..") || label.startsWith("/");
    }

    private static String outsideBrackets(String label) {
        if (label.indexOf('(') < 0 && label.indexOf('[') < 0) {
            return label;
        }
        StringBuilder outside = new StringBuilder(label.length());
        int depth = 0;
        for (int i = 0; i < label.length(); i++) {
            char letter = label.charAt(i);
            if (letter == '(' || letter == '[') {
                depth++;
            } else if (letter == ')' || letter == ']') {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0) {
                outside.append(letter);
            }
        }
        return outside.toString().strip();
    }

    private static boolean isTelephoneNumber(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (TimeText.isDigit(letter)) {
                digits++;
            } else if (" +-/*".indexOf(letter) < 0) {
                return false;
            }
        }
        return digits >= 7;
    }

    private static String withoutPoint(String word) {
        return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    }

    /** {@code J.R.} and {@code S.}: single letters with points. */
    private static boolean isInitials(String word) {
        for (int i = 1; i < word.length(); i += 2) {
            if (word.charAt(i) != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean hasLetter(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isLetter(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** As in {@code d'Entremont}; {@code iPhone} and {@code eBay} are written so too. */
    private static boolean hasCapitalInside(String word) {
        for (int i = 1; i < word.length(); i++) {
            if (Character.isUpperCase(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> notNames() {
        Set<String> words = new HashSet<>(WordList.read(LabelShape.class, "not-names.en.txt"));
        words.addAll(WordList.read(LabelShape.class, "not-names.sv.txt"));
        return words;
    }
}
