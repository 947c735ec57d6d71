package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.cache.CacheKey;
import dev.llmagents.cache.CachedAnswer;
import dev.llmagents.cache.SharedCache;
import dev.llmagents.json.Sha256;
import dev.llmagents.llm.TokenUsage;
import dev.llmagents.record.RunFolder;
import dev.llmagents.record.RunRecord;
import dev.llmagents.record.Runs;
import dev.llmagents.record.Terms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole command lines over the stores; it is 2026-11-22, ten o'clock. */
class StoresCommandTest {
    @TempDir
    private Path home;

    private Invocation run(String line) {
        return Invocation.in(home).run(line.split(" "));
    }

    private void keep(Instant when, String tenant, String name) {
        Path folder = home.resolve("llm-agents-home/cache");
        List<String> warnings = new ArrayList<>();
        try (SharedCache cache = new SharedCache(folder, Clock.fixed(when, ZoneOffset.UTC), warnings::add)) {
            cache.put(
                    new CacheKey(Sha256.of(name)),
                    tenant,
                    new CachedAnswer("id", "answer for " + tenant, "m", "p", TokenUsage.NONE),
                    Duration.ofDays(300));
        }
        assertEquals(List.of(), warnings);
    }

    private Path log(String... lines) throws IOException {
        Path folder = Files.createDirectories(home.resolve("llm-agents-home/state/usage"));
        Path file = folder.resolve("usage-2026-11-21.jsonl");
        Files.writeString(file, String.join("\n", lines) + "\n");
        return file;
    }

    private static String line(String tenant, String user) {
        return "{\"v\":1,\"ts\":\"2026-11-21T10:00:00.000Z\",\"runId\":\"r1\",\"cause\":\"initial\",\"attempt\":1,"
                + "\"tenant\":\"" + tenant + "\",\"team\":\"meetmind\",\"agent\":\"meetmind.qa\",\"model\":\"gpt\","
                + "\"provider\":\"openai\",\"status\":\"ok\",\"errorType\":null,\"user\":\"" + user
                + "\",\"host\":\"api.openai.com\",\"region\":\"us\",\"masked\":{\"person\":2,\"phone\":1},\"consent\":false}";
    }

    @Test
    void without_stores_every_command_says_so_and_is_done() {
        assertTrue(
                run("cache stats").out().contains("Answers      0"),
                () -> run("cache stats").toString());
        assertEquals(
                "Removed 0 answers (0 B) from the cache.\n", run("cache clear").out());
        assertEquals(
                "0 whole answers in 0 files, nothing damaged.\n",
                run("cache verify").out());
        Invocation purge = run("purge --tenant acme");
        assertEquals(0, purge.code(), purge::toString);
        assertEquals(
                "Removed 0 answers (0 B) from the cache.\nRemoved 0 lines in 0 files of the usage log.\n"
                        + "Removed 0 runs with the recordings of their calls.\n",
                purge.out());
    }

    @Test
    void cache_stats_tells_what_there_is_to_people_and_programs() {
        keep(Invocation.NOW.minus(Duration.ofDays(9)), "acme", "a");
        keep(Invocation.NOW, "acme", "b");
        assertTrue(
                run("cache stats").out().contains("Oldest       2026-11-13T10:00:00Z"), run("cache stats")::toString);
        String json = run("cache stats --format json").out();
        assertTrue(json.contains("\"entries\":2") && json.contains("\"hitRate\":null"), json);
    }

    @Test
    void clear_takes_what_is_old_and_a_dry_run_takes_nothing() {
        keep(Invocation.NOW.minus(Duration.ofDays(9)), "acme", "a");
        keep(Invocation.NOW, "acme", "b");
        keep(Invocation.NOW, "other", "c");
        assertTrue(run("cache clear --older-than 7d --dry-run").out().startsWith("Would remove 1 answer ("));
        assertTrue(run("cache clear --older-than 7d").out().startsWith("Removed 1 answer ("));
        assertTrue(run("cache clear --tenant other").out().startsWith("Removed 1 answer ("));
        assertTrue(run("cache verify").out().startsWith("1 whole answer in"), run("cache verify")::toString);
        assertTrue(run("cache clear").out().startsWith("Removed 1 answer ("));
        assertTrue(run("cache clear").out().startsWith("Removed 0 answers"));
    }

    @Test
    void verify_exits_with_seven_where_something_is_damaged() throws IOException {
        keep(Invocation.NOW, "acme", "a");
        Path journal = home.resolve("llm-agents-home/cache/v1/journal-1.log");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[70] ^= 1;
        Files.write(journal, bytes);
        Invocation verify = run("cache verify");
        assertEquals(7, verify.code(), verify::toString);
        assertTrue(verify.out().contains("journal-1.log: " + bytes.length + " bytes belong to no whole answer."));
    }

