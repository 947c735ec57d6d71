package dev.llmagents.agent.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.agent.ModelAccess;
import dev.llmagents.agent.Source;
import dev.llmagents.agent.Workers;
import dev.llmagents.agent.Workflow;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMService;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.prompt.PromptLibrary;
import dev.llmagents.testing.ScriptedProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowRunTest {
    private static final String PROMPT = "---\nmodel: fast\nconfig: {temperature: 0, maxOutputTokens: 9}\n"
            + "output:\n  schema: {said: string}\n---\n{{data input}}\n";
    private static final List<FlowRun.InputText> NOTE = List.of(new FlowRun.InputText("note.txt", "Ahoy."));

    @TempDir
    private Path folder;

    private final ExecutorService calls = Workers.forWaiting();
    private final ExecutorService agents = Workers.forWaiting();
    private final List<Duration> timeouts = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        calls.shutdownNow();
        agents.shutdownNow();
    }

    private FlowPlan plan(String agentLines) throws IOException {
        Files.writeString(folder.resolve("p.prompt"), PROMPT);
        FlowReader.Reading reading = FlowReader.read("name: ship\nagents:\n" + agentLines, "w.yaml", folder);
        assertEquals(List.of(), reading.findings());
        return reading.plan().orElseThrow();
    }

    private ModelAccess access(LLMStep.Next answer) {
        TimeSource time = new TimeSource(Clock.systemUTC(), System::nanoTime, pause -> {});
        LLMStep.Next next = call -> {
            timeouts.add(call.request().timeout());
            return answer.proceed(call);
        };
        LLMService service = new LLMService(
                List.of(),
                next,
                () -> {
                    throw new AssertionError("nobody asks");
                },
                time);
        return new ModelAccess.Open(
                service,
                new PromptLibrary(Optional.empty()),
                tier -> List.of(new ModelTarget("openai", tier)),
                calls,
                new Semaphore(8),
                new ModelAccess.Policy("acme", "run-1", Duration.ofSeconds(60), true, true));
    }

    private FlowRun.Result run(FlowPlan plan, ModelAccess access) {
        return new FlowRun(plan, System::nanoTime).run(NOTE, access, agents, Workflow.Listener.NONE);
    }

    @Test
    void agents_that_do_not_wait_for_each_other_are_asked_at_the_same_time() throws IOException {
        // Nobody passes before all three have come: one after the other would never end.
        CyclicBarrier together = new CyclicBarrier(3);
        FlowRun.Result result = run(
                plan("  a: {prompt: p.prompt}\n  b: {prompt: p.prompt}\n  c: {prompt: p.prompt}\n"), access(call -> {
                    await(together);
                    return ScriptedProvider.answer("openai", "m", "{\"said\":\"aye\"}", FinishReason.STOP);
                }));
        result.answers().forEach(answer -> assertEquals("aye", answer.reply().value().path("said").asText()));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new IllegalStateException("the others did not come", alone);
        }
    }

    @Test
    void three_slow_agents_take_hardly_longer_than_one() throws IOException {
        FlowPlan one = plan("  a: {prompt: p.prompt}\n");
        FlowPlan three = plan("  a: {prompt: p.prompt}\n  b: {prompt: p.prompt}\n  c: {prompt: p.prompt}\n");
        ModelAccess slow = access(call -> {
            sleep(400);
            return ScriptedProvider.answer("openai", "m", "{\"said\":\"aye\"}", FinishReason.STOP);
        });
        run(one, slow);
        long alone = timed(one, slow);
        long together = timed(three, slow);
        assertTrue(together < 2 * alone, together + " ms for three, " + alone + " ms for one");
    }

    private long timed(FlowPlan plan, ModelAccess access) {
        long start = System.nanoTime();
        run(plan, access);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void an_agent_works_on_what_those_before_it_said() throws IOException {
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        FlowRun.Result result = run(
                plan("  last: {prompt: p.prompt, inputs: {input: first.said}, timeout: 7s}\n  first: {prompt: p.prompt}\n"),
                access(call -> {
                    asked.add(call.request().messages().get(0).text());
                    return ScriptedProvider.answer("openai", "m", "{\"said\":\"land\"}", FinishReason.STOP);
                }));
        assertTrue(asked.get(0).contains("Ahoy.") && asked.get(1).contains("land"), asked.toString());
        assertEquals(List.of("last", "first"), result.answers().stream().map(a -> a.agent().name()).toList());
        assertEquals(List.of(Duration.ofSeconds(60), Duration.ofSeconds(7)), timeouts);
    }

    @Test
    void those_behind_an_agent_that_failed_work_on_its_empty_answer() throws IOException {
        FlowRun.Result result = run(
                plan("  first: {prompt: p.prompt}\n  last: {prompt: p.prompt, inputs: {input: first}}\n"),
                access(call -> {
                    if (call.request().origin().agent().equals("ship.first")) {
                        throw new IllegalStateException("down");
                    }
                    return ScriptedProvider.answer("openai", "m", "{\"said\":\"aye\"}", FinishReason.STOP);
                }));
        assertEquals(Source.RULES, result.answers().get(0).reply().source());
        assertEquals("", result.answers().get(0).reply().value().path("said").asText());
        assertEquals("aye", result.answers().get(1).reply().value().path("said").asText());
    }

    @Test
    void several_files_stand_one_below_the_other_with_their_names() {
        assertEquals(
                "=== a.txt\nOne.\n\n=== b.txt\nTwo.",
                FlowRun.text(List.of(
                        new FlowRun.InputText("a.txt", "One.\n"), new FlowRun.InputText("b.txt", "Two."))));
        assertEquals("Ahoy.", FlowRun.text(NOTE));
    }
}
