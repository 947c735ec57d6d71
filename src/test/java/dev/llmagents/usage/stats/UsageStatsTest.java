package dev.llmagents.usage.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.llm.ModelTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageStatsTest {
    private static final String DAY = "usage-2026-11-22.jsonl";

    @TempDir
    private Path folder;

    private static String line(String more) {
        return "{\"v\":1,\"ts\":\"2026-11-22T10:00:00.123Z\",\"attempt\":1,\"cause\":\"initial\",\"status\":\"ok\""
                + more + "}";
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private UsageReport read(UsageQuery query) throws IOException {
        return new UsageStats(folder).report(query);
    }

    private UsageReport readLines(String... lines) throws IOException {
        write(DAY, String.join("\n", lines) + "\n");
        return read(UsageQuery.ALL);
    }

    @Test
    void sums_are_exactly_those_of_a_json_tree_for_each_line() throws IOException {
        UsageLogGenerator generator = new UsageLogGenerator(42);
        List<Dimension> by = List.of(Dimension.AGENT, Dimension.TENANT, Dimension.STATUS, Dimension.HOUR);
        NaiveStats naive = new NaiveStats();
        StringBuilder content = new StringBuilder();
        Instant time = Instant.parse("2026-11-22T00:00:00Z");
        for (int i = 0; i < 5_000; i++) {
            String line = generator.line(time.plusMillis(i * 17_001L));
            naive.add(line, by);
            content.append(line).append('\n');
        }
        write(DAY, content.toString());
        UsageReport report = read(UsageQuery.ALL.by(by.toArray(Dimension[]::new)));
        assertEquals(naive.groups.size(), report.groups().size());
        BigDecimal total = BigDecimal.ZERO;
        for (UsageReport.Group group : report.groups()) {
            NaiveStats.Sums sums = naive.groups.get(group.key());
            UsageFigures figures = group.figures();
            assertEquals(
                    List.of(sums.calls, sums.attempts, sums.hits, sums.unpriced, sums.errors),
                    List.of(
                            figures.calls(),
                            figures.attempts(),
                            figures.cacheHits(),
                            figures.unpriced(),
                            figures.errorCount()));
            assertEquals(
                    List.of(sums.prompt, sums.cachedPrompt, sums.completion, sums.reasoning),
                    List.of(
                            figures.tokens().prompt(),
                            figures.tokens().cachedPrompt(),
                            figures.tokens().completion(),
                            figures.tokens().reasoning()));
            assertEquals(0, sums.cost.compareTo(figures.costUsd()), group.toString());
            assertEquals(0, sums.saved.compareTo(figures.savedUsd()), group.toString());
            assertNear(sums.latencies, figures.latency());
            total = total.add(sums.cost);
        }
        assertEquals(0, total.compareTo(report.total().costUsd()));
    }

    private static void assertNear(List<Long> latencies, UsageFigures.Latency found) {
        assertEquals(latencies.size(), found.count());
        if (latencies.isEmpty()) {
            return;
        }
        Collections.sort(latencies);
        long median = latencies.get((int) Math.ceil(latencies.size() * 0.5) - 1);
        long most = latencies.get((int) Math.ceil(latencies.size() * 0.99) - 1);
        assertEquals((double) median, (double) found.p50(), median * 0.008 + 0.5);
        assertEquals((double) most, (double) found.p99(), most * 0.008 + 0.5);
        assertEquals(latencies.get(latencies.size() - 1), found.max());
        assertEquals(latencies.stream().mapToLong(Long::longValue).sum(), found.sum());
    }

    @Test
    void two_threads_find_what_one_finds() throws IOException {
        new UsageLogGenerator(7).write(folder, 40 << 20, 2, LocalDate.parse("2026-11-22"));
        UsageReport both = read(UsageQuery.ALL.by(Dimension.AGENT, Dimension.MODEL));
        long lines = 0;
        BigDecimal cost = BigDecimal.ZERO;
        for (String day : List.of("2026-11-20", "2026-11-21")) {
            Instant begin = Instant.parse(day + "T00:00:00Z");
            UsageReport one = read(UsageQuery.ALL.between(begin, begin.plusSeconds(86_400)));
            lines += one.total().lines();
            cost = cost.add(one.total().costUsd());
        }
        assertEquals(lines, both.total().lines());
        assertEquals(0, cost.compareTo(both.total().costUsd()));
        assertEquals(0, both.log().damaged());
    }

    @Test
    void a_range_is_found_without_reading_the_rest() throws IOException {
        new UsageLogGenerator(3).write(folder, 12 << 20, 3, LocalDate.parse("2026-11-22"));
        Instant from = Instant.parse("2026-11-20T06:00:00Z");
        Instant to = Instant.parse("2026-11-20T07:00:00Z");
        long expected = 0;
        for (String line : Files.readAllLines(folder.resolve("usage-2026-11-20.jsonl"))) {
            expected += line.contains("\"ts\":\"2026-11-20T06:") ? 1 : 0;
        }
        UsageReport report = read(UsageQuery.ALL.between(from, to));
        assertEquals(expected, report.total().lines());
        assertEquals(1, report.log().opened());
        assertTrue(report.log().bytes() < (1 << 20), () -> report.log().bytes() + " bytes read");
        assertEquals(Dimension.HOUR, report.series().unit());
    }

    @Test
    void the_first_moment_counts_and_the_last_does_not() throws IOException {
        write(DAY, line("") + "\n");
        Instant time = Instant.parse("2026-11-22T10:00:00.123Z");
        assertEquals(
                1,
                read(UsageQuery.ALL.between(time, time.plusMillis(1))).total().lines());
        assertEquals(
                0,
                read(UsageQuery.ALL.between(time.minusMillis(9), time)).total().lines());
    }

    @Test
    void lines_of_several_processes_may_be_out_of_order_by_moments() throws IOException {
        StringBuilder content = new StringBuilder();
        String filler = ",\"x\":\"" + "y".repeat(2_000) + "\"";
        for (int second = 0; second < 600; second++) {
            Instant time = Instant.parse("2026-11-22T10:00:00Z").plusSeconds(second ^ 7);
            content.append(line(filler).replace("2026-11-22T10:00:00.123Z", time.toString()))
                    .append('\n');
        }
        write(DAY, content.toString());
        Instant from = Instant.parse("2026-11-22T10:05:00Z");
        assertEquals(
                120,
                read(UsageQuery.ALL.between(from, from.plusSeconds(120)))
                        .total()
                        .lines());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"v\":1,\"ts\":\"2026-11-22T10:00:00.1",
                "{\"v\":1,\"ts\":\"20{\"v\":1,\"ts\":\"2026-11-22T10:00:00.123Z\"}",
                "{\"v\":1}",
                "{\"ts\":\"yesterday\"}",
                "{\"ts\":\"2026-02-30T10:00:00.123Z\"}",
                "{\"ts\":\"2026-11-22T25:00:00.123Z\"}",
                "{\"ts\":\"2026-11-22T10:00:00.123Z\",}",
                "{\"ts\":\"2026-11-22T10:00:00.123Z\"} x",
                "{\"ts\":\"2026-11-22T10:00:00.123Z\",\"costUsd\":1E+999999999}",
                "{\"ts\":\"2026-11-22T10:00:00.123Z\",\"costUsd\":-1}",
                "{\"ts\":\"2026-11-22T10:00:00.123Z\",\"costUsd\":1.2.3}",
                "{\"ts\":\"2026-11-22T10:00:00.123Z\",\"promptTokens\":-5}",
                "{\"ts\":\"2026-11-22T10:00:00.123Z\",\"promptTokens\":99999999999999999999}",
                "{\"ts\":\"2026-11-22T10:00:00.123Z\",\"a\":{\"b\":[1,2}",
                "{\"ts\":\"2026-11-22T10:00:00.123Z\",\"a\":\"\\",
                "[1,2]",
                "null",
                "\u0000\u0000\u0000",
                "{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{",
                "\"",
                "}"
            })
    void a_damaged_line_is_counted_and_costs_no_other(String damaged) throws IOException {
        UsageReport report = readLines(line(""), damaged, line(""));
        assertEquals(1, report.log().damaged());
        assertEquals(2, report.total().lines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n\n", "\r\n\r\n", "   \n\t\n"})
    void an_empty_file_holds_nothing_and_is_no_mistake(String content) throws IOException {
        write(DAY, content);
        UsageReport report = read(UsageQuery.ALL);
        assertEquals(0, report.total().lines());
        assertEquals(0, report.log().damaged());
    }

    @Test
    void lines_may_end_as_on_windows_and_the_last_need_not_end_at_all() throws IOException {
        write(DAY, line("") + "\r\n" + line("") + "\r\n" + line(""));
        UsageReport report = read(UsageQuery.ALL);
        assertEquals(3, report.total().lines());
        assertEquals(0, report.log().damaged());
    }

    @ParameterizedTest
    @CsvSource({"10, 3, 0", "20, 2, 1"})
    void a_giant_line_is_read_or_left_out_without_harm_to_its_neighbours(int megabytes, int lines, int damaged)
            throws IOException {
        UsageReport report = readLines(line(""), line(",\"note\":\"" + "ö".repeat(megabytes << 19) + "\""), line(""));
        assertEquals(lines, report.total().lines());
        assertEquals(damaged, report.log().damaged());
    }

    @Test
    void every_line_counts_once_wherever_pieces_begin() throws IOException {
        // Long lines of changing length, so that the edges of pieces and buffers fall on all places of a line.
        StringBuilder content = new StringBuilder();
        int lines = 0;
        for (int size = 0; content.length() < 35 << 20; size = (size + 7_919) % 300_000) {
            content.append(line(",\"note\":\"" + "x".repeat(size) + "\"")).append('\n');
            lines++;
        }
        write(DAY, content.toString());
        UsageReport report = read(UsageQuery.ALL);
        assertEquals(lines, report.total().lines());
        assertEquals(0, report.log().damaged());
    }

    @Test
    void fields_may_stand_in_any_order_with_blanks_and_with_fields_of_other_versions() throws IOException {
        UsageReport report = readLines(
                "{ \"costUsd\" : 0.5 ,\t\"new\":{\"a\":[1,{\"b\":\"}\"}]}, \"status\":\"ok\", \"more\":[],"
                        + "\"agent\":\"a\",\"ts\":\"2026-11-22T12:00:00+02:00\",\"v\":2,\"cause\":\"initial\",\"flag\":true }",
                line(",\"agent\":\"a\",\"costUsd\":0.25"),
                "{\"ts\":\"2026-11-22T10:00:00Z\",\"cached\":true}");
        assertEquals(3, report.total().lines());
        assertEquals(0, report.log().damaged());
        assertEquals(2, report.log().otherVersions());
        assertEquals(1, report.total().cacheHits());
        assertEquals(new BigDecimal("0.75"), report.total().costUsd());
        assertEquals(Instant.parse("2026-11-22T10:00:00Z"), report.log().first().orElseThrow());
    }

    @Test
    void escapes_mean_what_they_mean_in_json() throws IOException {
        write(
                DAY,
                String.join(
                        "\n",
                        line(",\"agent\":\"a\\\"b\\\\\",\"tenant\":\"caf\\u00e9\""),
                        line(",\"agent\":\"a\\u0022b\\u005c\",\"tenant\":\"café\""),
                        line(",\"\\u0061gent\":\"\\ud83d\\ude00\",\"tenant\":\"café\""),
                        line(",\"agent\":\"😀\",\"tenant\":\"Café\"")));
        UsageReport report = read(UsageQuery.ALL.by(Dimension.AGENT).ofTenant("café"));
        assertEquals(
                List.of(List.of("a\"b\\"), List.of("😀")),
                report.groups().stream().map(UsageReport.Group::key).toList());
        assertEquals(2, report.groups().get(0).figures().lines());
    }

    @Test
    void small_amounts_do_not_drift() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            lines.add(line(",\"costUsd\":0.000210000"));
        }
        assertEquals(
                new BigDecimal("2.1"),
                readLines(lines.toArray(String[]::new)).total().costUsd());
    }

    @ParameterizedTest
    @CsvSource({
        "1E-7, 0.0000001",
        "0, 0",
        "0.1234567890123456789, 0.1234567890123456789",
        "9999999.999999, 9999999.999999",
        "123456789012, 123456789012",
        "2.5e1, 25",
        "0.000000000001, 0.000000000001"
    })
    void amounts_of_any_form_are_exact(String written, BigDecimal exact) throws IOException {
        UsageReport report = readLines(line(",\"costUsd\":" + written), line(",\"costUsd\":" + written));
        assertEquals(0, exact.add(exact).compareTo(report.total().costUsd()));
    }

    @Test
    void a_sum_beyond_64_bits_is_still_exact() {
        UsdSum sum = new UsdSum();
        for (int i = 0; i < 5; i++) {
            sum.add(Long.MAX_VALUE);
        }
        assertEquals(
                0,
                BigDecimal.valueOf(Long.MAX_VALUE, 12)
                        .multiply(BigDecimal.valueOf(5))
                        .compareTo(sum.value()));
    }

    @Test
    void an_unknown_price_is_not_nothing() throws IOException {
        UsageReport report = readLines(line(",\"costUsd\":null"), line(",\"costUsd\":0"), line(""));
        assertEquals(2, report.total().unpriced());
    }

    @Test
    void only_answers_of_providers_count_for_latency() throws IOException {
        UsageReport report = readLines(
                line(",\"latencyMs\":100"),
                line(",\"latencyMs\":9000").replace("\"ok\"", "\"error\""),
                line(",\"latencyMs\":1").replace("initial", "cache"));
        assertEquals(1, report.total().latency().count());
        assertEquals(100, report.total().latency().p99());
        assertEquals(1, report.total().errors().get("unknown"));
    }

    @Test
    void retries_and_fallbacks_are_attempts_of_the_same_call() throws IOException {
        UsageReport report = readLines(
                line("").replace("\"ok\"", "\"error\",\"errorType\":\"outage\""),
                line("").replace("\"attempt\":1", "\"attempt\":2").replace("initial", "retry"),
                line("").replace("\"attempt\":1", "\"attempt\":3").replace("initial", "fallback"),
                line("").replace("initial", "coalesced"));
        UsageFigures total = report.total();
        assertEquals(
                List.of(2L, 3L, 1L, 1L, 1L),
                List.of(total.calls(), total.attempts(), total.retries(), total.fallbacks(), total.coalesced()));
        assertEquals(1.0 / 3, total.fallbackShare().orElseThrow());
    }

    @Test
    void costs_are_reckoned_anew_at_the_price_of_the_day() throws IOException {
        String tokens =
                ",\"provider\":\"openai\",\"promptTokens\":1000,\"cachedPromptTokens\":400,\"completionTokens\":100";
        UsageReport report = read(tokens);
        // 600 plain, 400 cached and 100 written tokens of gpt-4o-mini at 0.15, 0.075 and 0.60 for a million.
        assertEquals(new BigDecimal("0.00018"), report.groups().get(0).figures().costUsd());
        assertEquals("gpt-4o-mini-2024-07-18", report.groups().get(0).key().get(0));
        assertEquals(1, report.total().unpriced());
        assertEquals(new BigDecimal("0.00018"), report.total().savedUsd());
    }

    private UsageReport read(String tokens) throws IOException {
        write(
                DAY,
                String.join(
                        "\n",
                        line(",\"model\":\"gpt-4o-mini-2024-07-18\",\"costUsd\":7" + tokens),
                        line(",\"model\":\"gpt-4o-mini-2024-07-18\",\"savedUsd\":9" + tokens)
                                .replace("initial", "cache"),
                        line(",\"model\":\"nobody-knows\",\"costUsd\":7" + tokens),
                        line(",\"model\":\"own\",\"costUsd\":7,\"region\":\"local\"" + tokens),
                        line(",\"model\":\"nobody-knows\",\"costUsd\":7")));
        return read(UsageQuery.ALL.by(Dimension.MODEL).at(ModelTable.builtIn()));
    }

    @Test
    void only_files_of_the_log_are_read_and_numbered_ones_are_a_part_of_it() throws IOException {
        write(DAY, line(""));
        write("usage-2026-11-22-001.jsonl", line(""));
        write("usage-2026-11-22-12.jsonl", line(""));
        for (String name :
                List.of("usage-2026-11-22-.jsonl", "usage-2026-11-22.jsonl.tmp", "usage-2026-13-22.jsonl", "x")) {
            write(name, line(""));
        }
        Files.createDirectory(folder.resolve("usage-2026-11-23.jsonl"));
        UsageReport report = read(UsageQuery.ALL);
        assertEquals(3, report.total().lines());
        assertEquals(3, report.log().files());
    }

    @Test
    void without_a_folder_everything_is_zero() throws IOException {
        UsageReport report = new UsageStats(folder.resolve("none")).report(UsageQuery.ALL.by(Dimension.DAY));
        assertEquals(0, report.log().files());
        assertEquals(List.of(), report.groups());
        assertTrue(report.total().cacheHitRate().isEmpty());
    }

    @Test
    void days_are_those_of_universal_time_wherever_the_machine_stands() throws IOException {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            write(DAY, line("").replace("T10:00:00.123Z", "T23:59:59.999Z"));
            UsageReport report = read(UsageQuery.ALL.by(Dimension.DAY, Dimension.HOUR));
            assertEquals(
                    List.of("2026-11-22", "2026-11-22T23"),
                    report.groups().get(0).key());
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void groups_stand_by_cost_and_those_of_time_by_time() throws IOException {
        write(
                DAY,
                line(",\"agent\":\"cheap\",\"costUsd\":1") + "\n"
                        + line(",\"agent\":\"dear\",\"costUsd\":2").replace("T10", "T11") + "\n"
                        + line(",\"costUsd\":0"));
        assertEquals(List.of("dear", "cheap", ""), keys(Dimension.AGENT));
        assertEquals(List.of("2026-11-22T10", "2026-11-22T11"), keys(Dimension.HOUR));
    }

    private List<String> keys(Dimension by) throws IOException {
        return read(UsageQuery.ALL.by(by)).groups().stream()
                .map(group -> group.key().get(0))
                .toList();
    }

    @Test
    void more_groups_than_memory_should_hold_are_refused_with_the_way_out() throws IOException {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i <= Tally.MOST_GROUPS; i++) {
            content.append(line(",\"tenant\":\"t" + i + "\"")).append('\n');
        }
        write(DAY, content.toString());
        TooManyGroups refused = assertThrows(TooManyGroups.class, () -> read(UsageQuery.ALL.by(Dimension.TENANT)));
        assertTrue(refused.getMessage().contains("--by"));
    }

    @Test
    void the_generator_writes_every_field_that_is_read() {
        String line = new UsageLogGenerator(1).line(Instant.parse("2026-11-22T10:00:00.123Z"));
        for (Field field : Field.values()) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            UsageLine read = new UsageLine();
            byte[] ended = java.util.Arrays.copyOf(bytes, bytes.length + 1);
            ended[bytes.length] = '\n';
            assertEquals(bytes.length, read.read(ended, 0, bytes.length));
            assertTrue(read.isValid() && read.to(field) > 0, field.toString());
        }
    }
}
