package dev.llmagents.team.meetmind.extract;

/** What a phrase does in a conversation. The phrases of each stand in {@code cues_en.txt} and {@code cues_sv.txt}. */
enum Cue {
    /** The speaker takes something on. */
    COMMIT,
    /** The speaker could take something on. */
    COMMIT_WEAK,
    WE_COMMIT,
    /** The speaker asks the one spoken to to do something. */
    REQUEST,
    /** The speaker asks who will do something. */
    REQUEST_ANYONE,
    /** The speaker tells the one spoken to what to do. */
    YOU_ASSIGN,
    YOU_ASSIGN_WEAK,
    /** Between a name and what that person is to do. */
    THIRD_AUX,
    ACCEPT,
    REFUSE,
    /** Nobody knows, or it stays open. */
    UNKNOWN,
    DECIDE,
    DECIDE_WEAK,
    /** Speaks of deciding without a decision. */
    UNDECIDED,
    PROPOSE,
    /** Agrees with a proposal in so many words. */
    AGREE,
    /** Steers the meeting itself, however decided it sounds. */
    NO_DECISION,
    RISK,
    RISK_WEAK,
    NO_RISK,
    MUST,
    SHOULD,
    COULD,
    WONT,
    CONDITION,
    HEDGE,
    /** May stand between a cue and its verb. */
    ADVERB,
    /** May be cut off the beginning of a sentence. */
    OPENER,
    /** May be cut off the end of a task. */
    TAIL,
    /** A last word that makes a question of a statement. */
    TAG,
    /** A verb that is no task, whatever stands before it. */
    IDLE_VERB,
    ACTION_VERB,
    /** A task verb that says nothing without its object. */
    GENERIC_VERB,
    FAREWELL,
    NEXT_MEETING,
    /** What people hand in after a meeting. */
    DELIVERABLE,
    /** What people say when they hand out work. */
    TASK_WORD,
    /** What the person says who leads the meeting. */
    LEAD,
    RECAP,
    /** What a requirement is asked of: not the people in the room. */
    REQUIREMENT_SUBJECT,
    /** The group as one: "we". */
    GROUP,
    /** The speaker alone: "I". */
    SELF,
    NEGATION,
    MONEY,
    /** Words that sentences about what is to be have more often than others. */
    PLAN,
    /** Words of telling, asking and wishing. */
    RETELLING,
    /** Decides so clearly that it counts in any meeting. */
    DECIDE_FIRM,
    /** Fears so clearly that it counts in any meeting. */
    RISK_FIRM,
    /** Takes on what was spoken of before, and says no more: "leave it with me". */
    TAKE,
    /** The speaker owes what follows: "you'll get". */
    DELIVER,
    /** The one spoken to owes what follows: "you owe us". */
    OWE,
    /** Behind a thing that is handed to the one spoken to: "is yours". */
    YOURS,
    /** The speaker's own share: "put me down for". */
    SHARE,
    /** The speaker offers to do something, as a question. */
    OFFER_QUESTION,
    /** Tells by when something has to be there. */
    DEADLINE,
    /** Says that something is being worked on, with the thing behind it. */
    WORKING_ON,
    /** Asks when. */
    WHEN,
    /** Decides where people meet to settle things; in a long talk it is mere talk. */
    DECIDE_PLAIN,
    /** Asks of a thing where people meet to settle things; in a long talk it is mere talk. */
    MUST_PLAIN
}
