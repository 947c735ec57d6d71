package dev.llmagents.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Schema;
import dev.llmagents.llm.AnswerFormat;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMProvider;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.prompt.PromptLibrary;
import dev.llmagents.provider.simulated.Simulation;
import dev.llmagents.testing.FakeTime;
import dev.llmagents.testing.Requests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedProviderTest extends AnyProviderContract {
    private static final Duration STALL = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final FakeTime time = new FakeTime();

    @Override
    LLMProvider answering() {
        return Providers.simulated(Simulation.parse("first-token 1ms; inter-token 0ms"), STALL, TimeSource.system());
    }

    private LLMProvider scripted(String script) {
        return Providers.simulated(Simulation.parse(script), STALL, time.source());
    }

    private LLMResponse ask(LLMProvider provider, TokenSink sink) {
        return provider.complete(
                Requests.request().build(), "m", sink, time.source().deadlineIn(LONG));
    }

    /** What came of a call: {@code ok} or the class of its failure. */
    private String outcome(LLMProvider provider, TokenSink sink) {
        try {
            ask(provider, sink);
            return "ok";
        } catch (LLMException failure) {
            return failure.type().label();
        }
    }

    private List<String> outcomes(String script, int calls) {
        LLMProvider provider = scripted(script);
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            outcomes.add(outcome(provider, TokenSink.NONE));
        }
        return outcomes;
    }

    @Test
    void a_text_is_a_quarter_of_the_limit_long_and_counted_as_it_is_estimated() {
        LLMResponse response = ask(scripted("latency 0ms"), TokenSink.NONE);
        assertTrue(response.tokens().completion() >= 125 && response.tokens().completion() <= 128, "" + response);
        assertEquals(
                20,
                (double) ask(scripted("latency 0ms; tokens 20"), TokenSink.NONE)
                        .tokens()
                        .completion(),
                2);
    }

    @Test
    void a_whole_answer_takes_the_time_of_its_tokens_and_a_stream_the_same() {
        LLMProvider provider = scripted("first-token 200ms; inter-token 10ms; tokens 11");
        LLMResponse whole = ask(provider, TokenSink.NONE);
        long tokens = whole.tokens().completion();
        assertEquals(Duration.ofMillis(200 + 10 * (tokens - 1)), whole.latency());
        List<String> pieces = new ArrayList<>();
        LLMResponse streamed = ask(provider, pieces::add);
        assertEquals(Optional.of(Duration.ofMillis(200)), streamed.timeToFirstToken());
        assertEquals(Duration.ofMillis(200 + 10L * (pieces.size() - 1)), streamed.latency());
    }

    @Test
    void times_are_spread_as_the_script_says() {
        LLMProvider provider = scripted("latency p50 100ms p99 1s");
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            times.add(ask(provider, TokenSink.NONE).latency());
        }
        times.sort(null);
        assertEquals(100, (double) times.get(2000).toMillis(), 10);
        // The 99th of a hundred is known to about a seventh after so many draws.
        assertEquals(1000, (double) times.get(3960).toMillis(), 300);
    }

    @Test
    void the_same_seed_meets_the_same_faults_and_another_does_not() {
        List<String> once = outcomes("latency 1ms; errors 30%; errors 10% rate_limited", 60);
        assertEquals(once, outcomes("latency 1ms; errors 30%; errors 10% rate_limited", 60));
        assertNotEquals(once, outcomes("seed 2; latency 1ms; errors 30%; errors 10% rate_limited", 60));
        assertTrue(once.contains("ok") && once.contains("outage") && once.contains("rate_limited"), once.toString());
    }

    @Test
    void the_share_of_errors_is_the_one_that_was_asked_for() {
        long failed = outcomes("latency 1ms; errors 5% timeout", 4000).stream()
                .filter("timeout"::equals)
                .count();
        // Four standard deviations of a binomial of 4,000 and 5 %.
        assertEquals(200, (double) failed, 56);
    }

    @Test
    void an_outage_holds_from_its_begin_to_its_end() {
        LLMProvider provider = scripted("latency 1s; outage 10s-20s");
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            outcomes.add(outcome(provider, TokenSink.NONE));
        }
        for (int second = 0; second < 25; second++) {
            assertEquals(second >= 10 && second < 20 ? "outage" : "ok", outcomes.get(second), "at " + second + " s");
        }
    }

    @Test
    void a_storm_tells_when_to_come_back_and_wastes_no_time() {
        LLMProvider provider = scripted("latency 1s; storm 0s-5s retry-after 3s");
        LLMException failure = assertThrows(LLMException.class, () -> ask(provider, TokenSink.NONE));
        assertEquals(ErrorType.RATE_LIMITED, failure.type());
        assertEquals(Optional.of(Duration.ofSeconds(3)), failure.retryAfter());
        assertEquals(List.of(), time.pauses());
    }

    @Test
    void a_stream_is_cut_after_its_tokens_and_what_came_is_billed() {
        List<String> pieces = new ArrayList<>();
        LLMProvider provider = scripted("latency 1ms; cut 7");
        LLMException failure = assertThrows(LLMException.class, () -> ask(provider, pieces::add));
        assertEquals(ErrorType.CUT_STREAM, failure.type());
        assertEquals(7, pieces.size());
        assertEquals(7, failure.tokens().completion());
        assertEquals("ok", outcome(provider, TokenSink.NONE), "an answer that comes whole is not cut");
    }

    @Test
    void a_stall_lasts_as_long_as_a_stream_may_be_silent() {
        LLMProvider provider = scripted("first-token 2s; stall");
        assertEquals("timeout", outcome(provider, piece -> {}));
        assertEquals(List.of(Duration.ofSeconds(2), STALL), time.pauses());
    }

    @Test
    void the_first_token_is_slow_while_the_script_says_so() {
        LLMProvider provider = scripted("latency 1s; slow-first-token 9s 1s-2s");
        assertEquals(Duration.ofSeconds(1), ask(provider, TokenSink.NONE).latency());
        assertEquals(Duration.ofSeconds(9), ask(provider, TokenSink.NONE).latency());
        assertEquals(Duration.ofSeconds(1), ask(provider, TokenSink.NONE).latency());
    }

    @Test
    void no_answer_is_awaited_beyond_the_deadline() {
        LLMProvider provider = scripted("latency 10s");
        LLMException failure = assertThrows(
                LLMException.class,
                () -> provider.complete(
                        Requests.request().build(),
                        "m",
                        TokenSink.NONE,
                        time.source().deadlineIn(Duration.ofSeconds(4))));
        assertEquals(ErrorType.TIMEOUT, failure.type());
        assertEquals(List.of(Duration.ofSeconds(4)), time.pauses());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"object\",\"required\":[\"a\",\"b\"],\"additionalProperties\":false,\"properties\":{\"a\":{\"type\":"
                        + "\"string\",\"minLength\":40},\"b\":{\"type\":\"integer\",\"minimum\":3},\"c\":{\"type\":\"boolean\"}}}",
                "{\"type\":\"array\",\"minItems\":2,\"items\":{\"enum\":[\"x\",\"y\"]}}",
                "{\"type\":\"object\",\"required\":[\"d\",\"n\",\"k\"],\"properties\":{\"d\":{\"type\":\"string\",\"pattern\":"
                        + "\"^\\\\d{4}-\\\\d{2}-\\\\d{2}$\"},\"n\":{\"type\":[\"null\",\"string\"]},\"k\":{\"const\":7}}}",
                "{\"$ref\":\"#/$defs/one\",\"$defs\":{\"one\":{\"type\":\"object\",\"required\":[\"s\"],\"properties\":{\"s\":"
                        + "{\"anyOf\":[{\"type\":\"string\",\"maxLength\":2},{\"type\":\"null\"}]}}}}}",
                "{\"type\":\"number\",\"exclusiveMinimum\":1,\"maximum\":2}",
            })
    void an_answer_conforms_to_the_schema_that_was_asked_for(String schema) {
        conforms(Requests.json(schema));
    }

    @Test
    void an_answer_conforms_to_the_schema_of_every_prompt_that_ships() {
        PromptLibrary prompts = new PromptLibrary(Optional.empty());
        for (String agent : List.of("coordinator", "architect", "product_manager", "implementation", "qa")) {
            conforms(prompts.prompt("meetmind." + agent).outputSchema().orElseThrow());
        }
    }

    private void conforms(JsonNode schema) {
        Requests request = Requests.request().withParameters(0, 400, new AnswerFormat("x", Optional.of(schema)));
        StringBuilder pieces = new StringBuilder();
        LLMResponse response = scripted("latency 0ms")
                .complete(request.build(), "m", pieces::append, time.source().deadlineIn(LONG));
        assertEquals(pieces.toString(), response.content());
        assertEquals(List.of(), new Schema(schema).problemsWith(Requests.json(response.content())), response.content());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outage 10s- | '10s-'",
                "outage 20s-10s | '20s-10s'",
                "errors | a share such as 5%",
                "errors 120% | above 100%",
                "errors 5% tired | 'tired'",
                "latency fast | 'fast'",
                "latency p50 2s p99 1s | p99",
                "first-token p50 1s | p99",
                "cut 5s | 'cut 5s'",
                "weather bad | unknown",
                "seed 99999999999999 | a number",
                "latency 1s 2s | '2s'"
            })
    void a_part_that_cannot_be_read_is_named(String script, String named) {
        String whole = "latency 1ms; " + script + "; outage 1s-2s";
        String message = assertThrows(IllegalArgumentException.class, () -> Simulation.parse(whole))
                .getMessage();
        assertTrue(message.contains(named), message);
        assertTrue(message.contains("'" + script + "'") && message.endsWith("."), message);
    }

    @Test
    void parts_may_be_empty_and_the_usual_script_is_healthy() {
        assertEquals(Simulation.parse(""), Simulation.parse(" ; ;"));
        assertEquals(List.of(), Simulation.usual().faults());
        assertEquals(
                1,
                Arrays.stream(new Simulation[] {Simulation.usual(), Simulation.parse("")})
                        .distinct()
                        .count());
    }
}
