package dev.llmagents.team.felicia.mission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.llmagents.json.Json;
import dev.llmagents.json.Schema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MissionsTest {
    private static final String HEAD = "mission:\n  as_of: 2015-12-31\n";

    private static Mission read(String text) throws Exception {
        return Missions.read(text.getBytes(StandardCharsets.UTF_8), "m.yaml");
    }

    private static String refused(String text) {
        return assertThrows(MissionException.class, () -> read(text)).getMessage();
    }

    @Test
    void a_mission_needs_no_more_than_its_day() throws Exception {
        Mission mission = read(HEAD);
        assertEquals(LocalDate.of(2015, 12, 31), mission.objective().asOf());
        assertEquals(Optional.empty(), mission.portfolio());
        assertEquals(List.of(), mission.universe());
        assertEquals("auto", mission.strategy().method());
        assertEquals(new BigDecimal("0.20"), mission.risk().maxPosition());
        assertEquals(Optional.empty(), mission.risk().maxOrderValue());
    }

    @Test
    void remembers_what_was_given_and_what_was_not() throws Exception {
        Mission mission = read(HEAD + "risk: {max_position: 0.1}\n");
        assertEquals(Origin.INPUT, mission.origins().get("risk.max_position"));
        assertEquals(Origin.DEFAULT, mission.origins().get("risk.max_group"));
        assertEquals(Origin.DEFAULT, mission.origins().get("costs.commission_bps"));
        assertEquals(Origin.INPUT, mission.origins().get("mission.as_of"));
        assertFalse(mission.origins().containsKey("risk.max_order_value"), "a value that is not there has no origin");
        assertEquals("input", Origin.INPUT.label());
        assertTrue(mission.says("risk.max_position"));
        assertFalse(mission.says("risk.max_group"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "risk: {max_positon: 0.1} | m.yaml, line 3: unknown key 'risk.max_positon': did you mean 'max_position'?",
                "rsik: {} | m.yaml, line 3: unknown key 'rsik': did you mean 'risk'?",
                "risk:\\n  max_position: 1,5 | m.yaml, line 4: 'risk.max_position' is '1,5', but has to be a number",
                "risk: {max_position: 2} | m.yaml, line 3: 'risk.max_position' is 2, but has to be above 0 to 1",
                "risk: {max_position: 0} | m.yaml, line 3: 'risk.max_position' is 0, but has to be above 0 to 1",
                "risk: {max_position: ten} | m.yaml, line 3: 'risk.max_position' is 'ten', but has to be a number",
                "risk: {max_position: \"0.1\"} | m.yaml, line 3: 'risk.max_position' is the text \"0.1\", but has to be a number",
                "risk: {max_position: [0.1]} | m.yaml, line 3: 'risk.max_position' has to be a single value",
                "risk: {max_position: } | m.yaml, line 3: 'risk.max_position' has no value",
                "risk: 5 | m.yaml, line 3: 'risk' has to be a section",
                "risk: {allow_short: yes} | m.yaml, line 3: 'risk.allow_short' is 'yes', but has to be true or false",
                "risk: {restricted: KO} | m.yaml, line 3: 'risk.restricted' has to be a list",
                "strategy: {method: min_varianse} | m.yaml, line 3: 'strategy.method' is 'min_varianse', but has to be one of",
                "strategy: {lookback: 252.5} | m.yaml, line 3: 'strategy.lookback' is '252.5', but has to be a whole number",
                "strategy: {params: {fast: x}} | m.yaml, line 3: 'strategy.params.fast' is 'x', but has to be a number",
                "strategy: {params: {fast: 50, slow: 20}} | m.yaml, line 3: 'strategy.params.fast' is 50, but has to be below slow",
                "backtest: {from: 2015-02-30} | m.yaml, line 3: 'backtest.from' is '2015-02-30', and there is no such day",
                "backtest: {from: 31/12/2014} | m.yaml, line 3: 'backtest.from' is '31/12/2014', but has to be a day such as",
                "backtest: {from: 2016-01-01} | m.yaml, line 3: 'backtest.from' is 2016-01-01, but has to be before mission.as_of",
                "backtest: {benchmark: SPY} | m.yaml, line 3: 'backtest.benchmark' is 'SPY', but has to be",
                "universe: [{symbol: KO}] | m.yaml, line 3: 'universe[0].file' is missing",
                "universe: [KO] | m.yaml, line 3: 'universe[0]' has to be a section",
                "universe: [{symbol: KO, file: a.csv}] | m.yaml, line 3: 'portfolio' is missing",
                "portfolio: {cash: 5} | m.yaml, line 3: 'portfolio.base_currency' is missing",
                "portfolio: {base_currency: usd, cash: 5} | m.yaml, line 3: 'portfolio.base_currency' is 'usd', but has to be",
                "portfolio: {base_currency: USD, cash: 1_000} | m.yaml, line 3: 'portfolio.cash' is '1_000', but has to be",
                "risk: {max_gross: 1} # x\\nrisk: {max_gross: 2} | m.yaml, line 4: the key 'risk' stands here a second time",
                "banking: {requests: [[a]]} | m.yaml, line 3: 'banking.requests[0]' has to be",
                "banking: {requests: [{op: pay}]} | m.yaml, line 3: 'banking.requests[0].op' is 'pay', but has to be one of",
            })
    void says_line_and_key_of_what_is_wrong(String lines, String expected) {
        String message = refused(HEAD + lines.replace("\\n", "\n") + "\n");
        assertTrue(message.startsWith(expected), message);
    }

    @Test
    void demands_the_day() {
        assertEquals(
                "m.yaml, line 2: 'mission.as_of' is missing: The day from which everything is seen;"
                        + " nothing after it is used.",
                refused("mission:\n  horizon_months: 6\n"));
        assertTrue(refused("risk: {}\n").contains("'mission' is missing"));
    }

    @Test
    void reports_every_problem_of_a_file_at_once() {
        MissionException refusal = assertThrows(
                MissionException.class, () -> read(HEAD + "risk:\n  max_grupp: 1\n  var95_limit: x\ncost: {}\n"));
        assertEquals(
                List.of(4, 5, 6),
                refusal.problems().stream().map(MissionProblem::line).toList());
        assertEquals("risk.var95_limit", refusal.problems().get(1).key());
        assertTrue(refusal.getMessage().endsWith("(and 2 more problems)"), refusal.getMessage());
    }

    @Test
    void demands_that_what_is_owned_has_prices_and_names_are_unique() {
        String universe = "portfolio: {base_currency: USD, cash: 1, positions: [{symbol: GE, quantity: 1}]}\n"
                + "universe:\n- {symbol: KO, file: a.csv}\n";
        assertTrue(refused(HEAD + universe).contains("line 3: 'GE' is owned but not in the universe"));
        assertTrue(refused(HEAD + universe + "- {symbol: GE, file: b.csv}\n- {symbol: KO, file: c.csv}\n")
                .contains("line 7: 'KO' stands twice in universe, first in line 5"));
        String account = "{id: a, owner: A, currency: EUR}";
        assertTrue(refused(HEAD + "banking:\n  accounts: [" + account + "]\n  payees: [{id: a, name: B}]\n")
                .contains("'a' is the id of an account and of a payee"));
    }

    @Test
    void tickers_that_yaml_takes_for_something_else_stay_tickers() throws Exception {
        Mission mission = read(
                HEAD + "portfolio: {base_currency: USD, cash: 1}\nuniverse:\n- {symbol: ON, file: a.csv}\n"
                        + "- {symbol: TRUE, file: b.csv}\n- {symbol: 700, file: c.csv}\nrisk: {restricted: [NO, ON]}\n");
        assertEquals(
                List.of("ON", "TRUE", "700"),
                mission.universe().stream().map(Instrument::symbol).toList());
        assertEquals(List.of("NO", "ON"), mission.risk().restricted());
    }

    @Test
    void reads_json_as_well_with_lines() throws Exception {
        Mission mission =
                read("{\n\t\"mission\": {\"as_of\": \"2015-12-31\", \"statement\": \"a\\/b \\ud83d\\ude00\"},\n"
                        + "\t\"costs\": {\"commission_bps\": 1e-05}\n}");
        assertEquals(Optional.of("a/b 😀"), mission.objective().statement());
        assertEquals(0, new BigDecimal("0.00001").compareTo(mission.costs().commissionBps()));
        assertTrue(refused("{\"mission\": {\"as_of\": \"2015-12-31\"},\n\n\"cots\": {}}")
                .equals("m.yaml, line 3: unknown key 'cots': did you mean 'costs'?"));
        assertTrue(
                refused("{\"mission\": {\"as_of\": \"2015-12-31\"}} x").startsWith("m.yaml, line 1: this is no JSON"));
        assertTrue(refused("{\"mission\":\n").startsWith("m.yaml, line 2: this is no JSON"));
        assertTrue(refused("{\"mission\": {\"as_of\": \"2015-12-31\",\n \"as_of\": \"2015-12-30\"}}")
                .contains("line 2"));
    }

    @Test
    void the_text_below_a_head_of_yaml_is_the_statement() throws Exception {
        Mission mission = read("---\n" + HEAD + "---\n\n# Plan\nNo more than 10% drawdown.\n");
        assertEquals(
                Optional.of("# Plan\nNo more than 10% drawdown."),
                mission.objective().statement());
        assertEquals(Origin.INPUT, mission.origins().get("mission.statement"));
        assertEquals(
                "m.yaml, line 4: unknown key 'rissk': did you mean 'risk'?",
                refused("---\n" + HEAD + "rissk: {}\n---\ntext\n"));
        assertTrue(
                refused("---\n" + HEAD + "  statement: a\n---\ntext\n").contains("line 4: 'mission.statement' stands"));
        MissionException noHead = assertThrows(
                MissionException.class, () -> Missions.read("# Plan".getBytes(StandardCharsets.UTF_8), "plan.md"));
        assertEquals(
                "plan.md, line 1: a mission in Markdown begins with YAML between two lines of ---.",
                noHead.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &x [1, 2]\nb: *x\n",
                "a: &a [*a]\n",
                "mission: !!javax.script.ScriptEngineManager [x]\n",
                "mission: {as_of: 2015-12-31}\n---\nmission: {}\n",
                "mission: {as_of: 2015-12-31\n",
                "\tmission: x\n",
                "? [a]\n: b\n",
                "- a\n",
                "just text",
                "mission: {as_of: 2015-12-31, <<: {statement: x}}\n",
                "#\n",
            })
    void refuses_hostile_or_broken_yaml_with_a_line(String text) {
        String message = refused(text);
        assertTrue(message.matches("(?s)m\\.yaml, line \\d+: .+"), message);
        assertFalse(message.contains("\n"), message);
    }

    @Test
    void does_not_follow_depth_or_drown_in_size() {
        assertTimeout(Duration.ofSeconds(20), () -> {
            assertTrue(refused("[".repeat(100_000)).startsWith("m.yaml, line 1: "));
            assertTrue(refused("{\"mission\":" + "[".repeat(100_000)).startsWith("m.yaml, line 1: "));
            assertTrue(refused(HEAD + "x".repeat(50_000) + ": 1\n").length() < 400);
            assertTrue(refused("#".repeat(Missions.MOST_CHARACTERS + 1)).contains("at most"));
            assertTrue(refused(HEAD + "risk: {restricted: [" + "A,".repeat(6000) + "]}\n")
                    .contains("more than 5000"));
            StringBuilder keys = new StringBuilder(HEAD);
            for (int i = 0; i < 20_000; i++) {
                keys.append("k").append(i).append(": 1\n");
            }
            assertTrue(refused(keys.toString()).contains("(and 49 more problems)"));
        });
    }

    @Test
    void names_the_line_of_a_file_that_is_missing() throws Exception {
        Mission mission = read(HEAD + "portfolio: {base_currency: USD, cash: 1}\nuniverse:\n"
                + "- {symbol: KO, file: data/KO.csv}\n- {symbol: GE,\n   file: data/GE.csv}\n");
        MissionException missing = assertThrows(
                MissionException.class, () -> Missions.demandFiles(mission, Set.of("data/KO.csv")::contains));
        assertEquals(
                "m.yaml, line 7: 'universe[1].file' names data/GE.csv, which does not exist;"
                        + " paths are seen from the folder of the mission.",
                missing.getMessage());
        Missions.demandFiles(mission, file -> true);
    }

    static Set<String> samples() {
        return Set.of("mission.yaml", "uppdrag.md");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_samples_are_missions_and_fit_the_schema(String name) throws Exception {
        byte[] bytes = SampleMission.files().get(name);
        Mission mission = Missions.read(bytes, name);
        Missions.demandFiles(mission, SampleMission.files()::containsKey);
        assertEquals(64, mission.sha256().length());
        String text = new String(bytes, StandardCharsets.UTF_8);
        String yaml = FrontMatter.of(text).map(FrontMatter::head).orElse(text);
        assertEquals(List.of(), new Schema(Missions.schema()).problemsWith(new YAMLMapper().readTree(yaml)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mission\": {}}",
                "{\"mission\": {\"as_of\": \"2015-12-31\"}, \"rsik\": {}}",
                "{\"mission\": {\"as_of\": \"2015-12-31\"}, \"risk\": {\"max_position\": 2}}",
                "{\"mission\": {\"as_of\": \"31 december\"}}",
                "{\"mission\": {\"as_of\": \"2015-12-31\"}, \"risk\": {\"max_position\": \"0.1\"}}",
                "{\"mission\": {\"as_of\": \"2015-12-31\"}, \"banking\": {\"requests\": [{\"op\": \"pay\"}]}}",
            })
    void the_schema_and_the_reader_refuse_the_same(String json) throws Exception {
        assertFalse(new Schema(Missions.schema()).problemsWith(Json.parse(json)).isEmpty());
        refused(json);
    }

    @Test
    void the_folder_of_samples_holds_what_the_program_writes() throws IOException {
        for (Map.Entry<String, byte[]> file : SampleMission.files().entrySet()) {
            Path sample = Path.of("samples", "felicia").resolve(file.getKey());
            assertEquals(
                    new String(file.getValue(), StandardCharsets.UTF_8),
                    Files.readString(sample).replace("\r\n", "\n"),
                    sample.toString());
        }
    }

    @Test
    void sample_prices_are_sound_and_do_not_depend_on_where_they_are_made() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Map<String, byte[]> here = SampleMission.files();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Map<String, byte[]> there = SampleMission.files();
            here.forEach((name, bytes) -> assertEquals(
                    new String(bytes, StandardCharsets.UTF_8),
                    new String(there.get(name), StandardCharsets.UTF_8),
                    name));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        List<String> bars = new String(here.get("data/KVANT.csv"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(751, bars.size());
        LocalDate before = LocalDate.MIN;
        for (String bar : bars.subList(1, bars.size())) {
            String[] cells = bar.split(",", -1);
            LocalDate day = LocalDate.parse(cells[0]);
            assertTrue(day.isAfter(before), bar);
            before = day;
            double open = Double.parseDouble(cells[1]);
            double high = Double.parseDouble(cells[2]);
            double low = Double.parseDouble(cells[3]);
            double close = Double.parseDouble(cells[4]);
            assertTrue(low > 0 && low <= Math.min(open, close) && high >= Math.max(open, close), bar);
        }
        assertEquals(LocalDate.of(2026, 1, 9), before);
    }
}
