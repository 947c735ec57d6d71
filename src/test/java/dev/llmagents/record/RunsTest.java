package dev.llmagents.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.file.LockFile;
import dev.llmagents.llm.ModelTarget;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {
    @TempDir
    private Path folder;

    private Runs runs() {
        return new Runs(folder.resolve("runs"));
    }

    private static RunRecord record(String id, int minute, RunRecord.Status status) {
        return new RunRecord(
                id,
                "llm-agents 1",
                "meetmind analyze",
                List.of("meetmind", "analyze", "a b.txt"),
                true,
                "/work",
                "default",
                new Terms(Map.of("fast", List.of(new ModelTarget("openai", "gpt-4o-mini"))), Terms.Sent.NAMES),
                List.of(new ReadInput("a b.txt", "0".repeat(64), 12, false)),
                Instant.parse("2026-11-22T10:00:00Z").plusSeconds(60L * minute),
                Optional.empty(),
                status,
                OptionalInt.empty(),
                new RunRecord.Totals(3, 1, Optional.of(new BigDecimal("0.001"))));
    }

    private void write(RunRecord run) throws IOException {
        runs().run(run.id()).lock().close();
        runs().run(run.id()).write(run);
    }

    @Test
    void a_written_outline_reads_as_it_was() throws IOException {
        RunRecord run = record("abcd01", 0, RunRecord.Status.DONE);
        write(run);
        assertEquals(Optional.of(run), runs().run("abcd01").outline());
    }

    @Test
    void the_newest_run_comes_first() throws IOException {
        write(record("abcd01", 1, RunRecord.Status.DONE));
        write(record("abcd02", 3, RunRecord.Status.DONE));
        write(record("abcd03", 2, RunRecord.Status.FAILED));
        assertEquals(
                List.of("abcd02", "abcd03", "abcd01"),
                runs().newestFirst().stream().map(RunRecord::id).toList());
    }

    @Test
    void a_run_that_never_said_it_ended_is_at_work_while_its_lock_is_held() throws IOException {
        write(record("abcd01", 1, RunRecord.Status.RUNNING));
        try (LockFile.Held held = runs().run("abcd01").lock()) {
            assertTrue(held != null);
            assertEquals(RunRecord.Status.RUNNING, runs().newestFirst().get(0).status());
        }
        assertEquals(RunRecord.Status.INTERRUPTED, runs().newestFirst().get(0).status());
    }

    @Test
    void the_oldest_go_but_never_one_at_work() throws IOException {
        for (int i = 1; i <= 5; i++) {
            write(record("abcd0" + i, i, RunRecord.Status.RUNNING));
        }
        try (LockFile.Held held = runs().run("abcd01").lock()) {
            assertTrue(held != null);
            runs().keepNewest(2);
        }
        assertEquals(List.of("abcd01", "abcd05"), runs().ids());
        runs().keepNewest(2);
        assertEquals(2, runs().ids().size());
    }

    @Test
    void other_things_in_the_folder_are_no_runs() throws IOException {
        Files.createDirectories(folder.resolve("runs/README"));
        Files.createDirectories(folder.resolve("runs/abcd99"));
        assertEquals(List.of("abcd99"), runs().ids());
        assertEquals(List.of(), runs().newestFirst());
        assertEquals(List.of(), new Runs(folder.resolve("none")).ids());
    }

    @Test
    void an_id_cannot_lead_out_of_the_folder() {
        assertThrows(IllegalArgumentException.class, () -> runs().run("../../etc"));
        assertThrows(IllegalArgumentException.class, () -> runs().run(""));
    }
}
