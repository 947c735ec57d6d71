package dev.llmagents.team.felicia.market;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * The bars of one instrument, oldest first, one a date. Immutable; parts of it share its arrays.
 *
 * <p>Fills and money use open, high, low and close as traded; returns use the adjusted close, which is the close where the
 * file has none.
 */
public final class PriceSeries {
    private final Instrument instrument;
    private final int size;
    private final int[] days;
    private final double[] opens;
    private final double[] highs;
    private final double[] lows;
    private final double[] closes;
    private final double[] adjusted;
    private final double[] volumes;

    private PriceSeries(Instrument instrument, int size, int[] days, double[][] values) {
        this.instrument = instrument;
        this.size = size;
        this.days = days;
        this.opens = values[RawBars.OPEN];
        this.highs = values[RawBars.HIGH];
        this.lows = values[RawBars.LOW];
        this.closes = values[RawBars.CLOSE];
        this.adjusted = values[RawBars.ADJUSTED];
        this.volumes = values[RawBars.VOLUME];
    }

    /** The sound rows of {@code rows}, which are sorted; of rows with one date the first. */
    static PriceSeries of(Instrument instrument, RawBars rows) {
        int[] days = new int[rows.size()];
        double[][] values = new double[RawBars.FIELDS][rows.size()];
        int size = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (!rows.sound(row) || size > 0 && days[size - 1] == rows.day(row)) {
                continue;
            }
            days[size] = rows.day(row);
            for (int field = 0; field < RawBars.FIELDS; field++) {
                values[field][size] = rows.value(field, row);
            }
            size++;
        }
        return new PriceSeries(instrument, size, days, values);
    }

    public Instrument instrument() {
        return instrument;
    }

    public String symbol() {
        return instrument.symbol();
    }

    public int size() {
        return size;
    }

    public LocalDate date(int bar) {
        return LocalDate.ofEpochDay(epochDay(bar));
    }

    public int epochDay(int bar) {
        return days[within(bar)];
    }

    public double open(int bar) {
        return opens[within(bar)];
    }

    public double high(int bar) {
        return highs[within(bar)];
    }

    public double low(int bar) {
        return lows[within(bar)];
    }

    public double close(int bar) {
        return closes[within(bar)];
    }

    /** The mean of the last {@code window} closes up to a bar. */
    public double meanClose(int bar, int window) {
        double sum = 0;
        for (int i = within(bar) - window + 1; i <= bar; i++) {
            sum += closes[i];
        }
        return sum / window;
    }

    /** The close adjusted for splits and dividends. */
    public double adjusted(int bar) {
        return adjusted[within(bar)];
    }

    /** Shares traded; NaN if the file does not say. */
    public double volume(int bar) {
        return volumes[within(bar)];
    }

    public double[] closes() {
        return Arrays.copyOf(closes, size);
    }

    public double[] adjustedCloses() {
        return Arrays.copyOf(adjusted, size);
    }

    public double[] highs() {
        return Arrays.copyOf(highs, size);
    }

    public double[] lows() {
        return Arrays.copyOf(lows, size);
    }

    /** The bar of a day, or of the last day before it; -1 before the first. */
    public int barAt(LocalDate day) {
        int found = Arrays.binarySearch(days, 0, size, (int) day.toEpochDay());
        return found >= 0 ? found : -found - 2;
    }

    /** The first {@code count} bars. */
    public PriceSeries first(int count) {
        if (count < 0 || count > size) {
            throw new IndexOutOfBoundsException(count);
        }
        return new PriceSeries(instrument, count, days, new double[][] {opens, highs, lows, closes, adjusted, volumes});
    }

    /** Bars {@code from} to before {@code to}, prices from {@code scaledFrom} on multiplied by {@code factor}. */
    PriceSeries part(int from, int to, int scaledFrom, double factor) {
        double[][] source = {opens, highs, lows, closes, adjusted, volumes};
        double[][] values = new double[RawBars.FIELDS][];
        for (int field = 0; field < RawBars.FIELDS; field++) {
            values[field] = Arrays.copyOfRange(source[field], from, to);
            if (field != RawBars.VOLUME) {
                for (int bar = Math.max(scaledFrom, from); bar < to; bar++) {
                    values[field][bar - from] *= factor;
                }
            }
        }
        return new PriceSeries(instrument, to - from, Arrays.copyOfRange(days, from, to), values);
    }

    private int within(int bar) {
        // The arrays may be longer than the series: what lies behind its end must stay unseen.
        if (bar >= size) {
            throw new IndexOutOfBoundsException("bar " + bar + " of " + size + " of " + instrument.symbol());
        }
        return bar;
    }
}
