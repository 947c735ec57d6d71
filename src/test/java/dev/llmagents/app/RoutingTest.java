package dev.llmagents.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.agent.ModelAccess;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.testing.Requests;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several providers in one run, from the environment to the one that answers. */
@Timeout(60)
class RoutingTest {
    @TempDir
    private Path home;

    private final MockWebServer server = new MockWebServer();
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private volatile boolean bedrockIsDown;

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request.getTarget());
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
        environment.put("LLM_AGENTS_HOME", home.toString());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private MockResponse answer(String target) {
        if (target.startsWith("/v1/chat")) {
            return json("{\"choices\":[{\"message\":{\"content\":\"openai\"},\"finish_reason\":\"stop\"}]}");
        }
        if (target.startsWith("/v1beta")) {
            return json(
                    "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"gemini\"}]},\"finishReason\":\"STOP\"}]}");
        }
        return bedrockIsDown
                ? new MockResponse.Builder()
                        .code(400)
                        .body("{\"__type\":\"ServiceQuotaExceededException\"}")
                        .build()
                : json("{\"output\":{\"message\":{\"content\":[{\"text\":\"bedrock\"}]}},\"stopReason\":\"end_turn\"}");
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    private void withOpenAi() {
        environment.put("OPENAI_BASE_URL", server.url("/v1").toString());
    }

    private void withGemini() {
        environment.put("GOOGLE_API_KEY", "g-key");
        environment.put("GEMINI_BASE_URL", server.url("/").toString());
    }

    private void withBedrock() {
        environment.put("AWS_BEARER_TOKEN_BEDROCK", "token");
        environment.put("AWS_REGION", "eu-north-1");
        environment.put("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", server.url("/").toString());
    }

    private App app(String provider) {
        Settings settings = SettingsReader.read(
                environment,
                home,
                new SettingsReader.Options(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                warnings::add);
        RunOptions options = new RunOptions(false, Optional.ofNullable(provider), Optional.empty(), true, true);
        TimeSource time = new TimeSource(Clock.systemUTC(), System::nanoTime, pause -> {});
        return new App(settings, Folders.of(environment), options, time, new Random(1), warnings::add);
    }

    private static LLMResponse ask(App app, String tier) {
        ModelAccess.Open open = assertInstanceOf(ModelAccess.Open.class, app.access());
        ModelTarget[] targets = open.targets().apply(tier).toArray(ModelTarget[]::new);
        LLMRequest request = Requests.request().withTargets(targets).build();
        return open.service().complete(request);
    }

    @Test
    void each_tier_goes_to_a_provider_of_its_own_in_one_run() {
        withOpenAi();
        withGemini();
        try (App app = app(null)) {
            assertEquals("openai", ask(app, "fast").content());
            assertEquals("gemini", ask(app, "banking").content());
        }
    }

    @Test
    void a_tier_without_a_key_has_a_reason_while_others_keep_their_models() {
        withOpenAi();
        try (App app = app(null)) {
            LLMException none = assertThrows(LLMException.class, () -> ask(app, "banking"));
            assertTrue(none.getMessage().contains("GOOGLE_API_KEY"), none.getMessage());
            assertEquals("openai", ask(app, "fast").content());
        }
    }

    @Test
    void mode_aws_asks_bedrock_and_falls_back_to_openai() throws IOException {
        withOpenAi();
        withBedrock();
        environment.put("LLM_AGENTS_MODE", "aws");
        try (App app = app(null)) {
            assertEquals("bedrock", ask(app, "fast").content());
            bedrockIsDown = true;
            assertEquals("openai", ask(app, "strong").content());
            assertEquals(0, app.usage().orElseThrow().unpricedAttempts(), "servers of this machine are free");
        }
        List<String> causes = new ArrayList<>();
        for (String line : usageLines()) {
            var read = Requests.json(line);
            causes.add(read.path("provider").asText() + " " + read.path("cause").asText() + " "
                    + read.path("region").asText());
        }
        assertEquals(List.of("bedrock initial local", "bedrock initial local", "openai fallback local"), causes);
    }

    private List<String> usageLines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(home.resolve("state/usage"))) {
            for (Path file : files.sorted().toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    @Test
    void the_provider_that_was_named_is_the_only_one_asked() {
        withOpenAi();
        withGemini();
        try (App app = app("gemini")) {
            assertEquals("gemini", ask(app, "fast").content());
        }
        try (App app = app("simulated")) {
            assertEquals("simulated", ask(app, "banking").provider());
            assertTrue(app.isModelWanted());
        }
        environment.put("AWS_REGION", "eu-north-1");
        try (App app = app("bedrock")) {
            assertEquals(List.of("bedrock"), providers(app));
        }
    }

    private static List<String> providers(App app) {
        ModelAccess.Open open = assertInstanceOf(ModelAccess.Open.class, app.access());
        return open.targets().apply("fast").stream()
                .map(ModelTarget::provider)
                .distinct()
                .toList();
    }

    @Test
    void a_provider_that_was_named_without_its_key_is_not_replaced_by_another() {
        withOpenAi();
        try (App app = app("gemini")) {
            ModelAccess.Closed closed = assertInstanceOf(ModelAccess.Closed.class, app.access());
            assertEquals("GOOGLE_API_KEY is not set", closed.reason());
            assertTrue(app.isModelWanted());
        }
    }

    @Test
    void nothing_is_sent_out_of_the_union_if_that_is_set() {
        environment.put("OPENAI_API_KEY", "sk-test");
        withBedrock();
        environment.put("LLM_AGENTS_RESIDENCY", "eu");
        try (App app = app("openai")) {
            LLMException refused = assertThrows(LLMException.class, () -> ask(app, "fast"));
            assertEquals(
                    "Nothing was sent to openai/gpt-4o-mini: residency is eu, and it answers from the region 'us'.",
                    refused.getMessage());
            assertEquals(List.of("openai/gpt-4o-mini in region us, refused since residency is eu"), app.meetMindWays());
        }
        try (App app = app(null)) {
            assertEquals("bedrock", ask(app, "fast").content(), "the next one is on this machine");
        }
    }

    @Test
    void a_team_may_be_bound_where_others_are_not() {
        environment.put("OPENAI_API_KEY", "sk-test");
        environment.put("LLM_AGENTS_TEAMS_MEETMIND_RESIDENCY", "eu");
        try (App app = app(null)) {
            assertThrows(LLMException.class, () -> ask(app, "fast"));
            assertEquals(List.of("openai/gpt-4o-mini in region us"), app.ways("svea", "fast"));
        }
    }

    @Test
    void text_goes_unmasked_to_this_machine_only_if_no_other_can_be_asked() {
        environment.put("LLM_AGENTS_PRIVACY_LOCAL", "send");
        withOpenAi();
        try (App app = app(null)) {
            assertEquals(false, app.masks());
        }
        withGemini();
        try (App app = app(null)) {
            assertEquals(false, app.masks());
        }
        environment.remove("GEMINI_BASE_URL");
        try (App app = app(null)) {
            assertEquals(true, app.masks());
        }
    }

    @Test
    void a_price_file_of_the_users_own_prices_their_models() throws IOException {
        Path prices = home.resolve("prices.tsv");
        Files.writeString(prices, "model\topenai\tmine\teu\t9000\t1000\t2\t1\t2\t4\t2026-01-01\tcontract\n");
        environment.put("LLM_AGENTS_PRICES", prices.toString());
        environment.put("OPENAI_API_KEY", "sk-test");
        environment.put("LLM_AGENTS_MODEL_FAST", "mine");
        try (App app = app(null)) {
            assertEquals(List.of("openai/mine in region us"), app.meetMindWays());
        }
        Files.writeString(prices, "\n# mine\nmodel\topenai\tmine\n");
        SettingsException wrong = assertThrows(SettingsException.class, () -> app(null));
        assertTrue(wrong.getMessage().contains("prices.tsv, line 3"), wrong.getMessage());
    }
}
