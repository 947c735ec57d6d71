package dev.llmagents.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.testing.Requests;
import dev.llmagents.usage.stats.LogFiles;
import dev.llmagents.usage.stats.UsageQuery;
import dev.llmagents.usage.stats.UsageStats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The usage log as real processes write it; {@code -Dllmagents.log.lines=5000} for the long form. */
@Timeout(120)
class UsageLogProcessesTest {
    private static final int WRITERS = 8;
    private static final int LINES = Integer.getInteger("llmagents.log.lines", 500);

    @TempDir
    Path folder;

    private Process start(int number, long fileBytes) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        UsageLogWriter.class.getName(),
                        folder.resolve("usage").toString(),
                        "writer" + number,
                        Integer.toString(LINES),
                        Long.toString(fileBytes))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out" + number).toFile())
                .start();
    }

    private void await(List<Process> writers) throws Exception {
        for (int i = 0; i < writers.size(); i++) {
            assertEquals(0, writers.get(i).waitFor());
            assertEquals("", Files.readString(folder.resolve("out" + i)));
        }
    }

    private Set<String> linesOf(String tenant) throws IOException {
        Set<String> seen = new HashSet<>();
        for (LogFiles.DayFile file : LogFiles.in(folder.resolve("usage"))) {
            for (String line : Files.readAllLines(file.path())) {
                var fields = Requests.json(line);
                if (fields.path("tenant").asText().equals(tenant)) {
                    String number = fields.path("reason").asText().split(" ", -1)[0];
                    assertTrue(seen.add(fields.path("runId").asText() + " " + number), "twice: " + line);
                }
            }
        }
        return seen;
    }

    @Test
    void eight_processes_write_whole_lines_into_files_of_bounded_size() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(start(i, 300_000));
        }
        await(writers);
        assertEquals(WRITERS * LINES, linesOf("even").size() + linesOf("odd").size());
        List<LogFiles.DayFile> files = LogFiles.in(folder.resolve("usage"));
        assertTrue(files.size() > 2, files::toString);
        for (LogFiles.DayFile file : files) {
            assertTrue(file.bytes() < 300_000 + WRITERS * 10_000L, file::toString);
        }
        var total = new UsageStats(folder.resolve("usage"))
                .report(new UsageQuery(
                        Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty()))
                .total();
        assertEquals((long) WRITERS * LINES, total.rules());
        assertEquals(0, total.calls());
        assertEquals(Optional.of(1.0), total.rulesShare());
    }

    @Test
    void a_purge_while_others_write_loses_no_line_of_another_tenant() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS / 2; i++) {
            writers.add(start(i, 1L << 30));
        }
        UsagePurge purge = new UsagePurge(folder.resolve("usage"));
        long removed = 0;
        long purges = 0;
        while (purges < 5 && writers.stream().anyMatch(Process::isAlive)) {
            long lines = purge.remove("even", Optional.empty(), false).lines();
            removed += lines;
            purges += lines > 0 ? 1 : 0;
        }
        await(writers);
        removed += purge.remove("even", Optional.empty(), false).lines();
        assertEquals(WRITERS / 2 * LINES / 2, removed, "in " + purges + " purges");
        assertEquals(WRITERS / 2 * LINES / 2, linesOf("odd").size());
        assertEquals(Set.of(), linesOf("even"));
        assertTrue(purges > 0);
    }

    @Test
    void files_whose_day_is_long_past_go_with_the_first_line_of_a_day() throws IOException {
        Path usage = Files.createDirectories(folder.resolve("usage"));
        for (String day : List.of("2025-10-17", "2025-10-18", "2025-10-18-001", "2026-11-21")) {
            Files.writeString(usage.resolve("usage-" + day + ".jsonl"), "{}\n");
        }
        Files.writeString(usage.resolve("notes.txt"), "mine");
        List<String> warnings = new ArrayList<>();
        new JsonlUsageLog(usage, warnings::add).append(UsageLogWriter.line("w", 1));
        assertEquals(
                List.of("2025-10-18", "2025-10-18-001", "2026-11-21", "2026-11-22"),
                LogFiles.in(usage).stream()
                        .map(file -> file.path().getFileName().toString())
                        .map(name -> name.substring(6, name.length() - 6))
                        .toList());
        assertTrue(Files.exists(usage.resolve("notes.txt")));
        assertEquals(List.of(), warnings);
    }
}
