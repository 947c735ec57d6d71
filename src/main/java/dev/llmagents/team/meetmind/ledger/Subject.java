package dev.llmagents.team.meetmind.ledger;

import java.util.List;

/**
 * What a text is about: the words left of it when grammar, times, people and the verb of work are gone.
 *
 * @param terms each once, in order of appearance
 */
record Subject(List<Term> terms) {
    Subject {
        terms = List.copyOf(terms);
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** How the words of two texts lie to each other. */
    record Overlap(int common, int here, int there, boolean isTornByOrdinals) {
        /** The share of the first text's words that the second has, too. */
        double cover() {
            return here == 0 ? 0 : (double) common / here;
        }

        /** The share of the second text's words that the first has, too. */
        double back() {
            return there == 0 ? 0 : (double) common / there;
        }

        /** Whether each has words that the other lacks: then they may well be two things of one kind. */
        boolean isTwoSided() {
            return common < here && common < there;
        }

        /** From 0 to 2; more words in common win among equals. */
        double score() {
            return cover() + back() + Math.min(common, 5) * 0.01;
        }
    }

    Overlap with(Subject other) {
        int common = 0;
        boolean ordinalHere = false;
        for (Term term : terms) {
            if (other.terms.stream().anyMatch(term::isLike)) {
                common++;
            } else {
                ordinalHere |= term.isOrdinal();
            }
        }
        boolean ordinalThere = other.terms.stream()
                .anyMatch(term -> term.isOrdinal() && terms.stream().noneMatch(term::isLike));
        return new Overlap(common, terms.size(), other.terms.size(), ordinalHere && ordinalThere);
    }
}
