package dev.llmagents.usage.stats;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was asked of the usage log, and its answer. Immutable.
 *
 * @param groups by time if the first dimension is one; else the dearest first
 * @param series the same lines along time, without gaps
 */
public record UsageReport(UsageQuery query, LogFacts log, UsageFigures total, List<Group> groups, Series series) {
    public UsageReport {
        groups = List.copyOf(groups);
    }

    /**
     * What was read.
     *
     * @param files files of the whole log
     * @param opened those of them that were opened, since they may hold lines of the range
     * @param bytes bytes that were read of them
     * @param damaged lines in them that could not be read, in the range or not
     * @param otherVersions lines written by another version of the program; they count as far as they are understood
     * @param first when the first line that counts was written
     * @param last when the last one was
     */
    public record LogFacts(
            int files,
            int opened,
            long bytes,
            long damaged,
            long otherVersions,
            Optional<Instant> first,
            Optional<Instant> last) {}

    /** @param key a value for each dimension; empty where the line names none */
    public record Group(List<String> key, UsageFigures figures) {
        public Group {
            key = List.copyOf(key);
        }
    }

    /** @param unit {@link Dimension#DAY} or {@link Dimension#HOUR} */
    public record Series(Dimension unit, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /** @param label of the day or hour, for instance {@code 2026-11-22} or {@code 2026-11-22T10} */
    public record Point(String label, long calls, long attempts, long errors, BigDecimal costUsd) {}
}
