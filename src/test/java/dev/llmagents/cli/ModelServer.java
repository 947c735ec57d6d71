package dev.llmagents.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** An OpenAI-compatible server that says what a test tells it to, by agent. */
final class ModelServer implements AutoCloseable {
    static final int PROMPT_TOKENS = 1000;
    static final int COMPLETION_TOKENS = 100;

    private final MockWebServer server = new MockWebServer();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final List<JsonNode> requests = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile String finishReason = "stop";
    private volatile String held = "nobody";

    ModelServer() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param agent for instance {@code meetmind.qa} */
    ModelServer says(String agent, String content) {
        answers.put(agent.replace('.', '_'), content);
        return this;
    }

    /** Answers every call of an agent with an HTTP status and nothing else. */
    ModelServer failing(String agent, int status) {
        failures.put(agent.replace('.', '_'), status);
        return this;
    }

    ModelServer finishing(String reason) {
        finishReason = reason;
        return this;
    }

    /** Lets whoever asks for this agent wait until {@link #release}. */
    ModelServer holding(String agent) {
        held = agent.replace('.', '_');
        return this;
    }

    void release() {
        released.countDown();
    }

    /** How often each agent was asked for. */
    Map<String, Integer> requestsByAgent() {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode request : requests()) {
            counts.merge(request.at("/response_format/json_schema/name").asText(), 1, Integer::sum);
        }
        return counts;
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getPort() + "/v1";
    }

    List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    private MockResponse answer(RecordedRequest recorded) {
        try {
            JsonNode request = Json.parse(recorded.getBody().utf8());
            requests.add(request);
            String agent = request.at("/response_format/json_schema/name").asText();
            if (agent.equals(held)) {
                released.await();
            }
            if (failures.containsKey(agent)) {
                return new MockResponse.Builder().code(failures.get(agent)).build();
            }
            String content = answers.get(agent);
            if (content == null) {
                // Nothing was told for this agent: its call times out in the one way that needs no waiting.
                return new MockResponse.Builder()
                        .onRequestBody(new SocketEffect.CloseSocket())
                        .build();
            }
            var body = Json.object();
            body.put("id", "call-" + requests.size()).put("model", "gpt-4o-mini-2024-07-18");
            var choice = body.putArray("choices").addObject().put("finish_reason", finishReason);
            choice.putObject("message").put("role", "assistant").put("content", content);
            body.putObject("usage").put("prompt_tokens", PROMPT_TOKENS).put("completion_tokens", COMPLETION_TOKENS);
            return new MockResponse.Builder()
                    .setHeader("Content-Type", "application/json")
                    .body(Json.write(body))
                    .build();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new MockResponse.Builder().code(503).build();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        release();
        server.close();
    }
}
