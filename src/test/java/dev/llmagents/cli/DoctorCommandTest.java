package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.BreakerRecord;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.state.SharedState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code doctor} over homes in every state; it is 2026-11-22, ten o'clock. */
class DoctorCommandTest {
    @TempDir
    private Path home;

    private Path own(String path) {
        return home.resolve("llm-agents-home").resolve(path);
    }

    private Invocation.Setup setup() {
        return Invocation.in(home);
    }

    @Test
    void an_empty_home_is_healthy_and_the_rules_answer_for_every_agent() {
        Invocation doctor = setup().run("doctor");
        assertEquals(0, doctor.code(), doctor::toString);
        for (String agent : new String[] {"architect", "coordinator", "implementation", "product_manager", "qa"}) {
            assertTrue(doctor.out().contains("meetmind  meetmind." + agent), doctor::toString);
        }
        assertTrue(doctor.out().contains("rules") && doctor.out().contains("no API key"), doctor::toString);
        assertTrue(doctor.out().endsWith("Nothing is broken.\n"), doctor::toString);
        assertFalse(Files.exists(own("state")), "it looks and writes nothing");
    }

    @Test
    void a_key_is_told_of_and_never_shown() throws IOException {
        Invocation doctor = setup().with("OPENAI_API_KEY", "sk-secret").run("doctor", "--format", "json");
        assertEquals(0, doctor.code(), doctor::toString);
        assertFalse(doctor.toString().contains("sk-secret"), doctor::toString);
        assertTrue(doctor.out().contains("OPENAI_API_KEY set"), doctor::toString);
        JsonNode agent = Json.parse(doctor.out()).path("agents").path(0);
        assertEquals("model", agent.path("answersNow").asText(), doctor::toString);
        assertTrue(agent.path("model").asText().startsWith("openai/"), doctor::toString);
    }

    @Test
    void the_shares_of_an_agent_come_from_the_usage_log() throws IOException {
        Files.createDirectories(own("state/usage"));
        StringBuilder log = new StringBuilder();
        for (String cause : new String[] {"initial", "cache", "rules", "rules"}) {
            log.append("{\"v\":1,\"ts\":\"2026-11-21T10:00:00.000Z\",\"runId\":\"r1\",\"cause\":\"" + cause
                    + "\",\"attempt\":1,\"tenant\":\"t\",\"team\":\"meetmind\",\"agent\":\"meetmind.qa\",\"latencyMs\":5,"
                    + "\"status\":\"ok\",\"errorType\":null}\n");
        }
        Files.writeString(own("state/usage/usage-2026-11-21.jsonl"), log);
        JsonNode agents =
                Json.parse(setup().run("doctor", "--format", "json").out()).path("agents");
        for (JsonNode agent : agents) {
            if (agent.path("id").asText().equals("meetmind.qa")) {
                assertEquals(
                        "{\"model\":1,\"cache\":1,\"rules\":2}",
                        agent.path("answersOfThirtyDays").toString());
            }
        }
        assertTrue(
                setup().run("doctor").out().contains("25 %"),
                () -> setup().run("doctor").toString());
    }

    @Test
    void settings_that_cannot_be_read_are_wrong_usage() throws IOException {
        Files.createDirectories(own("."));
        Files.writeString(own("config.yaml"), "tenannt: acme\n");
        Invocation doctor = setup().run("doctor");
        assertEquals(2, doctor.code(), doctor::toString);
        assertTrue(doctor.err().contains("tenannt"), doctor::toString);
    }

    @Test
    void a_damaged_cache_is_broken() throws IOException {
        Files.createDirectories(own("cache/v1"));
        Files.writeString(own("cache/v1/journal-1.log"), "no journal");
        Invocation doctor = setup().run("doctor");
        assertEquals(7, doctor.code(), doctor::toString);
        assertTrue(doctor.out().contains("cache clear"), doctor::toString);
    }

    @Test
    void a_place_that_cannot_hold_state_is_broken() throws IOException {
        Files.createDirectories(own("."));
        Files.writeString(own("state"), "a file");
        Invocation doctor = setup().run("doctor");
        assertEquals(7, doctor.code(), doctor::toString);
        assertTrue(doctor.out().contains("is no folder: make it a folder of yours"), doctor::toString);
    }

    @Test
    void a_provider_that_is_left_alone_is_told_of_with_its_reason_and_the_way_out() {
        Clock clock = Clock.fixed(Invocation.NOW, ZoneOffset.UTC);
        new SharedState(Optional.of(own("state/shared")), clock, new Random(1), warning -> {})
                .breakers()
                .change(
                        "openai@api.openai.com",
                        before -> new BreakerRecord(
                                5,
                                1,
                                Invocation.NOW,
                                Invocation.NOW,
                                Optional.of(Invocation.NOW.plusSeconds(30)),
                                Optional.empty(),
                                Optional.of(ErrorType.OUTAGE)));
        Invocation doctor = setup().run("doctor");
        assertEquals(7, doctor.code(), doctor::toString);
        assertTrue(doctor.out().contains("left alone until 2026-11-22T10:00:30Z, since calls failed: outage"));
        assertTrue(doctor.out().contains("delete breakers.state"), doctor::toString);
    }

