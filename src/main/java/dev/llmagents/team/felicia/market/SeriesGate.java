package dev.llmagents.team.felicia.market;

import java.time.LocalDate;
import java.util.Optional;

/** The part of the data gate that judges rows against their neighbours, once sorted: repeats, gaps, jumps, frozen prices. */
final class SeriesGate {
    /** Equal bars on end that make a price frozen. */
    static final int FROZEN_BARS = 5;

    private static final int GAP_DAYS = 5;
    private static final double JUMP = 0.25;

    private final RawBars rows;
    private final DefectLog log;
    private final int needed;

    SeriesGate(RawBars sorted, DefectLog log, int neededBars) {
        this.rows = sorted;
        this.log = log;
        this.needed = neededBars;
    }

    /** Judges all rows and gives the instrument's series. */
    PriceSeries judge(Instrument instrument) {
        int lastSound = -1;
        int runStart = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (row > 0 && rows.day(row) == rows.day(row - 1)) {
                duplicate(row);
                continue;
            }
            if (row > 0 && rows.day(row) - rows.day(row - 1) > GAP_DAYS) {
                int gap = rows.day(row) - rows.day(row - 1);
                log.add(
                        DefectCode.DATE_GAP,
                        rows.line(row),
                        date(row),
                        String.valueOf(gap),
                        gap + " days lie between this row and the one before it");
            }
            if (lastSound >= 0) {
                jump(row, lastSound);
            }
            if (rows.sound(row)) {
                if (lastSound < 0 || !rows.samePrices(row, lastSound)) {
                    runStart = row;
                }
                frozen(runStart, row);
                lastSound = row;
            }
        }
        PriceSeries series = PriceSeries.of(instrument, rows);
        if (series.size() < needed) {
            log.add(
                    DefectCode.TOO_SHORT,
                    0,
                    Optional.empty(),
                    String.valueOf(series.size()),
                    "its " + series.size() + " bars up to the as-of day are fewer than the " + needed
                            + " the strategy needs: give a longer history or a shorter lookback");
        }
        return series;
    }

    private void duplicate(int row) {
        boolean equal = rows.samePrices(row, row - 1);
        log.add(
                DefectCode.DUPLICATE_DATE,
                equal ? Severity.WARN : Severity.BLOCK,
                rows.line(row),
                date(row),
                "",
                equal
                        ? "the date stands twice with the same prices; one was used"
                        : "the date stands twice with different prices");
    }

    private void jump(int row, int before) {
        double close = rows.value(RawBars.CLOSE, row);
        double move = close / rows.value(RawBars.CLOSE, before) - 1;
        if (!(Math.abs(move) > JUMP) || close <= 0) {
            return;
        }
        long percent = Math.round(move * 100);
        log.add(
                DefectCode.PRICE_JUMP,
                rows.line(row),
                date(row),
                String.valueOf(close),
                "the close moved by " + percent + " % in one row; a split that is not adjusted for looks like this");
        if (!rows.sound(row)) {
            return;
        }
        double adjustedMove = rows.value(RawBars.ADJUSTED, row) / rows.value(RawBars.ADJUSTED, before) - 1;
        double ratio = (1 + adjustedMove) / (1 + move);
        // The adjusted close did not follow: signals would see no jump, fills would be made at the new level.
        if (Math.abs(adjustedMove) <= JUMP && (ratio > 1 + JUMP || ratio < 1 / (1 + JUMP))) {
            log.add(
                    DefectCode.ADJ_MIX,
                    rows.line(row),
                    date(row),
                    String.valueOf(close),
                    "the close jumps where the adjusted close does not: adjust open, high, low and close for the split");
        }
    }

    /** Reports a frozen price once, at the first bar of its run, as soon as the run is long enough. */
    private void frozen(int start, int row) {
        int length = 0;
        for (int i = start; i <= row; i++) {
            length += rows.sound(i) && (i == 0 || rows.day(i) != rows.day(i - 1)) ? 1 : 0;
            if (length > FROZEN_BARS) {
                return;
            }
        }
        if (length == FROZEN_BARS) {
            log.add(
                    DefectCode.STALE_RUN,
                    rows.line(start),
                    date(start),
                    String.valueOf(rows.value(RawBars.CLOSE, start)),
                    "all four prices stay the same for " + FROZEN_BARS + " bars or more from here on");
        }
    }

    private Optional<LocalDate> date(int row) {
        return Optional.of(LocalDate.ofEpochDay(rows.day(row)));
    }
}
