package dev.llmagents.agent.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.agent.Agent;
import dev.llmagents.agent.AgentReply;
import dev.llmagents.agent.ModelAccess;
import dev.llmagents.agent.Source;
import dev.llmagents.agent.Workflow;
import dev.llmagents.agent.flow.FlowPlan.FlowAgent;
import dev.llmagents.agent.flow.FlowPlan.FlowSource;
import dev.llmagents.json.Json;
import dev.llmagents.json.Schema;
import dev.llmagents.prompt.Prompt;
import dev.llmagents.prompt.PromptTemplate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** Runs a workflow: each agent as soon as those it comes after are done, side by side with the rest. */
public final class FlowRun {
    /** Why an agent of a workflow answers with nothing when no model may be asked. */
    public static final String NO_RULES = "no rules";

    private final FlowPlan plan;
    private final LongSupplier nanos;

    /** @param nanos a clock that never runs back */
    public FlowRun(FlowPlan plan, LongSupplier nanos) {
        this.plan = plan;
        this.nanos = nanos;
    }

    /**
     * Loads what a question to a model needs, the template engine and the schema checker, by using them once: some tenths of a
     * second that may pass beside other work. Safe for threads.
     */
    public static void load() {
        JsonNode form = Json.object().put("type", "object");
        Prompt small = new Prompt(
                "flow.load",
                "fast",
                0,
                1,
                Duration.ofHours(1),
                Prompt.Inputs.UNKNOWN,
                Optional.of(form),
                List.of(),
                "{{role \"system\"}}{{#each list}}{{json this}}{{/each}}{{role \"user\"}}{{data text}}",
                Map.of(),
                "");
        PromptTemplate.render(small, Map.of("list", List.of("a"), "text", "b"));
        new Schema(form).problemsWith(Json.object());
    }

    /** An input file. */
    public record InputText(String name, String text) {}

    /** What an agent answered and how it came about. */
    public record Answer(FlowAgent agent, AgentReply<ObjectNode> reply) {}

    /** What the agents answered, in the order of the file. */
    public record Result(FlowPlan plan, List<Answer> answers) {
        public Result {
            answers = List.copyOf(answers);
        }
    }

    /** @param executor runs the agents; those that do not wait for each other side by side if it can */
    public Result run(List<InputText> files, ModelAccess runAccess, Executor executor, Workflow.Listener listener) {
        Map<String, Prompt> prompts = new LinkedHashMap<>();
        plan.agents().forEach(agent -> prompts.put(agent.id(), agent.prompt()));
        ModelAccess access = runAccess.prompting(prompts).about(plan::mask);
        QuoteCheck quotes = new QuoteCheck(files.stream().map(InputText::text).toList());
        Workflow workflow = new Workflow(executor, listener);
        Map<String, Workflow.Step<AgentReply<ObjectNode>>> steps = new LinkedHashMap<>();
        Map<String, FlowAgent> byName = new LinkedHashMap<>();
        plan.agents().forEach(agent -> byName.put(agent.name(), agent));
        for (List<String> stage : plan.stages()) {
            for (String name : stage) {
                FlowAgent agent = byName.get(name);
                Workflow.Step<?>[] before =
                        agent.after().stream().map(steps::get).toArray(Workflow.Step<?>[]::new);
                steps.put(name, workflow.step(agent.id(), () -> answer(agent, files, steps, quotes, access), before));
            }
        }
        List<Answer> answers = new ArrayList<>();
        plan.agents()
                .forEach(agent ->
                        answers.add(new Answer(agent, steps.get(agent.name()).result())));
        return new Result(plan, answers);
    }

    private AgentReply<ObjectNode> answer(
            FlowAgent agent,
            List<InputText> files,
            Map<String, Workflow.Step<AgentReply<ObjectNode>>> steps,
            QuoteCheck quotes,
            ModelAccess access) {
        Map<String, Object> input = new LinkedHashMap<>(agent.values());
        agent.inputs().forEach((name, source) -> input.put(name, value(source, files, steps)));
        long characters = input.values().stream().mapToLong(FlowRun::length).sum();
        if (characters > agent.maxInput()) {
            String reason = "its input of " + characters + " characters is above the limit of " + agent.maxInput()
                    + " (maxInput)";
            return byRules(agent, reason, access instanceof ModelAccess.Open);
        }
        ModelAccess own = agent.timeout().or(plan::timeout).map(access::within).orElse(access);
        AgentReply<ObjectNode> reply =
                new Agent<>(agent.id(), new FlowRules(agent.schema(), quotes), nanos).answer(input, own);
        if (access instanceof ModelAccess.Closed closed) {
            return byRules(agent, NO_RULES + " (" + closed.reason() + ")", false);
        }
        return reply;
    }

    /** @param isTrouble whether a model was to be asked, so that the reader has to hear of it */
    private static AgentReply<ObjectNode> byRules(FlowAgent agent, String reason, boolean isTrouble) {
        return new AgentReply<>(
                agent.id(),
                EmptyAnswer.of(agent.schema()),
                Source.RULES,
                Optional.of(reason),
                0,
                0,
                List.of(),
                List.of(),
                isTrouble ? Optional.of(new IllegalArgumentException(reason)) : Optional.empty(),
                Duration.ZERO);
    }

    private static Object value(
            FlowSource source, List<InputText> files, Map<String, Workflow.Step<AgentReply<ObjectNode>>> steps) {
        if (source instanceof FlowSource.Files) {
            List<Map<String, Object>> all = new ArrayList<>();
            for (InputText file : files) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("name", file.name());
                entry.put("text", file.text());
                all.add(entry);
            }
            return all;
        }
        if (source instanceof FlowSource.Answer answer) {
            JsonNode value = steps.get(answer.agent()).result().value();
            for (String field : answer.path()) {
                value = value.path(field);
            }
            return value.isMissingNode() || value.isNull() ? "" : Json.plain(value);
        }
        return text(files);
    }

    /** One file as it is, several with a line above each that names it. */
    static String text(List<InputText> files) {
        if (files.size() == 1) {
            return files.get(0).text();
        }
        StringBuilder all = new StringBuilder();
        for (InputText file : files) {
            all.append(all.isEmpty() ? "" : "\n\n")
                    .append("=== ")
                    .append(file.name())
                    .append('\n')
                    .append(file.text().strip());
        }
        return all.toString();
    }

    private static long length(Object value) {
        return value instanceof String text
                ? text.length()
                : Json.write(Json.tree(value)).length();
    }
}
