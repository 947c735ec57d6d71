package dev.llmagents.team.felicia.market;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * The part of the data gate that judges a file row by row, in file order: columns, numbers, dates, the as-of day. Rows up
 * to the as-of day and rows after it are kept apart, and of the latter nothing but their number and first date is
 * reported: their values must not reach anything. Use once.
 */
final class RowGate {
    private static final String[] NAMES = {"open", "high", "low", "close", "adjusted close", "volume"};
    private static final double ROUNDING = 1e-9;

    private final String symbol;
    private final DefectLog log;
    private final int asOf;
    private final PlainNumber number = new PlainNumber();
    private final RawBars known = new RawBars();
    private final RawBars later = new RawBars();
    private final double[] values = new double[RawBars.FIELDS];
    private boolean closeOnly;
    private boolean hasAdjusted;
    private boolean commaIsUsual;
    private boolean dayFirst;
    private boolean commaReported;
    private int firstLater = Integer.MAX_VALUE;
    private int firstLaterLine;
    private int lastDay = Integer.MIN_VALUE;

    RowGate(String symbol, LocalDate asOf, DefectLog log) {
        this.symbol = symbol;
        this.asOf = (int) asOf.toEpochDay();
        this.log = log;
    }

    /** Takes the columns; false if there is nothing to read without those that are missing. */
    boolean open(Header header, boolean decimalCommaIsUsual) {
        commaIsUsual = decimalCommaIsUsual;
        boolean readable = true;
        for (String needed : new String[] {"date", "close"}) {
            if (needed.equals("close") ? header.close(symbol) < 0 : header.position(needed) < 0) {
                String key = "data." + needed;
                String value = header.absent(needed).orElse("");
                log.add(
                        DefectCode.MISSING_VALUE,
                        1,
                        Optional.empty(),
                        value,
                        "there is no column for the " + needed + ": give its name as " + key);
                readable = false;
            }
        }
        for (String wished : new String[] {"open", "high", "low", "adj_close", "volume"}) {
            header.absent(wished)
                    .ifPresent(name -> log.add(
                            DefectCode.MISSING_VALUE,
                            Severity.WARN,
                            1,
                            Optional.empty(),
                            name,
                            "there is no column \"" + name + "\", which data." + wished + " names"));
        }
        if (header.mixesAdjustment(symbol)) {
            log.add(
                    DefectCode.ADJ_MIX,
                    1,
                    Optional.empty(),
                    "",
                    "the close is the adjusted one but the open is not: name the unadjusted close as data.close");
        }
        closeOnly = header.position("open") < 0 || header.position("high") < 0 || header.position("low") < 0;
        hasAdjusted = header.position("adj_close") >= 0;
        return readable;
    }

    /** How dates with slashes are read: 1 day first, -1 month first, 0 if the file does not tell. */
    void dayFirst(int order) {
        dayFirst = order > 0;
        if (order == 0) {
            log.add(
                    DefectCode.NUMBER_FORMAT,
                    Severity.WARN,
                    2,
                    Optional.empty(),
                    "",
                    "its dates may be read two ways and were read month first: write them as 2015-12-31");
        }
    }

    void row(byte[] bytes, int line, int[] from, int[] to, int dateCell) {
        int day = PlainDate.read(bytes, from[dateCell], to[dateCell], dayFirst);
        if (day == PlainDate.NONE) {
            String shown = DefectLog.shown(bytes, from[dateCell], to[dateCell]);
            DefectCode code = shown.isEmpty() ? DefectCode.MISSING_VALUE : DefectCode.NUMBER_FORMAT;
            log.add(code, line, Optional.empty(), shown, "the date \"" + shown + "\" is no date");
            return;
        }
        boolean judged = begins(day, line);
        boolean sound = numbers(bytes, line, from, to, day, judged);
        (judged ? known : later).add(day, line, values, sound);
    }

    /** Takes a row of which every number could be read and no price is zero. */
    void row(int line, int day, double[] numbers) {
        boolean judged = begins(day, line);
        System.arraycopy(numbers, 0, values, 0, RawBars.FIELDS);
        boolean sound = ordered(line, day, judged);
        (judged ? known : later).add(day, line, values, sound);
    }

    /** Whether the row is to be judged: rows after the as-of day are read but not judged. */
    private boolean begins(int day, int line) {
        if (day > asOf) {
            firstLater = Math.min(firstLater, day);
            firstLaterLine = firstLaterLine == 0 ? line : firstLaterLine;
            return false;
        }
        if (day < lastDay) {
            log.add(
                    DefectCode.UNSORTED,
                    line,
                    date(day),
                    "",
                    "the row stands after one of " + LocalDate.ofEpochDay(lastDay) + "; rows were sorted before use");
        }
        lastDay = day;
        return true;
    }

