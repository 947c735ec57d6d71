package dev.llmagents.agent.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.agent.flow.FlowPlan.FlowAgent;
import dev.llmagents.agent.flow.FlowPlan.FlowSource;
import dev.llmagents.json.Json;
import dev.llmagents.json.NearName;
import dev.llmagents.prompt.LintFinding;
import dev.llmagents.prompt.LintFinding.Severity;
import dev.llmagents.prompt.Prompt;
import dev.llmagents.prompt.PromptException;
import dev.llmagents.prompt.PromptLibrary;
import dev.llmagents.prompt.PromptSource;
import dev.llmagents.prompt.WrittenSchema;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one agent of a workflow file. */
final class FlowAgentReader {
    private static final List<String> KEYS = List.of(
            "prompt",
            "description",
            "inputs",
            "values",
            "after",
            "output",
            "tier",
            "model",
            "temperature",
            "maxTokens",
            "ttl",
            "timeout",
            "maxCost",
            "maxInput");
    private static final String VARIABLE = "[A-Za-z][A-Za-z0-9_]{0,59}";
    private static final Set<String> NOT_VARIABLES = Set.of(
            "examples", "this", "role", "history", "json", "data", "if", "unless", "each", "with", "else", "lookup");
    private static final int USUAL_MAX_INPUT = 100_000;
    private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);
    private static final Duration LONGEST_TTL = Duration.ofDays(366);
    private static final double HOTTEST = 2;

    private final String workflow;
    private final String name;
    private final List<String> agents;
    private final FlowSection keys;
    private final Path folder;
    private Optional<FlowAgent> agent = Optional.empty();
    private final Set<String> after = new LinkedHashSet<>();
    private Optional<JsonNode> schema = Optional.empty();

    /**
     * @param agents the names of all agents of the file
     * @param folder what the paths of prompts start from
     */
    FlowAgentReader(String workflow, String name, List<String> agents, FlowSection keys, Path folder) {
        this.workflow = workflow;
        this.name = name;
        this.agents = List.copyOf(agents);
        this.keys = keys;
        this.folder = folder;
    }

    String name() {
        return name;
    }

    /** The agents it waits for. */
    Set<String> after() {
        return after;
    }

    int line(String... path) {
        return keys.line(path);
    }

    /** @throws java.util.NoSuchElementException if the file had an error */
    FlowAgent agent() {
        return agent.orElseThrow()
                .waitingFor(agents.stream().filter(after::contains).toList());
    }

    /** The schema of its answer; that of one text if it has none. */
    JsonNode answerForm() {
        JsonNode text = Json.object();
        ((com.fasterxml.jackson.databind.node.ObjectNode) text)
                .withObject("/properties/" + FlowRules.TEXT)
                .put("type", "string");
        return schema.orElse(text);
    }

    void read() {
        if (!keys.node().isObject()) {
            keys.error(
                    keys.line(), "value", "the agent '" + name + "' has to be a section with at least 'prompt: FILE'.");
            return;
        }
        keys.onlyKnown(KEYS);
        Map<String, FlowSource> inputs = inputs();
        Map<String, Object> values = values(inputs);
        keys.texts("after").forEach(other -> waitFor(other, "after"));
        Optional<Duration> timeout = keys.duration("timeout", LONGEST_TIMEOUT);
        Optional<BigDecimal> maxCost = keys.amount("maxCost");
        int maxInput = keys.whole("maxInput").orElse(USUAL_MAX_INPUT);
        if (!keys.at("tier").isMissingNode() && !keys.at("model").isMissingNode()) {
            keys.error(
                    keys.line("model"),
                    "value",
                    "'" + keys.full("tier") + "' and '" + keys.full("model")
                            + "' contradict each other: give one of them.");
        }
        Optional<PromptSource> source = source();
        Optional<Prompt> prompt = source.flatMap(this::prompt);
        if (prompt.isEmpty()) {
            return;
        }
        Prompt asked = asked(prompt.get());
        schema = schema(prompt.get());
        agent = Optional.of(new FlowAgent(
                name,
                workflow + "." + name,
                source.orElseThrow(),
                asked.answering(schema.map(QuoteCheck::forModel)),
                schema,
                inputs,
                values,
                List.of(),
                timeout,
                maxCost,
                maxInput));
    }

    private Map<String, FlowSource> inputs() {
        Map<String, FlowSource> inputs = new LinkedHashMap<>();
        JsonNode section = keys.at("inputs");
        if (section.isMissingNode()) {
            inputs.put("input", new FlowSource.Input());
            return inputs;
        }
        if (!section.isObject() || section.isEmpty()) {
            keys.wrong("inputs", "be a section of 'variable: source' pairs, for instance 'letter: input'");
            return inputs;
        }
        section.properties().forEach(entry -> {
            variable("inputs", entry.getKey());
            inputs.put(entry.getKey(), source(entry.getKey(), entry.getValue().asText()));
        });
        return inputs;
    }

    private void variable(String section, String variable) {
        if (!variable.matches(VARIABLE) || NOT_VARIABLES.contains(variable)) {
            keys.error(
                    keys.line(section, variable),
                    "value",
                    "'" + variable + "' is no name of a variable: letters, digits and _, and no name of a helper.");
        }
    }

    private FlowSource source(String variable, String written) {
        if (written.equals("input")) {
            return new FlowSource.Input();
        }
        if (written.equals("files")) {
            return new FlowSource.Files();
        }
        List<String> parts = List.of(written.split("\\.", -1));
        if (parts.contains("")) {
            keys.error(
                    keys.line("inputs", variable),
                    "value",
                    "'" + keys.full("inputs") + "." + variable
                            + "' has to be input, files, an agent, or an agent and a field such as facts.items.");
            return new FlowSource.Input();
        }
        waitFor(parts.get(0), "inputs", variable);
        return new FlowSource.Answer(parts.get(0), parts.subList(1, parts.size()));
    }

    private void waitFor(String other, String... where) {
        if (agents.contains(other)) {
            after.add(other);
            return;
        }
        List<String> known = new ArrayList<>(agents);
        if (where[0].equals("inputs")) {
            known.add("input");
            known.add("files");
        }
        known.remove(name);
        keys.error(
                keys.line(where), "unknown-agent", "there is no agent '" + other + "'" + NearName.hint(other, known));
    }

    private Map<String, Object> values(Map<String, FlowSource> inputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        JsonNode section = keys.at("values");
        if (!section.isMissingNode() && !section.isObject()) {
            keys.wrong("values", "be a section of 'variable: value' pairs");
        }
        section.properties().forEach(entry -> {
            variable("values", entry.getKey());
            if (inputs.containsKey(entry.getKey())) {
                keys.error(
                        keys.line("values", entry.getKey()),
                        "value",
                        "'" + entry.getKey() + "' stands under inputs and under values: keep one of them.");
            }
            if (entry.getValue().isNull()) {
                keys.error(keys.line("values", entry.getKey()), "value", "'" + entry.getKey() + "' has no value.");
                return;
            }
            values.put(entry.getKey(), Json.plain(entry.getValue()));
        });
        return values;
    }

    private Optional<PromptSource> source() {
        Optional<String> path = keys.text("prompt");
        if (path.isEmpty()) {
            if (keys.at("prompt").isMissingNode()) {
                keys.missing("prompt", "name the agent's prompt file, for instance " + name + ".prompt");
            }
            return Optional.empty();
        }
        try {
            return Optional.of(
                    PromptLibrary.file(workflow + "." + name, folder.resolve(path.get()), keys.beside(path.get())));
        } catch (PromptException | InvalidPathException missing) {
            String sentence =
                    missing instanceof PromptException ? missing.getMessage() : path.get() + " is no file name.";
            keys.error(keys.line("prompt"), "prompt-file", sentence);
            return Optional.empty();
        }
    }

    private Optional<Prompt> prompt(PromptSource source) {
        try {
            return Optional.of(source.prompt());
        } catch (PromptException broken) {
            String start = source.file() + (broken.line() > 0 ? ", line " + broken.line() : "") + ": ";
            String message = broken.getMessage();
            keys.found(new LintFinding(
                    source.file(),
                    broken.line(),
                    Severity.ERROR,
                    broken.code(),
                    message.startsWith(start) ? message.substring(start.length()) : message));
            return Optional.empty();
        }
    }

    private Prompt asked(Prompt prompt) {
        String tier = keys.text("model")
                .map(model -> Prompt.MODEL_PREFIX + model)
                .or(() -> keys.text("tier"))
                .orElse(prompt.tier());
        return prompt.asked(
                tier,
                temperature().orElse(prompt.temperature()),
                keys.whole("maxTokens").orElse(prompt.maxTokens()),
                keys.duration("ttl", LONGEST_TTL).orElse(prompt.ttl()));
    }

    private Optional<Double> temperature() {
        JsonNode value = keys.at("temperature");
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= HOTTEST) {
            return Optional.of(value.asDouble());
        }
        keys.wrong("temperature", "be a number from 0 to 2");
        return Optional.empty();
    }

    private Optional<JsonNode> schema(Prompt prompt) {
        JsonNode written = keys.at("output");
        if (written.isMissingNode()) {
            prompt.outputSchema().ifPresent(form -> demandObject(form, "prompt"));
            return prompt.outputSchema();
        }
        try {
            JsonNode form = WrittenSchema.toJsonSchema(written);
            demandObject(form, "output");
            return Optional.of(form);
        } catch (IllegalArgumentException wrong) {
            String clause = wrong.getMessage();
            keys.error(
                    keys.line("output"),
                    "schema",
                    "'" + keys.full("output") + "': " + clause + (clause.endsWith("?") ? "" : "."));
            return Optional.empty();
        }
    }

    private void demandObject(JsonNode form, String key) {
        if (!form.path("type").asText().equals("object")) {
            keys.error(
                    keys.line(key),
                    "schema-object",
                    "the answer of '" + name
                            + "' has to be an object with fields; leave the schema out for plain text.");
        }
    }
}
