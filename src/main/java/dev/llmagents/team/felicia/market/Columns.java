package dev.llmagents.team.felicia.market;

/**
 * What the columns of a price file are called; an empty name means the usual ones (`Adj Close`, `adj_close`, `price`...).
 * Letter case, blanks and signs do not count. Immutable.
 */
public record Columns(String date, String open, String high, String low, String close, String adjClose, String volume) {
    public Columns {
        if (date == null || open == null || high == null || low == null || close == null) {
            throw new IllegalArgumentException("a column name is missing; an empty one means the usual names");
        }
        if (adjClose == null || volume == null) {
            throw new IllegalArgumentException("a column name is missing; an empty one means the usual names");
        }
    }

    /** The usual names for every column. */
    public static Columns usual() {
        return new Columns("", "", "", "", "", "", "");
    }
}
