package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.json.Schema;
import dev.llmagents.report.felicia.TradeFormats;
import dev.llmagents.team.felicia.mission.SampleMission;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code felicia trade}, {@code bank} and {@code init} from end to end, without a model. */
class TradeTest {
    @TempDir
    private Path home;

    /** The sample, with a method that takes no time. */
    static Path sample(Path home) {
        return mission(home, "method: auto", "method: inverse_vol");
    }

    static Path mission(Path home, String... replacements) {
        try {
            for (Map.Entry<String, byte[]> file : SampleMission.files().entrySet()) {
                Path target = home.resolve("mission").resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
            Path mission = home.resolve("mission/mission.yaml");
            String text = Files.readString(mission);
            for (int i = 0; i < replacements.length; i += 2) {
                assertTrue(text.contains(replacements[i]), replacements[i]);
                text = text.replace(replacements[i], replacements[i + 1]);
            }
            return Files.writeString(mission, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Invocation run(String... arguments) {
        return Invocation.in(home).run(arguments);
    }

    private Invocation trade(Path mission, String... more) {
        List<String> arguments = new ArrayList<>(List.of("felicia", "trade", mission.toString(), "--offline"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    static JsonNode json(Path file) throws IOException {
        return Json.parse(Files.readString(file));
    }

    @Test
    void writes_every_file_of_a_plan_and_the_same_bytes_in_another_locale_and_time_zone() throws IOException {
        Path mission = sample(home);
        assertEquals(0, trade(mission, "--out", "one").code());
        Map<String, byte[]> one = files(home.resolve("one"));
        assertEquals(
                List.of(
                        "backtest.json",
                        "bank.json",
                        "drawdown.svg",
                        "equity.csv",
                        "equity.svg",
                        "facts.json",
                        "fills.csv",
                        "ledger.journal",
                        "orders.csv",
                        "pain.001.sek.xml",
                        "pain.001.xml",
                        "plan.json",
                        "report.html",
                        "report.md",
                        "validation.json",
                        "weights.svg"),
                List.copyOf(one.keySet()));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertEquals(0, trade(mission, "--out", "two").code());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        Map<String, byte[]> two = files(home.resolve("two"));
        assertEquals(one.keySet(), two.keySet());
        one.forEach((name, bytes) -> assertArrayEquals(bytes, two.get(name), name));
    }

    @Test
    void fills_add_up_to_the_cash_the_report_names() throws IOException {
        trade(sample(home), "--out", "out");
        List<String> fills = Files.readAllLines(home.resolve("out/fills.csv"));
        assertTrue(fills.size() > 2, fills.toString());
        String last = fills.get(fills.size() - 1);
        String cash = last.substring(last.lastIndexOf(',') + 1);
        assertEquals(
                Double.parseDouble(cash),
                json(home.resolve("out/facts.json")).at("/numbers/fills.cash").asDouble());
        assertTrue(Files.readString(home.resolve("out/ledger.journal")).contains("= " + cash + " EUR"));
    }

    @Test
    void the_printed_json_conforms_to_the_schema_that_ships() throws IOException {
        Invocation run = trade(sample(home), "--format", "json");
        assertEquals(0, run.code(), run::toString);
        JsonNode output = Json.parse(run.out());
        JsonNode schema = schema("felicia.trade.1.json");
        assertEquals(TradeFormats.TRADE, schema.path("$id").asText());
        assertEquals(List.of(), new Schema(schema).problemsWith(output));
        ((ObjectNode) output.path("result")).remove("verdict");
        assertFalse(new Schema(schema).problemsWith(output).isEmpty());
    }

    private static JsonNode schema(String name) throws IOException {
        try (InputStream bytes =
                Objects.requireNonNull(TradeTest.class.getResourceAsStream("/schemas/" + name), name)) {
            return Json.parse(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void says_paper_only_and_that_rules_answered() {
        for (String format : List.of("text", "markdown", "html")) {
            Invocation run = trade(sample(home), "--format", format);
            assertTrue(run.out().contains("PAPER ONLY"), format);
            assertTrue(run.out().contains("offline mode"), format);
        }
    }

    @Test
    void executes_nothing_when_asked_not_to() throws IOException {
        assertEquals(0, trade(sample(home), "--execute", "none", "--out", "out").code());
        assertEquals(1, Files.readAllLines(home.resolve("out/fills.csv")).size());
        assertTrue(Files.readString(home.resolve("out/orders.csv")).contains("PLANNED"));
    }

    @Test
    void a_plan_noted_as_executed_is_refused_until_asked_for_again() throws IOException {
        Path mission = sample(home);
        assertEquals(0, trade(mission, "--execute", "paper", "--out", "one").code());
        Invocation second = trade(mission, "--execute", "paper", "--out", "two");
        assertEquals(7, second.code(), second::toString);
        assertTrue(second.out().contains("PT05_THROTTLE"), second::toString);
        assertEquals(
                0,
                trade(mission, "--execute", "paper", "--again", "--out", "three")
                        .code());
        assertArrayEquals(
                Files.readAllBytes(home.resolve("one/plan.json")), Files.readAllBytes(home.resolve("three/plan.json")));
    }

    @Test
    void a_file_named_halt_beside_the_mission_stops_every_order() throws IOException {
        Path mission = sample(home);
        Files.writeString(mission.resolveSibling("HALT"), "");
        Invocation run = trade(mission, "--out", "out");
        assertEquals(7, run.code(), run::toString);
        assertEquals(
                "REJECTED",
                json(home.resolve("out/validation.json")).path("verdict").asText());
        assertEquals(1, Files.readAllLines(home.resolve("out/fills.csv")).size());
        assertEquals(0, trade(mission, "--fail-on", "never").code());
    }

    @Test
    void a_payment_draft_of_another_run_does_not_stay() throws IOException {
        Path mission = sample(home);
        trade(mission, "--out", "out");
        Files.writeString(home.resolve("out/notes.txt"), "mine");
        String text = Files.readString(mission);
        Files.writeString(mission, text.substring(0, text.indexOf("banking:")));
        trade(mission, "--out", "out");
        assertFalse(Files.exists(home.resolve("out/pain.001.xml")));
        assertTrue(Files.exists(home.resolve("out/notes.txt")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max_position: 0.25 | max_positon: 0.25 | 'mission.yaml, line '        | max_position",
                "cash: 180000.00    | cash: plenty      | 'mission.yaml, line '        | portfolio.cash",
                "data/PIXEL.csv     | data/NONE.csv     | 'mission.yaml, line '        | universe[1].file",
                "lookback: 252      | lookback: 4000    | 'mission.yaml'               | lookback",
            })
    void a_bad_mission_is_refused_with_its_line_and_key(String right, String wrong, String where, String key) {
        Invocation run = trade(mission(home, right, wrong), "--out", "out");
        assertEquals(3, run.code(), run::toString);
        assertTrue(run.err().contains(where) && run.err().contains(key), run::toString);
        assertFalse(Files.exists(home.resolve("out")), "something was written");
    }

    @Test
    void prices_that_cannot_be_used_at_all_are_bad_input() throws IOException {
        Path mission = sample(home);
        try (Stream<Path> prices = Files.list(mission.resolveSibling("data"))) {
            for (Path file : prices.toList()) {
                Files.writeString(file, "<html>Not found</html>");
            }
        }
        Invocation run = trade(mission);
        assertEquals(3, run.code(), run::toString);
        assertTrue(run.err().contains(".csv"), run::toString);
    }

    @Test
    void proposes_the_transfer_that_purchases_need_before_sales_have_settled() throws IOException {
        Path mission = mission(
                home,
                "method: auto",
                "method: momentum",
                "cash: 180000.00",
                "cash: 40000.00",
                "    - {symbol: LIMPA, quantity: 300, avg_price: 61.50}",
                "    - {symbol: LIMPA, quantity: 500}\n    - {symbol: MEJERI, quantity: 800}",
                "  peak_equity: 230000.00\n",
                "");
        Invocation run = trade(mission, "--out", "out");
        assertEquals(0, run.code(), run::toString);
        JsonNode bank = json(home.resolve("out/bank.json"));
        JsonNode funding = bank.path("funding");
        double shortfall = funding.path("shortfall").asDouble();
        assertTrue(shortfall > 0, bank::toPrettyString);
        assertEquals(
                funding.path("buys").asDouble()
                        + funding.path("fees").asDouble()
                        + funding.path("buffer").asDouble()
                        - funding.path("cash").asDouble(),
                shortfall,
                0.001);
        JsonNode first = bank.at("/requests/0");
        assertEquals("transfer", first.path("operation").asText());
        assertEquals("NEEDS_APPROVAL", first.path("status").asText());
        assertEquals(shortfall, first.at("/payment/amount").asDouble());
        assertTrue(Files.readString(home.resolve("out/validation.json")).contains("QA14_FUNDING"));
    }

    @Test
    void the_bank_works_alone() throws IOException {
        Invocation run =
                run("felicia", "bank", sample(home).toString(), "--offline", "--out", "out", "--format", "json");
        assertEquals(0, run.code(), run::toString);
        assertEquals(TradeFormats.BANK, Json.parse(run.out()).path("schema").asText());
        assertEquals(3, Json.parse(run.out()).at("/result/requests").size());
        assertEquals(List.of(), new Schema(schema("felicia.bank.1.json")).problemsWith(Json.parse(run.out())));
        assertTrue(files(home.resolve("out")).containsKey("pain.001.xml"));
    }

    @Test
    void init_writes_a_mission_that_runs_and_overwrites_nothing() throws IOException {
        assertEquals(0, run("felicia", "init", "new").code());
        Files.writeString(home.resolve("new/mission.yaml"), "mine");
        Invocation again = run("felicia", "init", "new");
        assertEquals(3, again.code(), again::toString);
        assertEquals("mine", Files.readString(home.resolve("new/mission.yaml")));
    }

    @Test
    void prints_the_schema_of_a_mission() throws IOException {
        Invocation run = run("felicia", "trade", "--print-schema");
        assertEquals(0, run.code(), run::toString);
        assertTrue(Json.parse(run.out()).path("properties").has("mission"), run.out());
        assertEquals(2, run("felicia", "trade").code());
    }
}
