package dev.llmagents.team.meetmind.ledger;

import dev.llmagents.team.meetmind.text.Language;
import java.util.Set;

/** A word that says what something is about. */
record Term(String word, String stem, Language language) {
    private static final int LEAST_PART = 5;
    private static final Set<String> ENDS = Set.of("et", "en", "na", "n", "t", "erna", "arna", "orna");
    private static final int LEAST_START = 4;
    private static final double START_SHARE = 0.6;

    /** Whether both mean the same thing, as far as letters can tell. */
    boolean isLike(Term other) {
        if (word.equals(other.word) || (language == other.language && stem.equals(other.stem))) {
            return true;
        }
        if (language != other.language) {
            return isShared(word, other.word);
        }
        return language == Language.SV
                && (isPart(stem, other.stem)
                        || isPart(other.stem, stem)
                        || isForm(stem, other.stem)
                        || isForm(other.stem, stem));
    }

    /** Whether the word tells things of one kind apart: a number, or "second". */
    boolean isOrdinal() {
        if (Character.isDigit(word.charAt(0))) {
            return true;
        }
        return switch (word) {
            case "first",
                    "second",
                    "third",
                    "fourth",
                    "one",
                    "two",
                    "three",
                    "first's",
                    "old",
                    "new",
                    "första",
                    "andra",
                    "tredje",
                    "fjärde",
                    "gamla",
                    "nya",
                    "gammal",
                    "ny" -> true;
            default -> false;
        };
    }

    /** "lotteriet" is a "lotteri", which the stemmer does not see. */
    private static boolean isForm(String bare, String definite) {
        return bare.length() >= LEAST_PART
                && definite.startsWith(bare)
                && ENDS.contains(definite.substring(bare.length()));
    }

    /** "takoffert" is an "offert": Swedish puts what kind it is before, and speakers leave it out. */
    private static boolean isPart(String part, String whole) {
        return part.length() >= LEAST_PART && whole.length() > part.length() && whole.endsWith(part);
    }

    /** Names and loanwords look alike in both languages but for their ends: "Kibana", "Kibana-panelerna". */
    private static boolean isShared(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int longer = Math.max(one.length(), other.length());
        int same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same >= LEAST_START && same >= START_SHARE * longer;
    }
}
