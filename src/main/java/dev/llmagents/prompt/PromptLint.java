package dev.llmagents.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.json.Schema;
import dev.llmagents.llm.TokenEstimate;
import dev.llmagents.prompt.LintFinding.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Looks for what is wrong with a prompt before it is asked. Safe for threads. */
public final class PromptLint {
    /** Above it a model writes rather than answers; no agent of ours asks for more. */
    private static final double WARMEST = 1;
    /** What may be read off a text is not invented: a higher temperature only makes answers differ. */
    private static final double WARMEST_EXTRACTION = 0.3;

    private static final double TEMPERATURE_SLACK = 1e-9;
    private static final int FEWEST_TOKENS = 16;
    private static final int MOST_TOKENS = 8_000;

    private final PromptSource source;
    private final Optional<Binding> binding;
    private final List<LintFinding> findings = new ArrayList<>();

    /**
     * What a workflow gives a prompt.
     *
     * @param variables the names of all variables
     * @param trusted those that hold no text of others
     * @param schema a schema in place of the prompt's own
     */
    public record Binding(Set<String> variables, Set<String> trusted, Optional<JsonNode> schema) {
        public Binding {
            variables = Collections.unmodifiableSet(new TreeSet<>(variables));
            trusted = Collections.unmodifiableSet(new TreeSet<>(trusted));
        }
    }

    private PromptLint(PromptSource source, Optional<Binding> binding) {
        this.source = source;
        this.binding = binding;
    }

    /**
     * Everything that was found, in order of the lines.
     *
     * @param binding what a workflow gives it; empty for a prompt by itself
     */
    public static List<LintFinding> of(PromptSource source, Optional<Binding> binding) {
        PromptLint lint = new PromptLint(source, binding);
        lint.run();
        lint.findings.sort(Comparator.comparing(LintFinding::file).thenComparingInt(LintFinding::line));
        return List.copyOf(lint.findings);
    }

    /**
     * What keeps a prompt from being asked as a workflow means it: helpers, variables and partials there are none of, and text
     * of others outside of the fence. Quick: no template is rendered.
     */
    public static List<LintFinding> ofTemplate(PromptSource source, Binding binding) {
        PromptLint lint = new PromptLint(source, Optional.of(binding));
        lint.parsed().ifPresent(parsed -> lint.template(parsed.file(), parsed.prompt()));
        return lint.findings.stream().filter(LintFinding::isError).toList();
    }

    private record Parsed(DotPrompt file, Prompt prompt) {}

    private Optional<Parsed> parsed() {
        try {
            return Optional.of(new Parsed(DotPrompt.parse(source.file(), source.text()), source.prompt()));
        } catch (PromptException broken) {
            String start = source.file() + (broken.line() > 0 ? ", line " + broken.line() : "") + ": ";
            String message = broken.getMessage();
            add(
                    broken.line(),
                    Severity.ERROR,
                    broken.code(),
                    message.startsWith(start) ? message.substring(start.length()) : message);
            return Optional.empty();
        }
    }

    private void run() {
        Optional<Parsed> parsed = parsed();
        if (parsed.isEmpty()) {
            return;
        }
        DotPrompt file = parsed.get().file();
        Prompt prompt = parsed.get().prompt();
        temperature(file, prompt);
        tokens(file, prompt);
        Optional<JsonNode> form = binding.flatMap(Binding::schema).or(prompt::outputSchema);
        schema(file, form);
        examples(file, prompt, form);
        template(file, prompt);
    }

    private void temperature(DotPrompt file, Prompt prompt) {
        int line = file.line("/config/temperature");
        if (prompt.temperature() > WARMEST) {
            add(line, Severity.ERROR, "temperature", "the temperature " + prompt.temperature() + " is above 1.");
        } else if (prompt.outputSchema().isPresent() && prompt.temperature() > WARMEST_EXTRACTION + TEMPERATURE_SLACK) {
            add(
                    line,
                    Severity.WARNING,
                    "temperature-high",
                    "the temperature " + prompt.temperature()
                            + " is above 0.3 where an answer of a fixed form is read off a text.");
        }
    }

    private void tokens(DotPrompt file, Prompt prompt) {
        int line = file.line("/config/maxOutputTokens");
        if (prompt.maxTokens() < FEWEST_TOKENS || prompt.maxTokens() > MOST_TOKENS) {
            add(
                    line,
                    Severity.WARNING,
                    "token-limit",
                    "maxOutputTokens is " + prompt.maxTokens() + ": usual is " + FEWEST_TOKENS + " to " + MOST_TOKENS
                            + ", and every call reserves the whole of it.");
        }
        for (int i = 0; i < prompt.examples().size(); i++) {
            JsonNode output = prompt.examples().get(i).path("output");
            int needed = TokenEstimate.ofChars(Json.write(output).length());
            if (needed > prompt.maxTokens()) {
                add(
                        file.line("/examples/" + i),
                        Severity.ERROR,
                        "token-limit",
                        "the answer of example " + (i + 1) + " takes about " + needed
                                + " tokens, more than maxOutputTokens allows.");
            }
        }
    }

