package dev.llmagents.team.meetmind.extract;

/**
 * What speaks for or against a sentence of a long talk being a decision, with its weight in a logistic score.
 *
 * <p>Fitted and checked as {@link TaskSignal} is: F1 29 and 34, and 29 and 28 where the plan words and the words of
 * telling, too, are taken from the fitted half alone. A name with a number is the mean over so many sentences before and behind.
 */
enum DecisionSignal {
    BIAS(-5.26),
    DECIDE(0.38),
    /** Another speaker agrees in so many words within four turns. */
    AGREED(0.37),
    PROPOSE(0.33),
    /** From 0 at the beginning to 1 at the end. */
    POSITION(0.58),
    /** In the first twentieth. */
    EARLY(-0.43),
    /** In the last thirtieth, among the goodbyes. */
    LATE(-0.41),
    /** Logarithm of how many of its content words come up in at least four sentences of the meeting. */
    COMMON_TERMS(0.95),
    /** Steers the meeting. */
    STEERING(-0.43),
    MONEY(0.22),
    LEAD(0.29),
    DECIDE_NEAR(0.30),
    LEAD_NEAR(0.49),
    /** Plan words in the sentence, at most 4. */
    PLAN(0.52),
    /** Words of telling, asking and wishing in the sentence, at most 4. */
    RETELLING(-0.33),
    GROUP_3(0.62),
    GROUP_10(0.31),
    SELF_10(-0.83),
    LEAD_3(0.68),
    COMMON_TERMS_3(0.44),
    ASKING_3(0.28),
    ASKING_30(0.29),
    STEERING_3(-0.48),
    NEGATION_10(-0.58),
    MONEY_10(0.52),
    PROPOSE_3(0.32),
    /** Mean logarithm of the number of content words: long sentences are lectures. */
    LENGTH_30(-0.62);

    private final double weight;

    DecisionSignal(double weight) {
        this.weight = weight;
    }

    double weight() {
        return weight;
    }
}
