package dev.llmagents.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.TokenUsage;
import dev.llmagents.testing.Requests;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonlUsageLogTest {
    @TempDir
    Path folder;

    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void clear() {
        Thread.interrupted();
    }

    private static UsageRecord line(String timestamp, int number) {
        return new UsageRecord(
                Instant.parse(timestamp),
                Requests.request().build(),
                number,
                new Attempt(
                        Attempt.Cause.INITIAL,
                        Requests.OPENAI,
                        "h",
                        "m",
                        "line\nbreak \u2028",
                        TokenUsage.NONE,
                        Duration.ZERO,
                        Optional.empty(),
                        Duration.ZERO,
                        Optional.empty()),
                Optional.of(new BigDecimal("0.0000001")),
                BigDecimal.ZERO,
                LocalDate.EPOCH,
                Duration.ZERO,
                new UsageRecord.Who("anna", "us", false));
    }

    private List<Integer> attempts(String day) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (String line :
                Files.readString(folder.resolve("usage-" + day + ".jsonl")).split("\n")) {
            if (line.endsWith("}")) {
                numbers.add(Requests.json(line).path("attempt").asInt());
            }
        }
        return numbers;
    }

    @Test
    void each_day_of_universal_time_has_its_file() throws IOException {
        JsonlUsageLog log = new JsonlUsageLog(folder, warnings::add);
        log.append(line("2026-11-22T23:59:59.999Z", 1));
        log.append(line("2026-11-23T00:00:00Z", 2));
        assertEquals(List.of(1), attempts("2026-11-22"));
        assertEquals(List.of(2), attempts("2026-11-23"));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("usage-2026-11-22.jsonl"))));
    }

    @Test
    void small_costs_are_written_in_plain_digits_and_the_line_is_one() throws IOException {
        new JsonlUsageLog(folder, warnings::add).append(line("2026-11-22T10:00:00Z", 1));
        String text = Files.readString(folder.resolve("usage-2026-11-22.jsonl"));
        assertTrue(text.contains("\"costUsd\":0.0000001,"), text);
        assertEquals(text.length() - 1, text.indexOf('\n'));
    }

    @Test
    void a_line_torn_by_a_kill_spoils_only_itself() throws IOException {
        JsonlUsageLog log = new JsonlUsageLog(folder, warnings::add);
        log.append(line("2026-11-22T10:00:00Z", 1));
        Files.writeString(folder.resolve("usage-2026-11-22.jsonl"), "{\"v\":1,\"ts", StandardOpenOption.APPEND);
        log.append(line("2026-11-22T10:00:01Z", 2));
        assertEquals(List.of(1, 2), attempts("2026-11-22"));
    }

    @Test
    void a_log_that_stays_open_goes_on_when_its_folder_is_wiped() throws IOException {
        JsonlUsageLog log = new JsonlUsageLog(folder, warnings::add);
        log.append(line("2026-11-22T10:00:00Z", 1));
        Files.delete(folder.resolve("usage-2026-11-22.jsonl"));
        Files.delete(folder.resolve("lock"));
        log.append(line("2026-11-22T10:00:01Z", 2));
        assertEquals(List.of(2), attempts("2026-11-22"));
        assertTrue(Files.exists(folder.resolve("lock")));
        assertEquals(List.of(), warnings);
    }

    @Test
    void a_full_file_is_followed_by_the_next_while_the_log_is_open() throws IOException {
        JsonlUsageLog log =
                new JsonlUsageLog(folder, new JsonlUsageLog.Limits(1, java.time.Period.ofDays(400)), warnings::add);
        for (int i = 1; i <= 3; i++) {
            log.append(line("2026-11-22T10:00:00Z", i));
        }
        assertEquals(List.of(1), attempts("2026-11-22"));
        assertEquals(List.of(2), attempts("2026-11-22-001"));
        assertEquals(List.of(3), attempts("2026-11-22-002"));
    }

    @Test
    void a_closed_log_opens_again_with_the_next_line() throws IOException {
        JsonlUsageLog log = new JsonlUsageLog(folder, warnings::add);
        log.append(line("2026-11-22T10:00:00Z", 1));
        log.close();
        log.append(line("2026-11-22T10:00:01Z", 2));
        assertEquals(List.of(1, 2), attempts("2026-11-22"));
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_said_once() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        JsonlUsageLog log = new JsonlUsageLog(inTheWay.resolve("usage"), warnings::add);
        for (int i = 0; i < 5; i++) {
            log.append(line("2026-11-22T10:00:00Z", i));
        }
        assertEquals(1, warnings.size(), warnings.toString());
        assertTrue(warnings.get(0).startsWith("The usage log lost a line: cannot "), warnings.get(0));
        assertTrue(warnings.get(0).endsWith("."), warnings.get(0));
    }

    @Test
    void a_cancelled_call_is_logged_although_its_thread_is_interrupted() throws IOException {
        JsonlUsageLog log = new JsonlUsageLog(folder, warnings::add);
        Thread.currentThread().interrupt();
        log.append(line("2026-11-22T10:00:00Z", 1));
        assertTrue(Thread.interrupted());
        assertEquals(List.of(1), attempts("2026-11-22"));
        assertEquals(List.of(), warnings);
    }

    @Test
    void threads_do_not_tear_each_others_lines() throws Exception {
        JsonlUsageLog log = new JsonlUsageLog(folder, warnings::add);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 50; i++) {
                    log.append(line("2026-11-22T10:00:00Z", i));
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(400, attempts("2026-11-22").size());
    }
}