    private void schema(DotPrompt file, Optional<JsonNode> form) {
        int line = file.line("/output/schema");
        if (form.isEmpty()) {
            add(0, Severity.WARNING, "no-schema", "without output.schema the answer is one text that nothing checks.");
            return;
        }
        if (!form.get().path("type").asText().equals("object")) {
            add(line, Severity.ERROR, "schema-object", "output.schema has to describe an object with fields.");
        }
        try {
            new Schema(form.get());
        } catch (IllegalArgumentException invalid) {
            add(line, Severity.ERROR, "schema", "output.schema is no JSON Schema.");
        }
    }

    private void examples(DotPrompt file, Prompt prompt, Optional<JsonNode> form) {
        if (prompt.examples().isEmpty()) {
            add(0, Severity.WARNING, "no-example", "there is no example: one or two show a model what is wanted.");
        }
        Optional<Schema> schema = form.flatMap(PromptLint::readable);
        for (int i = 0; i < prompt.examples().size(); i++) {
            JsonNode example = prompt.examples().get(i);
            String number = "example " + (i + 1);
            List<String> problems = schema.map(known -> known.problemsWith(example.path("output")))
                    .orElse(List.of());
            if (!problems.isEmpty()) {
                add(
                        file.line("/examples/" + i + "/output"),
                        Severity.ERROR,
                        "example-schema",
                        "the answer of " + number + " has not the form of output.schema: " + problems.get(0) + ".");
            }
            try {
                PromptTemplate.render(prompt, inputOf(example));
            } catch (PromptException wrong) {
                add(
                        file.line("/examples/" + i + "/input"),
                        Severity.ERROR,
                        "example-input",
                        "the template cannot be filled with the input of " + number + ": " + wrong.getMessage());
            }
        }
    }

    private static Optional<Schema> readable(JsonNode form) {
        try {
            return Optional.of(new Schema(form));
        } catch (IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }

    /** The variables of a few-shot example. */
    public static Map<String, Object> inputOf(JsonNode example) {
        Map<String, Object> input = new LinkedHashMap<>();
        example.path("input").properties().forEach(field -> input.put(field.getKey(), Json.plain(field.getValue())));
        return input;
    }

    private void template(DotPrompt file, Prompt prompt) {
        Set<String> known = new TreeSet<>();
        Set<String> trusted = new TreeSet<>(prompt.inputs().trusted());
        if (binding.isPresent()) {
            known.addAll(binding.get().variables());
            misplacedTrust(file, known, trusted);
            trusted.addAll(binding.get().trusted());
        } else {
            prompt.inputs()
                    .schema()
                    .ifPresent(schema -> schema.path("properties").fieldNames().forEachRemaining(known::add));
            prompt.examples()
                    .forEach(example -> example.path("input").fieldNames().forEachRemaining(known::add));
            known.addAll(trusted);
        }
        known.addAll(prompt.inputs().defaults().keySet());
        TemplateLint.Variables variables = new TemplateLint.Variables(known, trusted);
        TemplateLint lint =
                new TemplateLint(source.file(), variables, prompt.partials().keySet(), findings::add);
        lint.run(prompt.template(), file.templateLine());
        Set<String> used = new TreeSet<>(lint.used());
        prompt.partials().forEach((name, text) -> used.addAll(partial(name, text, trusted, prompt)));
        binding.ifPresent(bound -> bound.variables().stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> add(
                        file.templateLine(),
                        Severity.WARNING,
                        "unused-variable",
                        "the workflow gives '" + name + "', and the template never inserts it.")));
    }

    /** What the variables of a partial are is said where it is included, so only what they are used for is looked at. */
    private Set<String> partial(String name, String text, Set<String> trusted, Prompt prompt) {
        int slash = source.file().replace('\\', '/').lastIndexOf('/') + 1;
        String file = source.file().substring(0, slash) + "_" + name + ".prompt";
        TemplateLint lint = new TemplateLint(
                file,
                new TemplateLint.Variables(Set.of(), trusted),
                prompt.partials().keySet(),
                findings::add);
        lint.run(text, 1);
        return lint.used();
    }

    private void misplacedTrust(DotPrompt file, Set<String> bound, Set<String> trusted) {
        Set<String> own = binding.orElseThrow().trusted();
        for (String name : new TreeSet<>(trusted)) {
            if (bound.contains(name) && !own.contains(name)) {
                trusted.remove(name);
                add(
                        file.line("/trusted"),
                        Severity.ERROR,
                        "trusted-input",
                        "'" + name + "' is trusted here, and the workflow fills it with text of others.");
            }
        }
    }

    private void add(int line, Severity severity, String code, String message) {
        findings.add(new LintFinding(source.file(), line, severity, code, message));
    }
}
