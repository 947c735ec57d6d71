package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each of the six agents by itself: one that fails leaves its rules' answer, and the other five keep their models. */
class TradeAgentsTest {
    private static final String BANKING = "felicia.banking";

    @TempDir
    private Path home;

    private final ModelServer server = new ModelServer();

    @AfterEach
    void stop() {
        server.close();
    }

    /** In what way a call comes to nothing. */
    enum Fault {
        NO_JSON,
        WRONG_FORM,
        EMPTY,
        SERVER_ERROR,
        NO_ANSWER
    }

    static Stream<Arguments> faults() {
        List<Arguments> all = new ArrayList<>();
        for (String agent : TradeWithModelTest.HONEST.keySet().stream().sorted().toList()) {
            for (Fault fault : Fault.values()) {
                all.add(Arguments.of(agent, fault));
            }
        }
        return all.stream();
    }

    private Path mission() {
        return TradeTest.mission(
                home,
                "method: auto",
                "method: inverse_vol",
                "  fund_plan: true",
                "    - \"Ordna 1 250 kr för lokalen\"\n  fund_plan: true");
    }

    private Invocation.Setup setup() {
        return Invocation.in(home)
                .with("OPENAI_BASE_URL", server.baseUrl())
                .with("OPENAI_API_KEY", "sk-a-key-nobody-may-see")
                .with("LLM_AGENTS_MODEL_BANKING", "openai/gpt-4.1");
    }

    private JsonNode trade(Invocation.Setup setup) {
        Invocation run = setup.run("felicia", "trade", mission().toString(), "--format", "json", "--no-cache");
        assertEquals(0, run.code(), run::toString);
        try {
            return Json.parse(run.out());
        } catch (JsonProcessingException e) {
            throw new AssertionError(run.toString(), e);
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void an_agent_whose_model_fails_answers_by_its_rules_alone(String failing, Fault fault) {
        TradeWithModelTest.HONEST.forEach((agent, answer) -> {
            if (!agent.equals(failing)) {
                server.says(agent, answer);
            }
        });
        switch (fault) {
            case NO_JSON -> server.says(failing, "I would rather buy gold.");
            case WRONG_FORM -> server.says(failing, "{\"summary\": 7, \"orders\": {}, \"requests\": \"x\"}");
            case EMPTY -> server.says(failing, "");
            case SERVER_ERROR -> server.failing(failing, 500);
            case NO_ANSWER -> {
                // A server that was told nothing closes the connection.
            }
        }
        JsonNode envelope = trade(setup());
        for (String agent : TradeWithModelTest.HONEST.keySet()) {
            JsonNode told = TradeWithModelTest.agent(envelope, agent);
            assertEquals(
                    agent.equals(failing) ? "rules" : "model",
                    told.path("source").asText(),
                    () -> told + " " + fault);
        }
        assertFalse(
                TradeWithModelTest.agent(envelope, failing)
                        .path("reason")
                        .asText()
                        .isEmpty(),
                () -> "no reason is given: " + TradeWithModelTest.agent(envelope, failing));
        boolean paid = fault == Fault.NO_JSON || fault == Fault.WRONG_FORM;
        assertEquals(
                paid,
                TradeWithModelTest.agent(envelope, failing).path("promptTokens").asLong() > 0,
                () -> "what was paid for is told of: " + TradeWithModelTest.agent(envelope, failing));
    }

    @Test
    void every_answer_that_is_paid_for_is_used() {
        TradeWithModelTest.HONEST.forEach(server::says);
        JsonNode envelope = trade(setup());
        assertEquals(6, server.requestsByAgent().size());
        server.requestsByAgent().forEach((agent, calls) -> assertEquals(1, calls, agent));
        for (JsonNode agent : envelope.path("agents")) {
            assertEquals("model", agent.path("source").asText(), agent::toString);
        }
        assertEquals(0, envelope.at("/model/dropped").asInt());
    }

    @Test
    void without_any_key_all_answer_by_their_rules_and_nothing_is_sent() {
        JsonNode envelope = trade(Invocation.in(home));
        envelope.path("agents")
                .forEach(agent -> assertEquals("rules", agent.path("source").asText(), agent::toString));
        assertTrue(server.requests().isEmpty());
    }

    @Test
    void without_a_google_key_only_banking_does_without_its_model_and_says_why() {
        TradeWithModelTest.HONEST.forEach(server::says);
        JsonNode envelope = trade(Invocation.in(home)
                .with("OPENAI_BASE_URL", server.baseUrl())
                .with("OPENAI_API_KEY", "sk-a-key-nobody-may-see"));
        for (JsonNode agent : envelope.path("agents")) {
            boolean banking = agent.path("id").asText().equals(BANKING);
            assertEquals(banking ? "rules" : "model", agent.path("source").asText(), agent::toString);
        }
        String reason = TradeWithModelTest.agent(envelope, BANKING)
                .path("reason")
                .asText()
                .toLowerCase(Locale.ROOT);
        assertTrue(reason.contains("google") || reason.contains("gemini"), reason);
        assertEquals(0, server.requestsByAgent().getOrDefault("felicia_banking", 0));
    }

    @Test
    void a_terminal_shows_the_agents_and_is_clean_afterwards() {
        Invocation run = slow();
        assertTrue(run.err().contains("architect"), run::toString);
        assertTrue(run.err().contains("coordinator"), run::toString);
        assertTrue(run.err().lastIndexOf("\u001b[J") > run.err().lastIndexOf("coordinator"), run::toString);
        assertFalse(run.out().contains("\u001b"), run::toString);
        Invocation quiet = slow("--quiet", "--no-cache");
        assertFalse(quiet.err().contains("\u001b"), quiet::toString);
    }

    /** A trade whose last agent waits for long enough to be looked at. */
    private Invocation slow(String... more) {
        TradeWithModelTest.HONEST.forEach(server::says);
        server.holding("felicia.coordinator");
        CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS).execute(server::release);
        List<String> line =
                new ArrayList<>(List.of("felicia", "trade", mission().toString()));
        line.addAll(List.of(more));
        Invocation run = setup().with("TERM", "xterm")
                .terminal(new Terminal(false, true, 80, false))
                .run(line.toArray(String[]::new));
        assertEquals(0, run.code(), run::toString);
        return run;
    }
}
