package dev.llmagents.usage;

import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/** Another process that writes to the usage log: lines of one run that are numbered in their reason. */
public final class UsageLogWriter {
    private UsageLogWriter() {}

    /** @param arguments the folder, the writer's name, how many lines, the size of a file in bytes */
    public static void main(String[] arguments) {
        JsonlUsageLog log = new JsonlUsageLog(
                Path.of(arguments[0]),
                new JsonlUsageLog.Limits(Long.parseLong(arguments[3]), Period.ofDays(400)),
                System.err::println);
        int lines = Integer.parseInt(arguments[2]);
        for (int i = 0; i < lines; i++) {
            log.append(line(arguments[1], i));
        }
    }

    static RulesRecord line(String name, int number) {
        // Some are long, as those with many fields are.
        return new RulesRecord(
                Instant.parse("2026-11-22T10:00:00Z"),
                name,
                number % 2 == 0 ? "even" : "odd",
                "meetmind.qa",
                number + " " + "x".repeat(number % 50 == 0 ? 9_000 : 10),
                Optional.empty(),
                new UsageRecord.Who("anna", "us", false));
    }
}