    private boolean numbers(byte[] bytes, int line, int[] from, int[] to, int day, boolean judged) {
        boolean sound = true;
        for (int field = 0; field < RawBars.FIELDS; field++) {
            boolean needed = field == RawBars.CLOSE
                    || field < RawBars.CLOSE && !closeOnly
                    || field == RawBars.ADJUSTED && hasAdjusted;
            PlainNumber.Kind kind = number.read(bytes, from[field], to[field], field == RawBars.VOLUME);
            values[field] = number.value();
            switch (kind) {
                case NUMBER -> {
                    if (field != RawBars.VOLUME && values[field] <= 0) {
                        sound = false;
                        note(judged, DefectCode.NON_POSITIVE, Severity.BLOCK, bytes, line, from, to, field, day);
                    }
                }
                case MISSING -> {
                    if (needed) {
                        boolean adjusted = field == RawBars.ADJUSTED;
                        sound &= adjusted;
                        Severity weight = adjusted ? Severity.WARN : Severity.BLOCK;
                        note(judged, DefectCode.MISSING_VALUE, weight, bytes, line, from, to, field, day);
                    }
                }
                case DECIMAL_COMMA -> {
                    if (judged) {
                        comma(DefectLog.shown(bytes, from[field], to[field]), line, day);
                    }
                }
                case UNREADABLE -> {
                    Severity weight = needed ? Severity.BLOCK : Severity.WARN;
                    sound &= !needed;
                    note(judged, DefectCode.NUMBER_FORMAT, weight, bytes, line, from, to, field, day);
                }
            }
        }
        complete();
        return sound && ordered(line, day, judged);
    }

    /** Fills in what the file does not have: one price a day stands for all four, the close for the adjusted close. */
    private void complete() {
        if (closeOnly) {
            Arrays.fill(values, RawBars.OPEN, RawBars.CLOSE, values[RawBars.CLOSE]);
        }
        if (Double.isNaN(values[RawBars.ADJUSTED])) {
            values[RawBars.ADJUSTED] = values[RawBars.CLOSE];
        }
        if (values[RawBars.VOLUME] < 0) {
            values[RawBars.VOLUME] = Double.NaN;
        }
    }

    private boolean ordered(int line, int day, boolean judged) {
        double low = values[RawBars.LOW];
        double high = values[RawBars.HIGH];
        double least = Math.min(values[RawBars.OPEN], values[RawBars.CLOSE]);
        double most = Math.max(values[RawBars.OPEN], values[RawBars.CLOSE]);
        if (low - ROUNDING <= least && most <= high + ROUNDING && low <= high + ROUNDING) {
            return true;
        }
        if (judged) {
            log.add(
                    DefectCode.OHLC_ORDER,
                    line,
                    date(day),
                    low + "/" + high,
                    "low " + low + " and high " + high + " do not enclose open " + values[RawBars.OPEN] + " and close "
                            + values[RawBars.CLOSE]);
        }
        return false;
    }

    private void comma(String shown, int line, int day) {
        if (!commaReported) {
            commaReported = true;
            log.add(
                    DefectCode.NUMBER_FORMAT,
                    commaIsUsual ? Severity.WARN : Severity.BLOCK,
                    line,
                    date(day),
                    shown,
                    "\"" + shown + "\" has a decimal comma, and so may others: write prices with a point");
        }
    }

    private void note(
            boolean judged,
            DefectCode code,
            Severity severity,
            byte[] bytes,
            int line,
            int[] from,
            int[] to,
            int field,
            int day) {
        if (!judged) {
            return;
        }
        String shown = DefectLog.shown(bytes, from[field], to[field]);
        String what = code == DefectCode.MISSING_VALUE
                ? "the " + NAMES[field] + " is missing"
                : code == DefectCode.NON_POSITIVE
                        ? "the " + NAMES[field] + " " + shown + " is not above zero"
                        : "the " + NAMES[field] + " \"" + shown + "\" is no number";
        log.add(code, severity, line, date(day), shown, what);
    }

    /** Reports the rows after the as-of day, if there were any. */
    void close() {
        if (later.size() > 0) {
            log.add(
                    DefectCode.AFTER_ASOF,
                    firstLaterLine,
                    date(firstLater),
                    String.valueOf(later.size()),
                    later.size() + " rows from here on are after the as-of day " + LocalDate.ofEpochDay(asOf)
                            + "; no signal sees them");
        }
    }

    RawBars known() {
        return known;
    }

    RawBars later() {
        return later;
    }

    private static Optional<LocalDate> date(int day) {
        return Optional.of(LocalDate.ofEpochDay(day));
    }
}
