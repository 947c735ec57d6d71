package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole command lines of {@code llm-agents stats}; it is 2026-11-22, ten o'clock. */
class StatsCommandTest {
    @TempDir
    private Path home;

    private Invocation stats(String... arguments) {
        return Invocation.in(home).run(with(arguments));
    }

    private static String[] with(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "stats";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }

    private void log(String... times) throws IOException {
        Path folder = Files.createDirectories(home.resolve("llm-agents-home/state/usage"));
        for (String time : times) {
            Path file = folder.resolve("usage-" + time.substring(0, 10) + ".jsonl");
            String line = "{\"v\":1,\"ts\":\"" + time
                    + "\",\"attempt\":1,\"cause\":\"initial\",\"status\":\"ok\",\"agent\":\"a.b\","
                    + "\"tenant\":\"acme\",\"costUsd\":0.5,\"latencyMs\":10}\n";
            Files.writeString(file, (Files.exists(file) ? Files.readString(file) : "") + line);
        }
    }

    private static long calls(Invocation csv) {
        assertEquals(0, csv.code(), csv::toString);
        return Long.parseLong(
                csv.out().lines().skip(1).findFirst().orElseThrow().split(",", -1)[0]);
    }

    @Test
    void without_a_log_it_says_so_kindly() {
        Invocation run = stats();
        assertEquals(0, run.code(), run::toString);
        assertEquals("", run.out());
        assertTrue(run.err().startsWith("No usage yet"), run::toString);
        assertEquals(1, run.err().lines().count());
    }

    @Test
    void without_a_log_programs_get_their_format_all_the_same() {
        Invocation run = stats("--format", "json", "-q");
        assertEquals(0, run.code(), run::toString);
        assertEquals("", run.err());
        assertTrue(run.out().contains("\"calls\": 0"), run::toString);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "24h, -, 2",
                "1h, -, 1",
                "7d, -, 3",
                "2026-11-22, -, 1",
                "2026-11-21, 2026-11-21, 1",
                "-, 2026-11-21, 2",
                "2026-11-22T09:30, -, 1",
                "2026-11-22T10:30:00+01:00, -, 1",
                "-, 1h, 2",
                "-, -, 3",
                "-, 2026-11-22T09:30:00Z, 2"
            })
    void ranges_may_be_said_in_many_ways(String since, String until, long expected) throws IOException {
        log("2026-11-20T12:00:00.000Z", "2026-11-21T12:00:00.000Z", "2026-11-22T09:30:00.000Z");
        String[] arguments = {
            "--format=csv", since == null ? "-q" : "--since=" + since, until == null ? "-q" : "--until=" + until
        };
        String[] once = since == null && until == null ? new String[] {"--format=csv"} : arguments;
        assertEquals(expected, calls(stats(once)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--by=modle|model",
                "--by=agent,teem|team",
                "--since=yesterday|24h",
                "--until=99|2026-11-01",
                "--since=2026-13-01|2026-11-01",
                "--since=2026-11-02 --until=2026-11-01|earlier",
                "--since=1h --until=2h|earlier",
                "--format=xml|json",
                "--format=prometheus --by=agent|leave out",
                "--format=prometheus --since=24h|leave out",
                "--bye=agent|--by"
            })
    void a_mistake_is_wrong_usage_and_shows_the_way_out(String options, String wayOut) {
        Invocation run = stats(options.split(" "));
        assertEquals(2, run.code(), run::toString);
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run::toString);
        assertTrue(run.err().contains(wayOut), run::toString);
    }

    @Test
    void a_terminal_gets_a_table_and_a_pipe_markdown() throws IOException {
        log("2026-11-22T09:30:00.000Z");
        Invocation table = Invocation.in(home)
                .terminal(new Terminal(true, true, 100, true))
                .run(with("--by", "agent"));
        assertTrue(table.out().contains("\u001b[") && table.out().contains("█"), table::toString);
        Invocation plain = Invocation.in(home)
                .terminal(new Terminal(true, true, 100, true))
                .with("LC_ALL", "C")
                .run(with("--by", "agent", "--no-color"));
        assertTrue(plain.out().contains("####") && !plain.out().contains("\u001b["), plain::toString);
        assertTrue(stats("--by", "agent").out().startsWith("# Usage"));
    }

    @Test
    void the_ending_of_a_file_chooses_the_format() throws IOException {
        log("2026-11-22T09:30:00.000Z");
        for (String name : new String[] {"u.html", "u.json", "u.csv", "u.md", "u.prom", "u.txt"}) {
            Invocation run = stats("-o", name);
            assertEquals(0, run.code(), run::toString);
            assertEquals("", run.out());
            assertTrue(Files.size(home.resolve(name)) > 0);
        }
        assertTrue(Files.readString(home.resolve("u.html")).startsWith("<!DOCTYPE html>"));
        assertTrue(Files.readString(home.resolve("u.prom")).startsWith("# HELP llm_requests_total"));
    }

    @Test
    void a_folder_that_is_not_there_is_named_before_anything_is_read() {
        Invocation run = stats("-o", "nowhere/u.html");
        assertEquals(3, run.code(), run::toString);
        assertTrue(run.err().contains("nowhere"), run::toString);
    }

    @Test
    void another_tenant_sees_nothing() throws IOException {
        log("2026-11-22T09:30:00.000Z");
        assertEquals(1, calls(stats("--tenant", "acme", "--format", "csv")));
        assertEquals(0, calls(stats("--tenant", "other", "--format", "csv")));
    }

    @Test
    void the_same_command_gives_the_same_bytes() throws IOException {
        log("2026-11-20T12:00:00.000Z", "2026-11-22T09:30:00.000Z");
        for (String format : new String[] {"table", "json", "csv", "markdown", "html"}) {
            String[] arguments = {"--since", "7d", "--by", "agent,day", "--format", format};
            assertEquals(stats(arguments).out(), stats(arguments).out());
        }
    }

    @Test
    void torn_lines_are_told_of() throws IOException {
        log("2026-11-22T09:30:00.000Z");
        Path file = home.resolve("llm-agents-home/state/usage/usage-2026-11-22.jsonl");
        Files.writeString(file, Files.readString(file) + "{\"v\":1,\"ts\"");
        Invocation run = stats();
        assertTrue(run.out().contains("1 line of the log could not be read"), run::toString);
        assertFalse(run.out().contains("\"ts\""), run::toString);
    }

    @Test
    void without_a_home_there_is_no_log() {
        Invocation run = Invocation.in(home).with("LLM_AGENTS_HOME", "").run("stats");
        assertEquals(2, run.code(), run::toString);
        assertTrue(run.err().contains("LLM_AGENTS_HOME"), run::toString);
    }
}
