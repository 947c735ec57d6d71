package dev.llmagents.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.json.Schema;
import dev.llmagents.team.meetmind.MeetingReport;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MeetingJsonTest {
    private static final List<String> KINDS =
            List.of("topics", "decisions", "actionItems", "risks", "openQuestions", "requirements", "features");

    static Stream<List<MeetingReport>> runs() {
        return Stream.of(
                List.of(SampleReports.english()),
                List.of(SampleReports.swedish()),
                List.of(SampleReports.sparse()),
                List.of(SampleReports.hostile()),
                List.of(SampleReports.english(), SampleReports.swedish(), SampleReports.sparse()),
                List.of(SampleReports.sparse(), SampleReports.sparse()));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void conforms_to_the_schema_that_ships(List<MeetingReport> meetings) throws Exception {
        Schema schema = new Schema(schema());
        for (RunFacts facts : List.of(
                SampleFacts.rulesAlone(), SampleFacts.withModel(), SampleFacts.kept(), SampleFacts.unpriced())) {
            assertEquals(List.of(), schema.problemsWith(output(meetings, facts)));
        }
    }

    @Test
    void the_schema_refuses_fields_it_does_not_know_and_misses_those_it_does() throws Exception {
        Schema schema = new Schema(schema());
        JsonNode extra = output(List.of(SampleReports.english()), SampleFacts.rulesAlone());
        ((com.fasterxml.jackson.databind.node.ObjectNode) extra.path("result")).put("measuredMs", 3);
        assertFalse(schema.problemsWith(extra).isEmpty());
        JsonNode less = output(List.of(SampleReports.english()), SampleFacts.rulesAlone());
        ((com.fasterxml.jackson.databind.node.ObjectNode) less.path("cost")).remove("usd");
        assertFalse(schema.problemsWith(less).isEmpty());
    }

    @Test
    void the_schema_carries_the_id_that_outputs_name() throws Exception {
        assertEquals(MeetingJson.SCHEMA, schema().path("$id").asText());
    }

    @Test
    void the_result_does_not_change_with_what_was_measured() throws Exception {
        List<MeetingReport> meetings = List.of(SampleReports.english());
        assertEquals(
                Json.write(output(meetings, SampleFacts.rulesAlone()).path("result")),
                Json.write(output(meetings, SampleFacts.withModel()).path("result")));
    }

    @Test
    void every_item_says_where_it_comes_from() throws Exception {
        JsonNode result = output(List.of(SampleReports.english()), SampleFacts.rulesAlone())
                .path("result");
        List<JsonNode> items = new ArrayList<>();
        result.path("summary").path("sentences").forEach(items::add);
        KINDS.forEach(kind -> {
            assertFalse(result.path(kind).isEmpty(), kind);
            result.path(kind).forEach(items::add);
        });
        for (JsonNode item : items) {
            for (String field : List.of("id", "text", "quote", "line", "speaker", "start", "confidence", "source")) {
                assertTrue(item.has(field), field + " in " + item);
            }
        }
    }

    @Test
    void names_items_as_the_report_does() throws Exception {
        MeetingReport report = SampleReports.english();
        JsonNode result = output(List.of(report), SampleFacts.rulesAlone()).path("result");
        List<String> ids = new ArrayList<>();
        for (String kind : List.of("decisions", "actionItems", "risks", "openQuestions", "requirements")) {
            result.path(kind).forEach(item -> ids.add(item.path("id").asText()));
        }
        assertEquals(
                MeetingReport.items(report.minutes(), report.wishes()).stream()
                        .map(MeetingReport.Item::id)
                        .toList(),
                ids);
    }

    @Test
    void several_meetings_share_one_list_of_tasks_by_date_with_undated_ones_last() throws Exception {
        JsonNode result = output(List.of(SampleReports.english(), SampleReports.swedish()), SampleFacts.rulesAlone())
                .path("result");
        List<String> tasks = new ArrayList<>();
        result.path("actionItems")
                .forEach(item -> tasks.add(item.path("meeting").asText() + " "
                        + item.path("id").asText() + " " + item.path("due").asText()));
        assertEquals(
                List.of(
                        "avstämning.txt A1 2026-03-05",
                        "kickoff.vtt A1 2026-11-13",
                        "kickoff.vtt A2 null",
                        "kickoff.vtt A3 null"),
                tasks);
        assertEquals("kickoff.vtt", result.path("meetings").path(0).path("name").asText());
    }

    @Test
    void writes_small_amounts_in_plain_digits() {
        String json = render(List.of(SampleReports.hostile()), SampleFacts.rulesAlone());
        assertTrue(json.contains("\"costUsd\": 0.0000001"), json);
    }

    @Test
    void keeps_quotes_letter_by_letter_and_shows_no_control_in_a_terminal() throws Exception {
        String json = render(List.of(SampleReports.hostile()), SampleFacts.rulesAlone());
        json.codePoints().filter(letter -> letter != '\n').forEach(letter -> {
            assertFalse(Character.isISOControl(letter), "control " + letter);
            assertFalse(Character.getType(letter) == Character.FORMAT, "invisible " + letter);
        });
        assertEquals(
                SampleReports.HOSTILE.replace('\uD83D', '\uFFFD'),
                Json.parse(json)
                        .path("result")
                        .path("decisions")
                        .path(0)
                        .path("quote")
                        .asText());
        assertEquals(json, new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    private static JsonNode output(List<MeetingReport> meetings, RunFacts facts) throws Exception {
        return Json.parse(render(meetings, facts));
    }

    private static String render(List<MeetingReport> meetings, RunFacts facts) {
        return new MeetingJson().render(new MeetingReports(meetings), facts);
    }

    private static JsonNode schema() throws Exception {
        try (InputStream bytes = MeetingJson.class.getResourceAsStream("/schemas/meetmind.analyze.1.json")) {
            return Json.parse(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
