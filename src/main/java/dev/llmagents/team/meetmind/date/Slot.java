package dev.llmagents.team.meetmind.date;

import java.util.Locale;

/** A place in a pattern that takes one word of a kind and remembers its value. */
enum Slot {
    /** A count, in digits or as a word. */
    N,
    /** A weekday, 1 (Monday) to 7. */
    WD,
    /** A weekday in the genitive or with an article. */
    WDGEN,
    /** A shortened weekday. */
    SHORT,
    /** A month, 1 to 12. */
    MON,
    /** A day of the month as a bare number. */
    D,
    /** A day of the month as a number with an ordinal ending. */
    NTH,
    /** A day of the month as an ordinal word. */
    ORD,
    /** A year of four digits. */
    YEAR,
    /** An ISO week, 1 to 53. */
    WEEK,
    /** An ISO week with its letter, "v48". */
    VWEEK,
    /** A quarter, "Q2". */
    Q,
    /** A date such as 2026-11-12. */
    ISO,
    /** Two or three numbers such as 13/11, 16.3 or 13/11/2026; kept as text. */
    DM,
    /** A time of day, 17:00 or 5pm. */
    CLOCK;

    /** Whether it takes numbers rather than only listed words. */
    boolean takesNumbers() {
        return switch (this) {
            case WD, WDGEN, SHORT, MON, ORD -> false;
            case N, D, NTH, YEAR, WEEK, VWEEK, Q, ISO, DM, CLOCK -> true;
        };
    }

    static Slot named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
