package dev.llmagents.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What looks at the memory come to. For use by one thread. */
final class MemoryCourse {
    private static final int FEWEST_FOR_A_SLOPE = 3;
    private static final double NANOS_A_MINUTE = 60e9;
    // In a shorter time a program that grows warm looks like one that leaks.
    private static final double SHORTEST_FOR_A_SLOPE = 15e9;

    private final List<Moment> looks = new ArrayList<>();

    private record Moment(long at, MemoryGauge.Look look) {}

    void add(long nanos, MemoryGauge.Look look) {
        looks.add(new Moment(nanos, look));
    }

    LoadResult.Memory result() {
        if (looks.isEmpty()) {
            return new LoadResult.Memory(
                    0, 0, 0, Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), 0, 0, 0);
        }
        MemoryGauge.Look first = looks.get(0).look();
        MemoryGauge.Look last = looks.get(looks.size() - 1).look();
        List<double[]> afterGc = new ArrayList<>();
        List<double[]> rss = new ArrayList<>();
        long heapPeak = 0;
        long longest = 0;
        long collections = first.gcCount();
        OptionalLong rssPeak = OptionalLong.empty();
        for (Moment moment : looks) {
            MemoryGauge.Look look = moment.look();
            heapPeak = Math.max(heapPeak, look.heap());
            if (look.gcCount() > collections) {
                collections = look.gcCount();
                afterGc.add(new double[] {moment.at(), look.heapAfterGc()});
                longest = Math.max(longest, look.gcLongestMillis());
            }
            if (look.rss().isPresent()) {
                rss.add(new double[] {moment.at(), look.rss().getAsLong()});
                rssPeak = OptionalLong.of(Math.max(rssPeak.orElse(0), look.rss().getAsLong()));
            }
        }
        return new LoadResult.Memory(
                first.heap(),
                heapPeak,
                last.heapMax(),
                slope(afterGc),
                first.rss(),
                rssPeak,
                slope(rss),
                last.gcCount() - first.gcCount(),
                last.gcMillis() - first.gcMillis(),
                longest);
    }

    /** The slope of the line of least squares through points of nanoseconds and bytes, in bytes a minute. */
    private static Optional<Double> slope(List<double[]> points) {
        if (points.size() < FEWEST_FOR_A_SLOPE
                || points.get(points.size() - 1)[0] - points.get(0)[0] < SHORTEST_FOR_A_SLOPE) {
            return Optional.empty();
        }
        double origin = points.get(0)[0];
        double meanX = 0;
        double meanY = 0;
        for (double[] point : points) {
            meanX += (point[0] - origin) / points.size();
            meanY += point[1] / points.size();
        }
        double products = 0;
        double squares = 0;
        for (double[] point : points) {
            double x = point[0] - origin - meanX;
            products += x * (point[1] - meanY);
            squares += x * x;
        }
        return squares == 0 ? Optional.empty() : Optional.of(products / squares * NANOS_A_MINUTE);
    }
}
