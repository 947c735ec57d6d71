package dev.llmagents.team.meetmind.extract;

/**
 * What speaks for or against a sentence of a long talk being an action item, with its weight in a logistic score.
 *
 * <p>The weights were fitted by ridge logistic regression on meetings of product-design teams whose actions people had
 * marked (the AMI corpus, CC BY 4.0). Checked by fitting one half of the series and scoring the other: F1 of the marked
 * evidence 45 and 57. "Near" is within {@value LongTalkTasks#REACH} sentences.
 */
enum TaskSignal {
    BIAS(-7.43),
    /** Somebody is told: "you're going to …". */
    TOLD(0.50),
    /** How sure the grammar is of a task, 0 to 1. */
    SURE(1.18),
    /** Something is said about when. */
    DUE(0.18),
    /** Said by whoever leads the meeting. */
    LEAD(0.27),
    /** From 0 at seven tenths of the meeting to 1 at its end, where work is handed out. */
    LATE(2.10),
    /** In the last tenth. */
    END(0.33),
    NEXT_MEETING(0.92),
    /** Sentences near by that speak of the next meeting, at most 3. */
    NEXT_MEETING_NEAR(0.78),
    DELIVERABLE(0.79),
    DELIVERABLE_NEAR(0.31),
    TASK_WORD(1.09),
    TASK_WORD_NEAR(0.40),
    /** Names of people or roles, at most 2. */
    NAMES(0.77),
    NAMES_NEAR(0.57),
    /** Share of the sentences near by that the leader says. */
    LEAD_NEAR(1.20);

    private final double weight;

    TaskSignal(double weight) {
        this.weight = weight;
    }

    double weight() {
        return weight;
    }
}
