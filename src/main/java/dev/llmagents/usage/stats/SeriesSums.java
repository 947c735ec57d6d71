package dev.llmagents.usage.stats;

import dev.llmagents.usage.stats.UsageReport.Point;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The sums of days or hours while a report is made. For one thread. */
final class SeriesSums {
    // Ten years of days. Times beyond do not come from a log of calls.
    private static final int MOST = 3_660;

    private final Dimension unit;
    private final long unitMillis;
    private final TreeMap<Long, Sums> stretches = new TreeMap<>();
    private long current = Long.MIN_VALUE;
    private Sums currentSums = new Sums();

    /** @param unit day or hour */
    SeriesSums(Dimension unit) {
        this.unit = unit;
        this.unitMillis = unit == Dimension.DAY ? 86_400_000 : 3_600_000;
    }

    /** What is summed for each stretch. */
    static final class Sums {
        long calls;
        long attempts;
        long errors;
        final UsdSum cost = new UsdSum();

        private void add(Sums other) {
            calls += other.calls;
            attempts += other.attempts;
            errors += other.errors;
            cost.add(other.cost);
        }
    }

    Sums at(long millis) {
        long stretch = Math.floorDiv(millis, unitMillis);
        if (stretch != current) {
            current = stretch;
            currentSums = of(stretch);
        }
        return currentSums;
    }

    private Sums of(long stretch) {
        Sums there = stretches.get(stretch);
        if (there != null) {
            return there;
        }
        Sums made = new Sums();
        if (stretches.size() < MOST) {
            stretches.put(stretch, made);
        }
        return made;
    }

    void add(SeriesSums other) {
        other.stretches.forEach((stretch, sums) -> of(stretch).add(sums));
    }

    UsageReport.Series series() {
        List<Point> points = new ArrayList<>();
        if (!stretches.isEmpty()) {
            Sums none = new Sums();
            long last = Math.min(stretches.lastKey(), stretches.firstKey() + MOST);
            for (long stretch = stretches.firstKey(); stretch <= last; stretch++) {
                points.add(point(stretch, stretches.getOrDefault(stretch, none)));
            }
        }
        return new UsageReport.Series(unit, points);
    }

    private Point point(long stretch, Sums sums) {
        String time = Instant.ofEpochMilli(stretch * unitMillis).toString();
        int length = unit == Dimension.DAY ? "2026-11-22".length() : "2026-11-22T10".length();
        BigDecimal cost = sums.cost.value();
        return new Point(time.substring(0, length), sums.calls, sums.attempts, sums.errors, cost);
    }
}