    @Test
    void purge_takes_a_tenant_out_of_every_store_and_nobody_else() throws IOException {
        keep(Invocation.NOW, "acme", "a");
        keep(Invocation.NOW, "other", "b");
        Path log = log(line("acme", "anna"), line("other", "bo"), "{torn", line("acme", "anna"));
        Invocation dry = run("purge --tenant acme --dry-run");
        assertTrue(dry.out().contains("Would remove 2 lines in 1 file of the usage log."), dry::toString);
        assertTrue(Files.readString(log).contains("acme"));
        Invocation purge = run("purge --tenant acme");
        assertEquals(0, purge.code(), purge::toString);
        assertTrue(purge.out().startsWith("Removed 1 answer ("), purge::toString);
        assertTrue(purge.out().contains("\nRemoved 2 lines in 1 file of the usage log.\n"), purge::toString);
        assertEquals(line("other", "bo") + "\n{torn\n", Files.readString(log));
        assertTrue(run("cache verify").out().startsWith("1 whole answer in"));
    }

    private Path kept(String id, String tenant, String started) throws IOException {
        RunFolder run = new Runs(home.resolve("llm-agents-home/state/runs")).run(id);
        run.write(new RunRecord(
                id,
                "1.0.0",
                "meetmind analyze",
                List.of(),
                true,
                home.toString(),
                tenant,
                new Terms(Map.of(), Terms.Sent.MASKED),
                List.of(),
                Instant.parse(started),
                Optional.empty(),
                RunRecord.Status.DONE,
                OptionalInt.of(0),
                RunRecord.Totals.of(List.of())));
        Path folder = run.path();
        Files.writeString(folder.resolve("calls.journal"), "what was asked\n");
        return folder;
    }

    @Test
    void purge_takes_the_runs_of_a_tenant_and_what_they_recorded() throws IOException {
        Path old = kept("aaaa", "acme", "2026-11-20T10:00:00Z");
        Path young = kept("bbbb", "acme", "2026-11-22T09:00:00Z");
        Path other = kept("cccc", "other", "2026-11-20T10:00:00Z");
        assertTrue(run("purge --tenant acme --dry-run").out().contains("Would remove 2 runs"));
        assertTrue(Files.exists(old));
        assertTrue(run("purge --tenant acme --before 2026-11-21").out().contains("Removed 1 run with"));
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(young.resolve("calls.journal")));
        assertTrue(run("purge --tenant acme").out().contains("Removed 1 run with"));
        assertFalse(Files.exists(young));
        assertTrue(Files.exists(other.resolve("calls.journal")));
    }

    @Test
    void purge_before_a_day_leaves_that_day() throws IOException {
        Path log = log(line("acme", "anna"));
        String before = Files.readString(log);
        assertTrue(run("purge --tenant acme --before 2026-11-21").out().contains("Removed 0 lines"));
        assertEquals(before, Files.readString(log));
        assertTrue(run("purge --tenant acme --before 2026-11-22").out().contains("Removed 1 line "));
        assertEquals("", Files.readString(log));
    }

    @Test
    void the_audit_trail_is_csv_with_who_what_and_where_and_no_formula() throws IOException {
        log(line("acme", "=anna"), "{torn", line("other", "bo"));
        Invocation audit = run("stats audit --since 30d");
        assertEquals(0, audit.code(), audit::toString);
        List<String> rows = audit.out().lines().toList();
        assertEquals(
                "time,user,tenant,team,agent,provider,host,region,model,cause,masked,consent,status,error,run",
                rows.get(0));
        assertEquals(
                "2026-11-21T10:00:00.000Z,bo,other,meetmind,meetmind.qa,openai,api.openai.com,us,gpt,initial,"
                        + "person=2 phone=1,false,ok,,r1",
                rows.get(2));
        assertFalse(rows.get(1).contains(",=anna"), audit::toString);
        assertEquals(
                "1 line of the log could not be read and are not in the list.",
                audit.err().strip());
        assertEquals(2, run("stats audit --tenant other").out().lines().count());
        assertEquals(1, run("stats audit --since 1h").out().lines().count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cache|stats, clear and verify",
                "cache clear --older-than soon|7d",
                "cache stats --format xml|table",
                "purge|--tenant",
                "purge --tenant acme --before soon|2026-11-01",
                "stats audit --since soon|30d"
            })
    void a_mistake_is_wrong_usage_and_shows_the_way_out(String line, String wayOut) {
        Invocation wrong = run(line);
        assertEquals(2, wrong.code(), wrong::toString);
        assertEquals("", wrong.out());
        assertTrue(wrong.err().contains(wayOut), wrong::toString);
    }
}
