package dev.llmagents.team.felicia.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The bars of all instruments on one calendar, the days on which any of them has a bar. Symbols are in alphabetical order
 * and named by their position in it. Nothing in it lies after its last day; the bars after the as-of day, which only paper
 * execution may see, are a market of their own, {@link #later}. Immutable.
 */
public final class MarketData {
    private static final double UNCHANGED = 1;

    private final List<PriceSeries> series;
    private final int[] calendar;
    private final int days;
    private final int[][] barOfDay;
    private final List<Defect> defects;
    private final Set<String> blocked;
    private final boolean[] stopped;
    private final Map<String, PriceSeries> bySymbol;
    private final List<PriceSeries> after;
    /** Of each symbol, the change of its adjusted close from the day before. */
    private final double[][] changes;

    private MarketData(
            List<PriceSeries> series,
            int[] calendar,
            int days,
            int[][] barOfDay,
            List<Defect> defects,
            List<PriceSeries> after) {
        this.series = series;
        this.calendar = calendar;
        this.days = days;
        this.barOfDay = barOfDay;
        this.defects = defects;
        this.after = after;
        this.blocked = new TreeSet<>();
        for (Defect defect : defects) {
            if (defect.severity() == Severity.BLOCK) {
                blocked.add(defect.symbol());
            }
        }
        this.stopped = new boolean[series.size()];
        this.bySymbol = new HashMap<>();
        for (int symbol = 0; symbol < stopped.length; symbol++) {
            PriceSeries own = series.get(symbol);
            stopped[symbol] = blocked.contains(own.symbol());
            bySymbol.put(own.symbol(), own);
        }
        this.changes = changes();
    }

    private double[][] changes() {
        double[][] found = new double[series.size()][days];
        // Symbols do not know of one another.
        IntStream.range(0, found.length).parallel().forEach(symbol -> {
            PriceSeries own = series.get(symbol);
            int[] bars = barOfDay[symbol];
            for (int day = 1; day < days; day++) {
                // On a day of rest the close is the one before, and the return exactly 0.
                if (bars[day - 1] >= 0 && bars[day] != bars[day - 1]) {
                    found[symbol][day] = own.adjusted(bars[day]) / own.adjusted(bars[day - 1]) - 1;
                }
            }
        });
        return found;
    }

    /**
     * Reads price files and passes them through the data gate. Never fails on what is in them: what cannot be used is a
     * defect, and blocks its symbol.
     *
     * @param asOf the last day signals may see
     * @param neededBars bars a symbol must have, or it is TOO_SHORT
     * @throws IllegalArgumentException if two files are of one symbol
     */
    public static MarketData load(List<PriceFile> files, Columns columns, LocalDate asOf, int neededBars) {
        Set<String> symbols = new HashSet<>();
        for (PriceFile file : files) {
            if (!symbols.add(file.instrument().symbol())) {
                throw new IllegalArgumentException(
                        "the universe has " + file.instrument().symbol() + " twice");
            }
        }
        // Files do not know of one another, so the order they are read in cannot be seen in the result.
        List<LoadedSeries> loaded = files.parallelStream()
                .map(file -> LoadedSeries.read(file, columns, asOf, neededBars))
                .sorted(Comparator.comparing(read -> read.series().symbol()))
                .toList();
        List<Defect> defects =
                loaded.stream().flatMap(read -> read.defects().stream()).toList();
        return of(
                loaded.stream().map(LoadedSeries::series).toList(),
                defects,
                loaded.stream().map(LoadedSeries::later).toList());
    }

    private static MarketData of(List<PriceSeries> series, List<Defect> defects, List<PriceSeries> after) {
        int[] calendar = union(series);
        int[][] barOfDay = new int[series.size()][calendar.length];
        IntStream.range(0, barOfDay.length).parallel().forEach(symbol -> {
            PriceSeries own = series.get(symbol);
            int bar = -1;
            for (int day = 0; day < calendar.length; day++) {
                while (bar + 1 < own.size() && own.epochDay(bar + 1) <= calendar[day]) {
                    bar++;
                }
                barOfDay[symbol][day] = bar;
            }
        });
        return new MarketData(List.copyOf(series), calendar, calendar.length, barOfDay, defects, after);
    }

    private static int[] union(List<PriceSeries> series) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (PriceSeries own : series) {
            if (own.size() > 0) {
                first = Math.min(first, own.epochDay(0));
                last = Math.max(last, own.epochDay(own.size() - 1));
            }
        }
        if (first > last) {
            return new int[0];
        }
        boolean[] traded = new boolean[last - first + 1];
        for (PriceSeries own : series) {
            for (int bar = 0; bar < own.size(); bar++) {
                traded[own.epochDay(bar) - first] = true;
            }
        }
        int[] days = new int[traded.length];
        int count = 0;
        for (int day = 0; day < traded.length; day++) {
            if (traded[day]) {
                days[count++] = first + day;
            }
        }
        return Arrays.copyOf(days, count);
    }

    /** Number of symbols. */
    public int size() {
        return series.size();
    }

    public PriceSeries series(int symbol) {
        return series.get(symbol);
    }

    public List<String> symbols() {
        return series.stream().map(PriceSeries::symbol).toList();
    }

    public Optional<PriceSeries> series(String symbol) {
        return Optional.ofNullable(bySymbol.get(symbol));
    }

    /** Number of days of the calendar. */
    public int days() {
        return days;
    }

    public LocalDate date(int day) {
        return LocalDate.ofEpochDay(calendar[within(day)]);
    }

    /** The last day of the calendar that is not after {@code date}; -1 if there is none. */
    public int dayAt(LocalDate date) {
        int found = Arrays.binarySearch(calendar, 0, days, (int) date.toEpochDay());
        return found >= 0 ? found : -found - 2;
    }

    /** The bar of a symbol on a day, or its last before it; -1 before its first. */
    public int bar(int symbol, int day) {
        return barOfDay[symbol][within(day)];
    }

    /** The daily returns of the adjusted close, days {@code first} to {@code last}; 0 where a symbol rested. */
    public double[] changes(int symbol, int first, int last) {
        return Arrays.copyOfRange(changes[symbol], first, within(last) + 1);
    }

    /** The close of each symbol known at the end of each day, day by day; NaN before the first bar. */
    public double[][] closesByDay() {
        double[][] closes = new double[days][series.size()];
        for (int symbol = 0; symbol < series.size(); symbol++) {
            PriceSeries own = series.get(symbol);
            for (int day = 0; day < days; day++) {
                int bar = barOfDay[symbol][day];
                closes[day][symbol] = bar < 0 ? Double.NaN : own.close(bar);
            }
        }
        return closes;
    }

    /** Whether the symbol traded on the day itself. */
    public boolean trades(int symbol, int day) {
        int bar = bar(symbol, day);
        return bar >= 0 && series.get(symbol).epochDay(bar) == calendar[day];
    }

    /** What the gate found, by symbol and then in file order. */
    public List<Defect> defects() {
        return defects;
    }

    /** Symbols with a defect that blocks, in alphabetical order. */
    public Set<String> blocked() {
        return Collections.unmodifiableSet(blocked);
    }

    public boolean isBlocked(int symbol) {
        return stopped[symbol];
    }

    /** The bars after the as-of day, for paper execution alone; not judged, but without those that cannot be read. */
    public MarketData later() {
        return of(after, List.of(), List.of());
    }

    /** This market as it stood at the close of a day. */
    public MarketData until(int lastDay) {
        List<PriceSeries> known = new ArrayList<>();
        for (int symbol = 0; symbol < series.size(); symbol++) {
            known.add(series.get(symbol).first(bar(symbol, lastDay) + 1));
        }
        return new MarketData(known, calendar, lastDay + 1, barOfDay, defects, List.of());
    }

    /** The days {@code from} to {@code to}, both included, as a market of its own. */
    public MarketData between(int from, int to) {
        return part(from, to, to, UNCHANGED);
    }

    /** The same days, with every price after day {@code last} multiplied by {@code factor}: a future that was not. */
    public MarketData between(int from, int to, int last, double factor) {
        return part(from, to, last, factor);
    }

    private MarketData part(int from, int to, int last, double factor) {
        List<PriceSeries> parts = new ArrayList<>();
        for (int symbol = 0; symbol < series.size(); symbol++) {
            int start = trades(symbol, from) ? bar(symbol, from) : bar(symbol, from) + 1;
            parts.add(series.get(symbol).part(start, bar(symbol, to) + 1, bar(symbol, last) + 1, factor));
        }
        return of(parts, defects, List.of());
    }

    private int within(int day) {
        if (day >= days) {
            throw new IndexOutOfBoundsException("day " + day + " of " + days);
        }
        return day;
    }
}
