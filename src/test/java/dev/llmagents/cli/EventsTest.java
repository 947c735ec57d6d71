package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.json.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With --events standard error is lines of JSON that follow the schema, whatever happens. */
class EventsTest {
    @TempDir
    private Path home;

    private final ModelServer server = new ModelServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private Invocation.Setup withModel() {
        return Invocation.in(home)
                .with("OPENAI_BASE_URL", server.baseUrl())
                .with("OPENAI_API_KEY", "sk-a-key-nobody-may-see");
    }

    private String garden() {
        return Meetings.write(home, "garden.txt", Meetings.ENGLISH).toString();
    }

    /** The lines of standard error, each checked against the schema. */
    private static List<JsonNode> events(Invocation run) throws IOException {
        Schema schema;
        try (InputStream form = EventsTest.class.getResourceAsStream("/schemas/events.1.json")) {
            schema = new Schema(Json.parse(new String(form.readAllBytes(), StandardCharsets.UTF_8)));
        }
        List<JsonNode> events = new ArrayList<>();
        for (String line : run.err().lines().toList()) {
            JsonNode event = Json.parse(line);
            assertEquals(List.of(), schema.problemsWith(event), line);
            events.add(event);
        }
        return events;
    }

    private static List<JsonNode> named(List<JsonNode> events, String name) {
        return events.stream()
                .filter(event -> event.path("event").asText().equals(name))
                .toList();
    }

    @Test
    void tells_of_every_agent_and_attempt_with_tokens_and_cost() throws IOException {
        GardenAnswers.ALL.forEach(server::says);
        Invocation run = withModel().run("meetmind", "analyze", garden(), "--events", "--format", "json");
        assertEquals(0, run.code(), run::toString);
        List<JsonNode> events = events(run);
        assertEquals("run.started", events.get(0).path("event").asText());
        assertEquals("run.finished", events.get(events.size() - 1).path("event").asText());
        assertEquals(5, named(events, "agent.started").size());
        List<JsonNode> attempts = named(events, "attempt.ended");
        assertEquals(5, attempts.size());
        assertEquals(
                ModelServer.PROMPT_TOKENS, attempts.get(0).path("promptTokens").asInt());
        assertTrue(attempts.get(0).path("costUsd").asDouble() > 0);
        assertTrue(named(events, "agent.finished").stream()
                .allMatch(event -> event.path("source").asText().equals("model")));
        assertEquals(
                5 * ModelServer.PROMPT_TOKENS,
                events.get(events.size() - 1).path("promptTokens").asInt());
        String runId = Json.parse(run.out()).path("runId").asText();
        assertTrue(
                events.stream().allMatch(event -> event.path("runId").asText().equals(runId)));
    }

    @Test
    void tells_that_kept_answers_cost_nothing() throws IOException {
        GardenAnswers.ALL.forEach(server::says);
        withModel().run("meetmind", "analyze", garden(), "-q");
        List<JsonNode> events = events(withModel().run("meetmind", "analyze", garden(), "--events"));
        JsonNode last = events.get(events.size() - 1);
        assertEquals(0, last.path("costUsd").asInt());
        assertEquals(0, last.path("promptTokens").asInt());
        assertTrue(named(events, "agent.finished").stream()
                .allMatch(event -> event.path("source").asText().equals("cache")));
    }

    @Test
    void tells_of_attempts_that_failed_and_of_the_rules_that_stepped_in() throws IOException {
        List<JsonNode> events = events(withModel().run("meetmind", "analyze", garden(), "--events"));
        assertTrue(named(events, "attempt.ended").stream()
                .allMatch(event -> event.path("status").asText().equals("error")
                        && !event.path("errorType").isNull()));
        JsonNode agent = named(events, "agent.finished").get(0);
        assertEquals("rules", agent.path("source").asText());
        assertFalse(agent.path("reason").isNull());
        assertFalse(named(events, "warning").isEmpty());
    }

    @Test
    void names_the_file_each_agent_works_on() throws IOException {
        Meetings.write(home, "second.txt", Meetings.ENGLISH);
        List<JsonNode> events = events(Invocation.in(home)
                .run("meetmind", "analyze", garden(), home.resolve("second.txt").toString(), "--offline", "--events"));
        assertEquals(2, events.get(0).path("inputs").size());
        Set<String> inputs = new java.util.TreeSet<>();
        named(events, "agent.started")
                .forEach(event -> inputs.add(event.path("input").asText()));
        assertEquals(2, inputs.size(), inputs::toString);
    }

    @Test
    void no_text_of_an_input_nor_a_key_is_in_an_event() {
        GardenAnswers.ALL.forEach(server::says);
        Invocation run = withModel().run("meetmind", "analyze", garden(), "--events");
        assertFalse(run.err().contains("Boris"), run::toString);
        assertFalse(run.err().contains("sk-a-key"), run::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meetmind analyze missing.txt --events",
                "meetmind analyze --events",
                "svea comply missing.se --events --offline",
                "felicia trade missing.yaml --events",
                "meetmind analyze x --events --mode nowhere",
                "meetmind analyze x --nonsense --events",
                "meetmind analyze x --config missing.yaml --events",
                "stats --events"
            })
    void failures_are_events_too(String line) throws IOException {
        Invocation run = Invocation.in(home).run(line.split(" "));
        List<JsonNode> events = events(run);
        assertFalse(events.isEmpty(), run::toString);
        assertTrue(
                !named(events, "failure").isEmpty() || !named(events, "warning").isEmpty(), run::toString);
        named(events, "failure")
                .forEach(
                        event -> assertEquals(run.code(), event.path("exitCode").asInt()));
    }

    @Test
    void the_result_is_the_same_with_and_without_events() {
        Invocation plain = Invocation.in(home).run("meetmind", "analyze", garden(), "--offline");
        Invocation told = Invocation.in(home).run("meetmind", "analyze", garden(), "--offline", "--events");
        assertEquals(plain.out(), told.out());
    }

    @Test
    void quiet_and_events_contradict_each_other() {
        assertEquals(
                2,
                Invocation.in(home)
                        .run("meetmind", "analyze", garden(), "-q", "--events")
                        .code());
    }

    @Test
    void a_file_of_that_name_asks_for_nothing() {
        Invocation run = Invocation.in(home).run("meetmind", "analyze", "--", "--events");
        assertEquals(3, run.code(), run::toString);
        assertFalse(run.err().startsWith("{"), run::toString);
    }
}
