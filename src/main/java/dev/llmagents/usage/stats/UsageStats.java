package dev.llmagents.usage.stats;

import dev.llmagents.file.FileProblem;
import dev.llmagents.usage.stats.LogFiles.DayFile;
import dev.llmagents.usage.stats.UsageReport.Group;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Answers questions about the usage log of a folder. Safe for use by several threads. */
public final class UsageStats {
    // Lines stand in order of time but for the moment between stamping and writing, and clocks that are set.
    private static final Duration DISORDER = Duration.ofMinutes(1);
    private static final Duration HOURS_UP_TO = Duration.ofDays(3);

    private final Path folder;

    /** @param folder holds files named {@code usage-2026-11-22.jsonl}; it need not exist */
    public UsageStats(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads what the query asks for. Where there is no log yet the report is all zeros.
     *
     * @throws IOException if a file cannot be read; the message is a sentence that names it
     * @throws TooManyGroups if the lines fall into more groups than memory should hold
     */
    public UsageReport report(UsageQuery query) throws IOException {
        List<DayFile> all = LogFiles.in(folder);
        List<DayFile> files =
                all.stream().filter(file -> isInRange(file, query)).toList();
        Dimension unit = seriesUnit(files, query);
        List<LogScan.Stretch> stretches = new ArrayList<>();
        TimeSeek seek = new TimeSeek();
        for (DayFile file : files) {
            stretches.add(stretch(file, query, seek));
        }
        LogScan scan = new LogScan(stretches, () -> new Tally(query, unit));
        Tally tally = scan.run();
        boolean any = tally.first() <= tally.last();
        UsageReport.LogFacts facts = new UsageReport.LogFacts(
                all.size(),
                files.size(),
                seek.bytesRead() + scan.bytesRead(),
                tally.damagedLines(),
                tally.otherVersions(),
                any ? Optional.of(Instant.ofEpochMilli(tally.first())) : Optional.empty(),
                any ? Optional.of(Instant.ofEpochMilli(tally.last())) : Optional.empty());
        return report(query, tally, facts);
    }

    private static boolean isInRange(DayFile file, UsageQuery query) {
        Instant begin = file.day().atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = file.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return query.since().map(since -> end.isAfter(since)).orElse(true)
                && query.until().map(until -> begin.isBefore(until)).orElse(true);
    }

    /** The part of the file that can hold lines of the range. */
    private static LogScan.Stretch stretch(DayFile file, UsageQuery query, TimeSeek seek) throws IOException {
        Instant begin = file.day().atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = file.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Optional<Instant> since =
                query.since().map(moment -> moment.minus(DISORDER)).filter(begin::isBefore);
        Optional<Instant> until =
                query.until().map(moment -> moment.plus(DISORDER)).filter(end::isAfter);
        if (since.isEmpty() && until.isEmpty()) {
            return new LogScan.Stretch(file.path(), 0, file.bytes());
        }
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            long from = since.isEmpty() ? 0 : seek.find(channel, since.get().toEpochMilli(), true);
            long to = until.isEmpty()
                    ? file.bytes()
                    : seek.find(channel, until.get().toEpochMilli(), false);
            return new LogScan.Stretch(file.path(), from, Math.max(from, to));
        } catch (IOException e) {
            throw FileProblem.explain("read", file.path(), e);
        }
    }

    /** Hours for short ranges, so that there is something to see. */
    private static Dimension seriesUnit(List<DayFile> files, UsageQuery query) {
        if (files.isEmpty()) {
            return Dimension.DAY;
        }
        Instant first = files.get(0).day().atStartOfDay(ZoneOffset.UTC).toInstant();
        LocalDate lastDay = files.get(files.size() - 1).day();
        Instant last = lastDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant from = query.since().filter(first::isBefore).orElse(first);
        Instant to = query.until().filter(last::isAfter).orElse(last);
        return Duration.between(from, to).compareTo(HOURS_UP_TO) <= 0 ? Dimension.HOUR : Dimension.DAY;
    }

    private static UsageReport report(UsageQuery query, Tally tally, UsageReport.LogFacts facts) {
        GroupSums total = new GroupSums();
        List<Group> groups = new ArrayList<>();
        tally.groups().byText().forEach((key, sums) -> {
            total.add(sums);
            groups.add(new Group(key, sums.figures()));
        });
        groups.sort(order(query));
        return new UsageReport(
                query, facts, total.figures(), query.by().isEmpty() ? List.of() : groups, tally.series());
    }

    private static Comparator<Group> order(UsageQuery query) {
        Comparator<Group> byKey = (one, other) -> {
            for (int i = 0; i < one.key().size(); i++) {
                int order = one.key().get(i).compareTo(other.key().get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
        if (!query.by().isEmpty() && query.by().get(0).isTime()) {
            return byKey;
        }
        Comparator<Group> byCost = Comparator.comparing(group -> group.figures().costUsd());
        Comparator<Group> byLines =
                Comparator.comparing(group -> group.figures().lines());
        return byCost.reversed().thenComparing(byLines.reversed()).thenComparing(byKey);
    }
}