    private JsonNode agent(String id, Invocation doctor) throws IOException {
        for (JsonNode agent : Json.parse(doctor.out()).path("agents")) {
            if (agent.path("id").asText().equals(id)) {
                return agent;
            }
        }
        throw new AssertionError("no agent " + id + " in " + doctor);
    }

    private void breakerOpensAt(String key) {
        Clock clock = Clock.fixed(Invocation.NOW, ZoneOffset.UTC);
        new SharedState(Optional.of(own("state/shared")), clock, new Random(1), warning -> {})
                .breakers()
                .change(
                        key,
                        before -> new BreakerRecord(
                                5,
                                1,
                                Invocation.NOW,
                                Invocation.NOW,
                                Optional.of(Invocation.NOW.plusSeconds(30)),
                                Optional.empty(),
                                Optional.of(ErrorType.OUTAGE)));
    }

    @Test
    void a_model_of_a_provider_that_is_left_alone_is_passed_over() throws IOException {
        breakerOpensAt("openai@api.openai.com");
        Invocation.Setup setup = setup().with("OPENAI_API_KEY", "sk-secret");
        JsonNode alone = agent("meetmind.qa", setup.run("doctor", "--format", "json"));
        assertEquals("rules", alone.path("answersNow").asText(), alone::toString);
        assertTrue(alone.path("why").asText().contains("left alone until 2026-11-22T10:00:30Z"), alone::toString);

        JsonNode other =
                agent("meetmind.qa", setup.with("GOOGLE_API_KEY", "g-secret").run("doctor", "--format", "json"));
        assertTrue(other.path("model").asText().startsWith("gemini/"), other::toString);
        assertTrue(other.path("why").asText().startsWith("openai/"), other::toString);
    }

    @Test
    void a_breaker_of_the_same_provider_elsewhere_says_nothing() throws IOException {
        breakerOpensAt("openai@127.0.0.1");
        JsonNode agent =
                agent("meetmind.qa", setup().with("OPENAI_API_KEY", "sk-secret").run("doctor", "--format", "json"));
        assertEquals("model", agent.path("answersNow").asText(), agent::toString);
    }

    @Test
    void a_bedrock_endpoint_that_is_left_alone_is_found_by_its_region() throws IOException {
        breakerOpensAt("bedrock@bedrock-runtime.eu-north-1.amazonaws.com");
        Invocation.Setup setup = setup().with("AWS_BEARER_TOKEN_BEDROCK", "secret");
        JsonNode there =
                agent("meetmind.qa", setup.with("AWS_REGION", "eu-north-1").run("doctor", "--format", "json"));
        assertEquals("rules", there.path("answersNow").asText(), there::toString);
        JsonNode elsewhere =
                agent("meetmind.qa", setup.with("AWS_REGION", "eu-west-1").run("doctor", "--format", "json"));
        assertEquals("model", elsewhere.path("answersNow").asText(), elsewhere::toString);
    }

    @Test
    void a_budget_without_room_lets_the_rules_answer_where_it_holds_and_a_free_model_all_the_same() throws IOException {
        Files.createDirectories(own("."));
        Files.writeString(own("config.yaml"), "budgets:\n  team:\n    meetmind:\n      daily: 0.000001\n");
        Invocation doctor = setup().with("OPENAI_API_KEY", "sk-secret").run("doctor", "--format", "json");
        assertEquals(0, doctor.code(), doctor::toString);
        JsonNode bound = agent("meetmind.qa", doctor);
        assertEquals("rules", bound.path("answersNow").asText(), doctor::toString);
        assertTrue(bound.path("why").asText().contains("the daily budget of team meetmind has"), bound::toString);
        assertEquals("model", agent("svea.qa", doctor).path("answersNow").asText(), doctor::toString);

        Invocation own =
                setup().with("OPENAI_BASE_URL", "http://127.0.0.1:9/v1").run("doctor", "--format", "json");
        assertEquals("model", agent("meetmind.qa", own).path("answersNow").asText(), own::toString);
    }

    @Test
    void a_model_outside_of_the_union_is_passed_over_where_residency_forbids_it() throws IOException {
        Files.createDirectories(own("."));
        Files.writeString(own("config.yaml"), "teams:\n  svea:\n    residency: eu\n");
        Invocation doctor = setup().with("OPENAI_API_KEY", "sk-secret").run("doctor", "--format", "json");
        JsonNode bound = agent("svea.qa", doctor);
        assertEquals("rules", bound.path("answersNow").asText(), doctor::toString);
        assertTrue(bound.path("why").asText().contains("residency is eu"), bound::toString);
        assertEquals("model", agent("meetmind.qa", doctor).path("answersNow").asText(), doctor::toString);
    }

    @Test
    void a_wrong_key_shows_only_when_the_provider_is_asked() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(new MockResponse.Builder().code(401).body("{}").build());
            server.start();
            Invocation.Setup setup = setup().with("OPENAI_API_KEY", "sk-wrong")
                    .with("OPENAI_BASE_URL", "http://127.0.0.1:" + server.getPort() + "/v1");
            assertEquals(0, setup.run("doctor").code());
            assertEquals(0, server.getRequestCount());
            Invocation live = setup.run("doctor", "--live");
            assertEquals(7, live.code(), live::toString);
            assertEquals(1, server.getRequestCount());
            assertTrue(live.out().contains("check OPENAI_API_KEY"), live::toString);
            assertFalse(live.toString().contains("sk-wrong"), live::toString);
        }
    }
}
