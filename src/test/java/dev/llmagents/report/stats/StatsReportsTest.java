package dev.llmagents.report.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.json.Schema;
import dev.llmagents.report.Columns;
import dev.llmagents.report.stats.StatsFormats.Destination;
import dev.llmagents.usage.stats.UsageReport;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class StatsReportsTest {
    static Stream<UsageReport> reports() {
        return Stream.of(SampleUsage.usual(), SampleUsage.hostile(), SampleUsage.labelled(), SampleUsage.nothing());
    }

    private static String render(StatsFormats format, UsageReport report) {
        // Its labels are its own.
        boolean own = format == StatsFormats.PROMETHEUS;
        return format.renderer(Destination.PIPE).render(own ? SampleUsage.labelled() : report);
    }

    private static JsonNode schema() throws Exception {
        try (InputStream bytes = StatsJson.class.getResourceAsStream("/schemas/stats.1.json")) {
            return Json.parse(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void json_conforms_to_the_schema_that_ships(UsageReport report) throws Exception {
        assertEquals(List.of(), new Schema(schema()).problemsWith(Json.parse(render(StatsFormats.JSON, report))));
    }

    @Test
    void the_schema_refuses_fields_it_does_not_know_and_misses_those_it_does() throws Exception {
        Schema schema = new Schema(schema());
        for (String place : List.of("/total", "/groups/0", "/log", "")) {
            JsonNode extra = Json.parse(render(StatsFormats.JSON, SampleUsage.usual()));
            ((ObjectNode) extra.at(place)).put("surprise", 1);
            assertFalse(schema.problemsWith(extra).isEmpty(), place);
        }
        for (String place : List.of("/total", "/groups/0")) {
            JsonNode less = Json.parse(render(StatsFormats.JSON, SampleUsage.usual()));
            ((ObjectNode) less.at(place)).remove("costUsd");
            assertFalse(schema.problemsWith(less).isEmpty(), place);
        }
        assertEquals(StatsJson.SCHEMA, schema().path("$id").asText());
    }

    @Test
    void json_writes_money_in_plain_digits() {
        String json = render(StatsFormats.JSON, SampleUsage.usual());
        assertTrue(json.contains("\"savedUsd\": 0.0000001"), json);
        assertTrue(json.contains("\"costUsd\": 0.00021"), json);
    }

    @ParameterizedTest
    @EnumSource(StatsFormats.class)
    void text_of_others_cannot_steer_a_terminal_or_a_page(StatsFormats format) {
        String text = render(format, SampleUsage.hostile());
        assertFalse(text.contains("\u001b["), text);
        assertFalse(format == StatsFormats.HTML && text.contains("<script"), text);
        assertFalse(format == StatsFormats.MARKDOWN && text.contains("| <"), text);
        assertFalse(format != StatsFormats.JSON && format != StatsFormats.PROMETHEUS && text.contains("\u202e"), text);
    }

    @ParameterizedTest
    @EnumSource(StatsFormats.class)
    void the_machines_language_changes_nothing(StatsFormats format) {
        Locale before = Locale.getDefault();
        String usual = render(format, SampleUsage.usual());
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(usual, render(format, SampleUsage.usual()));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 120, 200})
    void the_table_fits_the_terminal(int width) {
        String text = StatsFormats.TABLE
                .renderer(new Destination(width, false, true, false))
                .render(SampleUsage.usual());
        for (String line : text.lines().toList()) {
            assertTrue(Columns.of(line) <= width, line);
        }
        assertTrue(text.contains("meetmind"), text);
        assertTrue(text.contains("$12.50"), text);
    }

    @Test
    void the_table_needs_no_more_than_ascii_where_there_is_no_more() {
        String text = StatsFormats.TABLE
                .renderer(new Destination(120, false, false, false))
                .render(SampleUsage.usual());
        assertTrue(text.chars().allMatch(letter -> letter == '\n' || (letter >= ' ' && letter < 0x7f)), text);
        assertTrue(text.contains("####"), text);
    }

    @Test
    void colours_are_only_where_they_are_wanted() {
        Destination plain = new Destination(120, false, true, false);
        Destination coloured = new Destination(120, true, true, false);
        assertFalse(
                StatsFormats.TABLE.renderer(plain).render(SampleUsage.usual()).contains("\u001b"));
        String text = StatsFormats.TABLE.renderer(coloured).render(SampleUsage.usual());
        assertEquals(
                StatsFormats.TABLE.renderer(plain).render(SampleUsage.usual()), text.replaceAll("\u001b\\[\\d*m", ""));
    }

    @Test
    void csv_has_a_line_for_each_group_or_one_for_the_whole() {
        assertEquals(4, render(StatsFormats.CSV, SampleUsage.usual()).lines().count());
        List<String> whole =
                render(StatsFormats.CSV, SampleUsage.nothing()).lines().toList();
        assertEquals(2, whole.size());
        assertTrue(whole.get(1).endsWith(",0,0,0,0,,,,"), whole.get(1));
        assertEquals(whole.get(0).split(",", -1).length, whole.get(1).split(",", -1).length);
    }

    @Test
    void prometheus_counters_carry_the_labels_of_their_names_and_add_up_over_the_status() {
        String text = render(StatsFormats.PROMETHEUS, SampleUsage.labelled());
        String labels = "agent=\"meetmind.qa\",team=\"meetmind\",model=\"gpt-4.1\",provider=\"openai\"";
        for (String line : List.of(
                "llm_requests_total{" + labels + ",status=\"ok\"} 10",
                "llm_requests_total{" + labels + ",status=\"error\"} 5",
                "llm_cost_usd_total{" + labels + "} 2.0",
                "llm_errors_total{" + labels + ",type=\"timeout\"} 2",
                "llm_tokens_used_total{" + labels + ",type=\"prompt\"} 2469134",
                "llm_cache_hits_total{" + labels + "} 2",
                "llm_request_duration_seconds_count{" + labels + "} 9",
                "llm_request_duration_seconds_bucket{" + labels + ",le=\"+Inf\"} 9",
                "llm_request_duration_seconds_sum{" + labels + "} 8.100")) {
            assertTrue(text.lines().anyMatch(line::equals), () -> line + " is not in\n" + text);
        }
    }

    @Test
    void prometheus_text_is_well_formed_and_names_no_series_twice() {
        String text = render(StatsFormats.PROMETHEUS, SampleUsage.labelled());
        List<String> samples =
                text.lines().filter(line -> !line.startsWith("#")).toList();
        assertEquals(
                samples.size(),
                samples.stream()
                        .map(line -> line.substring(0, line.lastIndexOf(' ')))
                        .distinct()
                        .count());
        for (String sample : samples) {
            new BigDecimal(sample.substring(sample.lastIndexOf(' ') + 1));
            assertTrue(sample.matches("llm_[a-z_]+(\\{([a-z_]+=\"([^\"\\\\]|\\\\[\\\\n\"])*\",?)*\\})? \\S+"), sample);
        }
        assertTrue(text.endsWith("\n"));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void the_page_loads_nothing_and_its_charts_are_whole(UsageReport report) throws Exception {
        String page = render(StatsFormats.HTML, report);
        assertTrue(page.contains("default-src 'none'"), page);
        assertFalse(page.contains("src=") || page.contains("href="), page);
        for (String chart : page.split("<svg", -1)) {
            if (chart.contains("</svg>")) {
                String svg = "<svg" + chart.substring(0, chart.indexOf("</svg>") + 6);
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "999, 999",
        "1000, 1.00k",
        "1234, 1.23k",
        "12345, 12.3k",
        "123456, 123k",
        "999499, 999k",
        "999500, 1.00M",
        "99949, 99.9k",
        "99950, 100k",
        "1234567890, 1.23G"
    })
    void numbers_are_told_in_three_digits(long number, String text) {
        assertEquals(text, Numbers.brief(number));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|$0.00",
                "0.00001|<$0.0001",
                "0.00021|$0.0002",
                "0.0999|$0.0999",
                "0.1|$0.10",
                "12.345|$12.35",
                "1234567.891|$1,234,567.89"
            })
    void money_is_told_to_the_cent_or_finer(BigDecimal usd, String text) {
        assertEquals(text, Numbers.money(usd));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "999, 999 ms",
        "1000, 1.00 s",
        "9994, 9.99 s",
        "12345, 12.3 s",
        "119999, 120.0 s",
        "150000, 2.5 min"
    })
    void times_are_told_in_fitting_units(long millis, String text) {
        assertEquals(text, Numbers.time(1, millis));
        assertEquals("-", Numbers.time(0, millis));
    }

    @Test
    void sparklines_add_up_neighbours_where_there_is_no_room_and_show_whatever_is_there() {
        assertEquals("▁ █", Bars.sparkline(List.of(0.001, 0.0, 8.0), 10, true));
        assertEquals("█▄", Bars.sparkline(List.of(4.0, 4.0, 3.9), 2, true));
        assertEquals("_ #", Bars.sparkline(List.of(0.001, 0.0, 8.0), 10, false));
        assertEquals("", Bars.sparkline(List.of(), 10, true));
        assertEquals("▏", Bars.bar(0.0001, 12, true));
        assertEquals("", Bars.bar(0, 12, true));
        assertEquals("############", Bars.bar(1, 12, false));
        assertEquals(Optional.of(StatsFormats.PROMETHEUS), StatsFormats.ofFile("llm.prom"));
    }
}
