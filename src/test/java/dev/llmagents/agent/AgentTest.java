package dev.llmagents.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.LLMService;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.Message;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.prompt.PromptLibrary;
import dev.llmagents.testing.FakeTime;
import dev.llmagents.testing.ScriptedProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AgentTest {
    private static final String VALID = "{\"words\":[\"a\"]}";
    private static final String INVALID = "{\"words\":[\"b\"],\"more\":1}";
    private static final String PROMPT = "---\nmodel: fast\nconfig:\n  temperature: 0.2\n  maxOutputTokens: 100\n"
            + "ttl: 2h\noutput:\n  schema:\n    type: object\n    additionalProperties: false\n    required: [words]\n"
            + "    properties:\n      words: {type: array, items: {type: string}}\n---\n"
            + "{{role \"system\"}}Find words.\n{{role \"user\"}}{{data text}}\n";

    @TempDir
    Path folder;

    private final FakeTime time = new FakeTime();
    private final Deque<LLMStep.Next> script = new ArrayDeque<>();
    private final List<LLMRequest> asked = Collections.synchronizedList(new ArrayList<>());
    private List<String> questions = List.of("text of the input");
    private Function<String, List<ModelTarget>> targets = tier -> List.of(new ModelTarget("openai", tier));
    private Executor calls = Runnable::run;
    private Semaphore limit = new Semaphore(8);

    private final Rules<String, List<String>> rules = new Rules<>() {
        @Override
        public List<String> answer(String input) {
            return List.of("rule");
        }

        @Override
        public List<Question> questions(String input, List<String> answer) {
            return questions.stream()
                    .map(text -> new Question("", Map.of("text", text)))
                    .toList();
        }

        @Override
        public Checked<List<String>> check(String input, List<String> answer, List<JsonNode> replies) {
            List<String> words = new ArrayList<>(answer);
            replies.forEach(reply -> reply.path("words").forEach(word -> words.add(word.asText())));
            return new Checked<>(words, words.size() - answer.size(), 0, List.of("checked"));
        }
    };

    @BeforeEach
    void writePrompt() throws IOException {
        prompt(PROMPT);
    }

    private void prompt(String text) throws IOException {
        Files.createDirectories(folder.resolve("team"));
        Files.writeString(folder.resolve("team/agent.prompt"), text);
    }

    private void says(String content) {
        says(content, FinishReason.STOP, false);
    }

    private void says(String content, FinishReason finish, boolean cached) {
        script.add(call -> {
            LLMResponse answer = ScriptedProvider.answer("openai", "m", content, finish);
            return new LLMResponse(
                    answer.requestId(),
                    answer.agent(),
                    content,
                    answer.model(),
                    answer.provider(),
                    answer.tokens(),
                    answer.costUsd(),
                    answer.latency(),
                    answer.timeToFirstToken(),
                    cached,
                    finish,
                    answer.timestamp());
        });
    }

    private void fails(RuntimeException failure) {
        script.add(call -> {
            throw failure;
        });
    }

    private ModelAccess.Open open() {
        LLMStep.Next next = call -> {
            asked.add(call.request());
            LLMStep.Next turn;
            synchronized (script) {
                turn = script.size() > 1 ? script.poll() : script.peek();
            }
            return turn.proceed(call);
        };
        LLMService service = new LLMService(
                List.of(),
                next,
                () -> {
                    throw new AssertionError("nobody asks");
                },
                time.source());
        return new ModelAccess.Open(
                service,
                new PromptLibrary(Optional.of(folder)),
                targets,
                calls,
                limit,
                new ModelAccess.Policy("acme", "run-1", Duration.ofSeconds(60), true, true));
    }

    private AgentReply<List<String>> answer(ModelAccess access) {
        return new Agent<>("team.agent", rules, time.source().nanos()).answer("input", access);
    }

    private AgentReply<List<String>> answer() {
        return answer(open());
    }

    @Test
    void without_a_model_the_rules_answer_and_say_why() {
        AgentReply<List<String>> reply = answer(new ModelAccess.Closed("no API key"));
        assertEquals(List.of("rule"), reply.value());
        assertEquals(Source.RULES, reply.source());
        assertEquals(Optional.of("no API key"), reply.reason());
        assertEquals(List.of(), reply.calls());
    }

    @Test
    void a_valid_answer_is_added_to_the_rules() {
        says(VALID);
        AgentReply<List<String>> reply = answer();
        assertEquals(List.of("rule", "a"), reply.value());
        assertEquals(Source.MODEL, reply.source());
        assertEquals(Optional.empty(), reply.reason());
        assertEquals(1, reply.added());
        assertEquals(List.of("checked"), reply.notes());
        assertEquals(1, reply.calls().size());
    }

    @Test
    void the_request_says_what_the_prompt_says() {
        says(VALID);
        answer();
        LLMRequest request = asked.get(0);
        assertEquals(new LLMRequest.Origin("acme", "team", "team.agent", "run-1", "team.agent"), request.origin());
        assertEquals(List.of(new ModelTarget("openai", "fast")), request.targets());
        assertEquals(0.2, request.parameters().temperature());
        assertEquals(100, request.parameters().maxTokens());
        assertEquals("team_agent", request.parameters().format().schemaName());
        assertTrue(request.parameters().format().isJson());
        assertEquals(new LLMRequest.CachePolicy(true, true, Duration.ofHours(2)), request.cache());
        assertEquals(64, request.promptHash().length());
        assertTrue(request.check().problemWith(VALID).isEmpty());
        assertTrue(request.check().problemWith(INVALID).isPresent());
    }

    @Test
    void an_answer_out_of_the_cache_is_said_to_be_one() {
        says(VALID, FinishReason.STOP, true);
        assertEquals(Source.CACHE, answer().source());
    }

    @Test
    void an_invalid_answer_is_asked_for_again_with_what_is_wrong() {
        says(INVALID);
        says(VALID);
        AgentReply<List<String>> reply = answer();
        assertEquals(List.of("rule", "a"), reply.value(), "the corrected answer stands for both");
        assertEquals(Optional.empty(), reply.reason());
        assertEquals(2, reply.calls().size());
        List<Message> messages = asked.get(1).messages();
        assertEquals(asked.get(0).messages(), messages.subList(0, 2));
        assertEquals(Message.assistant(INVALID), messages.get(2));
        assertEquals(Message.Role.USER, messages.get(3).role());
        assertTrue(messages.get(3).text().contains("'more'"), messages.get(3).text());
    }

    @Test
    void what_is_no_json_at_all_is_asked_for_again_too() {
        says("I would rather not.");
        says(VALID);
        assertEquals(List.of("rule", "a"), answer().value());
        assertTrue(asked.get(1).messages().get(3).text().contains("no JSON object was found"));
    }

    @Test
    void two_invalid_answers_are_used_as_far_as_they_go() {
        says(INVALID);
        says("{\"words\":[\"c\"],\"other\":1}");
        AgentReply<List<String>> reply = answer();
        assertEquals(List.of("rule", "b", "c"), reply.value());
        assertEquals(Source.MODEL, reply.source());
        assertEquals(Optional.of("the model's answer had not the form it was asked for"), reply.reason());
        assertEquals(2, asked.size(), "never a third time");
    }

    @Test
    void two_answers_of_no_use_leave_the_rules() {
        says("No.");
        says("No!");
        AgentReply<List<String>> reply = answer();
        assertEquals(List.of("rule"), reply.value());
        assertEquals(Source.RULES, reply.source());
        assertEquals(2, reply.calls().size(), "what was paid for is still told of");
    }

    @Test
    void invalid_answers_of_which_nothing_is_used_leave_the_rules_and_are_told_of() {
        says("{\"words\":[],\"other\":1}");
        says("{\"words\":\"a\"}");
        AgentReply<List<String>> reply = answer();
        assertEquals(List.of("rule"), reply.value());
        assertEquals(Source.RULES, reply.source());
        assertEquals(Optional.of("the model's answer had not the form it was asked for"), reply.reason());
        assertEquals(2, reply.calls().size(), "what was paid for is still told of");
    }

    @Test
    void a_valid_answer_with_nothing_new_is_still_the_models() {
        says("{\"words\":[]}");
        AgentReply<List<String>> reply = answer();
        assertEquals(List.of("rule"), reply.value());
        assertEquals(Source.MODEL, reply.source());
        assertEquals(Optional.empty(), reply.reason());
    }

    @Test
    void a_cut_answer_is_used_as_far_as_it_goes_and_not_asked_for_again() {
        says("{\"words\":[\"a\",\"b", FinishReason.LENGTH, false);
        AgentReply<List<String>> reply = answer();
        assertEquals(List.of("rule", "a"), reply.value());
        assertEquals(Optional.of("the model's answer was cut at its limit of tokens"), reply.reason());
        assertEquals(1, asked.size());
    }

    @Test
    void a_failure_on_the_second_try_keeps_the_first_answer() {
        LLMException outage = new LLMException.Failed(ErrorType.OUTAGE, "OpenAI is away.");
        says(INVALID);
        fails(outage);
        AgentReply<List<String>> reply = answer();
        assertEquals(List.of("rule", "b"), reply.value());
        assertEquals(1, reply.calls().size());
        assertEquals(Optional.of("OpenAI is away"), reply.reason());
        assertEquals(Optional.of(outage), reply.failure());
    }

    @Test
    void a_failure_leaves_the_rules_and_is_handed_on() {
        LLMException auth = new LLMException.Failed(ErrorType.AUTH, "OpenAI refused the key.");
        fails(auth);
        AgentReply<List<String>> reply = answer();
        assertEquals(Source.RULES, reply.source());
        assertEquals(Optional.of("OpenAI refused the key"), reply.reason());
        assertEquals(Optional.of(auth), reply.failure());
    }

    @Test
    void something_unforeseen_leaves_the_rules_and_shows_no_text() {
        fails(new IllegalStateException("text of the input"));
        AgentReply<List<String>> reply = answer();
        assertEquals(List.of("rule"), reply.value());
        assertEquals(
                Optional.of("asking the model failed in an unforeseen way (IllegalStateException)"), reply.reason());
    }

    @Test
    void prompts_that_cannot_be_used_leave_the_rules() throws IOException {
        for (String broken : List.of(
                "no front matter",
                PROMPT.replace("{{data text}}", "{{data txet}}"),
                PROMPT.replace("type: array", "$ref: '#/nowhere'"))) {
            prompt(broken);
            AgentReply<List<String>> reply = answer();
            assertEquals(Source.RULES, reply.source(), broken);
            assertTrue(reply.failure().isPresent(), broken);
        }
        assertEquals(0, asked.size());
    }

    @Test
    void a_tier_without_models_leaves_the_rules() {
        targets = tier -> List.of();
        assertEquals(Optional.of("no model is set up for the tier 'fast'"), answer().reason());
    }

    @Test
    void nothing_to_ask_is_a_reason_too() {
        questions = List.of();
        assertEquals(Optional.of("nothing here for a model to add to"), answer().reason());
    }

    @Test
    void parts_are_asked_one_by_one_and_put_together_in_their_order() {
        questions = List.of("one", "two", "three");
        says("{\"words\":[\"1\"]}");
        fails(new LLMException.Failed(ErrorType.OUTAGE, "Away."));
        says("{\"words\":[\"3\"]}");
        AgentReply<List<String>> reply = answer();
        assertEquals(List.of("rule", "1", "3"), reply.value());
        assertEquals(Optional.of("1 of 3 parts: Away"), reply.reason());
        assertEquals(
                List.of("team.agent.1", "team.agent.2", "team.agent.3"),
                asked.stream().map(request -> request.origin().step()).toList());
    }

    @Test
    void no_more_calls_are_on_their_way_than_allowed() {
        questions = Collections.nCopies(20, "part");
        limit = new Semaphore(3);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        script.add(call -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.yield();
            now.decrementAndGet();
            return ScriptedProvider.answer("openai", "m", VALID, FinishReason.STOP);
        });
        ExecutorService workers = Workers.forWaiting();
        calls = workers;
        assertEquals(21, answer().value().size());
        workers.shutdownNow();
        assertTrue(most.get() <= 3, "at once: " + most);
        assertEquals(3, limit.availablePermits());
    }

    @Test
    void a_run_that_is_broken_off_waits_for_nobody() throws Exception {
        questions = Collections.nCopies(6, "part");
        limit = new Semaphore(1);
        CountDownLatch asking = new CountDownLatch(1);
        script.add(call -> {
            asking.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
            }
            throw new LLMException.Failed(ErrorType.CANCELLED, "The call was cancelled.");
        });
        ExecutorService workers = Workers.forWaiting();
        calls = workers;
        CompletableFuture<AgentReply<List<String>>> reply = CompletableFuture.supplyAsync(this::answer);
        asking.await();
        workers.shutdownNow();
        assertEquals(
                Optional.of("The call was cancelled"),
                reply.get(20, TimeUnit.SECONDS).reason());
        assertEquals(1, asked.size(), "those that waited for their turn send nothing");
    }

    @Test
    void an_id_without_a_team_is_none() {
        assertThrows(IllegalArgumentException.class, () -> new Agent<>("agent", rules, () -> 0));
    }
}
