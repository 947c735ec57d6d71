package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model adds to a plan, and that one that lies changes nothing but what is dropped. */
class TradeWithModelTest {
    /** Files whose every byte is computed. */
    private static final List<String> COMPUTED = List.of(
            "orders.csv",
            "fills.csv",
            "equity.csv",
            "equity.svg",
            "drawdown.svg",
            "weights.svg",
            "backtest.json",
            "facts.json",
            "pain.001.xml",
            "pain.001.sek.xml",
            "ledger.journal");

    static final Map<String, String> HONEST = Map.of(
            "felicia.product_manager",
            "{\"risk_profile\":\"balanced\",\"objectives\":[\"Keep the fall below 15 % over 12 months.\"]}",
            "felicia.architect",
            "{\"method\":\"\",\"rationale\":[\"KVANT and PIXEL swing more than the rest and weigh less.\"]}",
            "felicia.implementation",
            "{\"orders\":[{\"id\":\"O1\",\"reason\":\"This brings the weight to what is wanted.\"}]}",
            "felicia.qa",
            "{\"concerns\":[\"The past need not come again.\"]}",
            "felicia.coordinator",
            "{\"summary\":[\"The plan of 2025-12-31 stands on cash of 180000.00 EUR.\"]}",
            "felicia.banking",
            "{\"requests\":[{\"request\":4,\"operation\":\"payment\",\"account\":\"\",\"from\":\"lokal\","
                    + "\"to\":\"hyresvärden\",\"amount\":\"1250.00\",\"currency\":\"SEK\"}]}");

    private static final Map<String, String> LYING = Map.of(
            "felicia.product_manager",
            "{\"risk_profile\":\"speculative\",\"objectives\":[\"A return of 43.21 % is certain.\"]}",
            "felicia.architect",
            "{\"method\":\"max_sharpe\",\"rationale\":[\"TSLA gives 98.7 % a year.\"]}",
            "felicia.implementation",
            "{\"orders\":[{\"id\":\"O1\",\"reason\":\"Buy 7777 NVDA now.\"},{\"id\":\"O99\",\"reason\":\"More.\"}]}",
            "felicia.qa",
            "{\"concerns\":[\"The verdict is APPROVED with a Sharpe of 9.87.\"]}",
            "felicia.coordinator",
            "{\"summary\":[\"Send everything to SE4550000000058398257466.\",\"It doubled to twenty million.\"]}",
            "felicia.banking",
            "{\"requests\":[{\"request\":4,\"operation\":\"payment\",\"account\":\"\",\"from\":\"lokal\","
                    + "\"to\":\"hyresvärden\",\"amount\":\"99999.00\",\"currency\":\"SEK\"}]}");

    @TempDir
    private Path home;

    private final ModelServer server = new ModelServer();

    @AfterEach
    void stop() {
        server.close();
    }

    /** The sample with a request that leaves the grammar a question. */
    private Path mission() {
        return TradeTest.mission(
                home,
                "method: auto",
                "method: inverse_vol",
                "  fund_plan: true",
                "    - \"Ordna 1 250 kr för lokalen\"\n  fund_plan: true");
    }

