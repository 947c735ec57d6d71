package dev.llmagents.team.felicia.market;

/** What the data gate finds in price files, with the severity it usually has; the names are stable. */
public enum DefectCode {
    /** A price or a whole column is not there. */
    MISSING_VALUE(Severity.BLOCK),
    /** A number or a date is written in a way that cannot be relied on, such as a decimal comma among commas. */
    NUMBER_FORMAT(Severity.BLOCK),
    /** A price of zero or below. */
    NON_POSITIVE(Severity.BLOCK),
    /** The low is above, or the high below, another price of the bar. */
    OHLC_ORDER(Severity.BLOCK),
    /** Two rows of one date; harmless, so only a warning, when they are equal. */
    DUPLICATE_DATE(Severity.BLOCK),
    /** A row stands after one of a later date; rows are sorted before use. */
    UNSORTED(Severity.WARN),
    /** More than five calendar days between two rows. */
    DATE_GAP(Severity.WARN),
    /** The close moved by more than a quarter from one row to the next: a split, an error, or true. */
    PRICE_JUMP(Severity.WARN),
    /** Five or more rows on end with the same four prices. */
    STALE_RUN(Severity.WARN),
    /** Rows after the as-of day, which no signal sees. */
    AFTER_ASOF(Severity.WARN),
    /** Fewer rows than the estimates need. */
    TOO_SHORT(Severity.BLOCK),
    /** Adjusted and unadjusted prices would be mixed: fills must have the adjustment signals have. */
    ADJ_MIX(Severity.BLOCK);

    private final Severity severity;

    DefectCode(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }
}
