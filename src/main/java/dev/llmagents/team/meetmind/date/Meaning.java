package dev.llmagents.team.meetmind.date;

/**
 * What a phrase says about a day. Most take a number from the table (below: n) and many a count said in the phrase.
 *
 * <p>A phrase that names a whole week means its Friday, one that names the end of a longer period its last day: the day on
 * which the thing would be missed. A phrase that names a longer period without its end means no day.
 */
enum Meaning {
    /** The day n days after the meeting. */
    DAY,
    /** The day of the meeting, said by a part of the day; gives way to another day in the same sentence. */
    PART,
    /** The said count of hours later, by day. */
    HOURS_AHEAD,
    DAYS_AHEAD,
    WORKDAYS_AHEAD,
    WEEKS_AHEAD,
    MONTHS_AHEAD,
    YEARS_AHEAD,
    WEEKS_FROM_TOMORROW,
    /** The first such weekday after the meeting. */
    WEEKDAY,
    /** The first such weekday, the day of the meeting included. */
    WEEKDAY_OR_TODAY,
    /** The weekday of the n-th week after the week of the meeting. */
    WEEKDAY_OF_WEEK,
    WEEKDAY_OF_WEEKS_AHEAD,
    WEEKDAY_PLUS_WEEKS,
    WEEKDAY_OF_NUMBERED_WEEK,
    /** Monday of the n-th week after the week of the meeting. */
    WEEK_START,
    /** Friday of the n-th week after the week of the meeting. */
    WEEK_END,
    /** Sunday of the n-th week after the week of the meeting. */
    WEEKEND,
    /** Friday of the ISO week. */
    WEEK_NUMBER,
    MONTH_END,
    MONTH_NAMED_END,
    /** The last day before the named month. */
    MONTH_NAMED_START,
    QUARTER_END,
    QUARTER_NUMBERED_END,
    HALF_YEAR_END,
    YEAR_END,
    DAY_OF_MONTH,
    DAY_OF_NEXT_MONTH,
    DATE,
    ISO,
    /** Day, then month. */
    NUMERIC_DAY_FIRST,
    /** Day and month in an order that only their size can tell. */
    NUMERIC_EITHER_ORDER,
    /** Words about time that mean no certain day. */
    OPEN,
    /** Not about a time to come; hides the words from every other phrase. */
    NONE
}