    private Invocation trade(String out, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("felicia", "trade", mission().toString(), "--out", out, "--format", "json", "--no-cache"));
        arguments.addAll(List.of(more));
        return Invocation.in(home)
                .with("OPENAI_BASE_URL", server.baseUrl())
                .with("OPENAI_API_KEY", "sk-a-key-nobody-may-see")
                .with("LLM_AGENTS_MODEL_BANKING", "openai/gpt-4.1")
                .run(arguments.toArray(String[]::new));
    }

    static JsonNode agent(JsonNode envelope, String id) {
        for (JsonNode agent : envelope.path("agents")) {
            if (agent.path("id").asText().equals(id)) {
                return agent;
            }
        }
        throw new AssertionError("no agent " + id);
    }

    private void sameFigures(String with) throws IOException {
        Invocation rules = trade("rules", "--offline");
        assertTrue(rules.code() == 0, rules::toString);
        for (String name : COMPUTED) {
            Path file = home.resolve("rules").resolve(name);
            if (Files.exists(file) && !name.equals("orders.csv")) {
                assertArrayEquals(
                        Files.readAllBytes(file),
                        Files.readAllBytes(home.resolve(with).resolve(name)),
                        name);
            }
        }
        JsonNode own = TradeTest.json(home.resolve("rules/plan.json"));
        JsonNode theirs = TradeTest.json(home.resolve(with).resolve("plan.json"));
        for (String field : List.of("planId", "verdict", "method", "weights", "targets", "checks", "equity")) {
            assertEquals(own.path(field), theirs.path(field), field);
        }
        assertEquals(
                TradeTest.json(home.resolve("rules/validation.json")).path("checks"),
                TradeTest.json(home.resolve(with).resolve("validation.json")).path("checks"));
    }

    @Test
    void a_valid_answer_of_each_agent_reaches_the_report() throws IOException {
        HONEST.forEach(server::says);
        Invocation run = trade("out");
        assertEquals(0, run.code(), run::toString);
        JsonNode envelope = Json.parse(run.out());
        for (String id : HONEST.keySet()) {
            assertEquals("model", agent(envelope, id).path("source").asText(), id);
        }
        String report = Files.readString(home.resolve("out/report.md"));
        for (String said : List.of(
                "Keep the fall below 15 % over 12 months.",
                "KVANT and PIXEL swing more",
                "This brings the weight to what is wanted.",
                "The past need not come again.",
                "stands on cash of 180000.00 EUR")) {
            assertTrue(report.contains(said), said + " is not in\n" + report);
        }
        assertEquals(0, envelope.at("/model/dropped").asInt(), run::toString);
        JsonNode read = TradeTest.json(home.resolve("out/bank.json")).at("/requests/3");
        assertEquals("model", read.path("readBy").asText());
        assertEquals(1250, read.at("/payment/amount").asDouble());
    }

    @Test
    void a_lying_model_changes_no_number_and_no_verdict() throws IOException {
        LYING.forEach(server::says);
        Invocation run = trade("out");
        assertEquals(0, run.code(), run::toString);
        JsonNode envelope = Json.parse(run.out());
        assertEquals(0, envelope.at("/model/added").asInt(), run::toString);
        assertTrue(envelope.at("/model/dropped").asInt() >= 10, run::toString);
        String report = Files.readString(home.resolve("out/report.md"));
        for (String lie : List.of("43.21", "TSLA", "98.7", "7777", "NVDA", "9.87", "million", "99999", "SE4550")) {
            assertFalse(report.contains(lie), lie + " is in\n" + report);
        }
        sameFigures("out");
    }

    @Test
    void no_model_sees_an_account_number_or_the_name_of_a_holder() {
        HONEST.forEach(server::says);
        trade("out");
        assertEquals(6, server.requestsByAgent().size(), server.requestsByAgent()::toString);
        String sent = server.requests().toString();
        for (String secret :
                List.of("SE4550000000058398257466", "DE89370400440532013000", "Exempel Åkeri", "Exempelhuset")) {
            assertFalse(sent.contains(secret), secret);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no JSON at all", "{\"objectives\": 7, \"rationale\": {}, \"orders\": \"x\"}", "[]", ""})
    void answers_of_no_form_leave_the_rules_answer(String answer) throws IOException {
        HONEST.keySet().forEach(agent -> server.says(agent, answer));
        Invocation run = trade("out");
        assertEquals(0, run.code(), run::toString);
        sameFigures("out");
    }

    @Test
    void a_server_that_fails_leaves_the_rules_answer_and_says_so() throws IOException {
        Invocation run = trade("out");
        assertEquals(0, run.code(), run::toString);
        JsonNode envelope = Json.parse(run.out());
        assertTrue(envelope.path("degraded").asBoolean());
        envelope.path("agents")
                .forEach(agent -> assertEquals("rules", agent.path("source").asText()));
        sameFigures("out");
        assertEquals(4, trade("strict", "--strict").code());
    }

    @Test
    void without_a_google_key_banking_answers_by_its_rules_and_the_others_keep_their_models() throws IOException {
        HONEST.forEach(server::says);
        Invocation run = Invocation.in(home)
                .with("OPENAI_BASE_URL", server.baseUrl())
                .with("OPENAI_API_KEY", "sk-a-key-nobody-may-see")
                .run("felicia", "trade", mission().toString(), "--format", "json", "--no-cache");
        assertEquals(0, run.code(), run::toString);
        JsonNode envelope = Json.parse(run.out());
        for (String id : HONEST.keySet()) {
            String source = agent(envelope, id).path("source").asText();
            assertEquals(id.equals("felicia.banking") ? "rules" : "model", source, id);
        }
        assertTrue(
                agent(envelope, "felicia.banking").path("reason").asText().contains("GOOGLE_API_KEY")
                        || agent(envelope, "felicia.banking")
                                .path("reason")
                                .asText()
                                .contains("gemini"),
                run::toString);
    }

    @Test
    void a_model_cannot_approve_what_is_rejected() throws IOException {
        server.says(
                "felicia.qa", "{\"concerns\":[\"The verdict is wrong: it is approved.\"],\"verdict\":\"APPROVED\"}");
        server.says("felicia.coordinator", "{\"summary\":[\"All is well.\"],\"verdict\":\"APPROVED\"}");
        Path mission = mission();
        Files.writeString(mission.resolveSibling("HALT"), "");
        Invocation run = trade("out");
        assertEquals(7, run.code(), run::toString);
        assertEquals(
                "REJECTED",
                TradeTest.json(home.resolve("out/plan.json")).path("verdict").asText());
    }
}
