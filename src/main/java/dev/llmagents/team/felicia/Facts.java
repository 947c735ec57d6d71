package dev.llmagents.team.felicia;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every figure a run came to, by a stable name such as {@code plan.equity}: what a sentence may say. Shares and rates are
 * fractions. Immutable.
 *
 * @param dates days that may be named
 * @param symbols of the universe
 */
public record Facts(SortedMap<String, BigDecimal> numbers, SortedSet<LocalDate> dates, SortedSet<String> symbols) {
    /** Digits kept of a computed figure: the last ones of a double may differ between machines. */
    private static final MathContext DIGITS = new MathContext(10);

    public Facts {
        numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
        dates = Collections.unmodifiableSortedSet(new TreeSet<>(dates));
        symbols = Collections.unmodifiableSortedSet(new TreeSet<>(symbols));
    }

    /** {@code value} as it is printed everywhere, in ten digits; {@code value} has to be finite. */
    public static BigDecimal figure(double value) {
        BigDecimal figure = new BigDecimal(value, DIGITS).stripTrailingZeros();
        return figure.scale() < 0 ? figure.setScale(0) : figure;
    }

    /** The facts as lines of {@code name = value}, for a model to read. */
    public String lines() {
        StringBuilder lines = new StringBuilder();
        numbers.forEach((name, value) ->
                lines.append(name).append(" = ").append(value.toPlainString()).append('\n'));
        lines.append("dates: ")
                .append(String.join(
                        ", ", dates.stream().map(LocalDate::toString).toList()));
        lines.append("\nsymbols: ").append(String.join(", ", symbols)).append('\n');
        return lines.toString();
    }

    /** Collects facts; use from one thread. */
    static final class Collector {
        private final SortedMap<String, BigDecimal> numbers = new TreeMap<>();
        private final SortedSet<LocalDate> dates = new TreeSet<>();
        private final SortedSet<String> symbols = new TreeSet<>();

        Collector() {}

        Collector(Facts known) {
            numbers.putAll(known.numbers());
            dates.addAll(known.dates());
            symbols.addAll(known.symbols());
        }

        Collector put(String name, BigDecimal value) {
            numbers.put(name, value);
            return this;
        }

        Collector put(String name, long value) {
            return put(name, BigDecimal.valueOf(value));
        }

        /** Leaves out what is no number. */
        Collector put(String name, double value) {
            return Double.isFinite(value) ? put(name, figure(value)) : this;
        }

        Collector date(LocalDate date) {
            dates.add(date);
            return this;
        }

        Collector symbol(String symbol) {
            symbols.add(symbol);
            return this;
        }

        Facts facts() {
            return new Facts(numbers, dates, symbols);
        }
    }
}
