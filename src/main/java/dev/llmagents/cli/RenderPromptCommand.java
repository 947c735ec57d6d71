package dev.llmagents.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.app.PromptPreview;
import dev.llmagents.app.Settings;
import dev.llmagents.json.Json;
import dev.llmagents.json.LinedYaml;
import dev.llmagents.prompt.Prompt;
import dev.llmagents.prompt.PromptException;
import dev.llmagents.prompt.PromptLint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code llm-agents prompts render}. */
@Command(
        name = "render",
        description =
                "Print the messages that a prompt and an input come to, masked as they would be sent; send nothing.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  llm-agents prompts render meetmind.qa",
            "  llm-agents prompts render letters/tone.prompt --input '{\"letter\": \"Call me on 070-123 45 67\"}'",
            "  llm-agents prompts render letters/tone.prompt --input case.yaml"
        })
final class RenderPromptCommand implements Callable<Integer> {
    private static final long LARGEST = 16L << 20;

    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "AGENT", description = "An agent or a .prompt file.")
    private String name;

    @Option(
            names = "--input",
            paramLabel = "FILE|JSON",
            description =
                    "The variables: a JSON object, or a JSON or YAML file with one; the prompt's first example if not given.")
    private String input;

    @Option(names = "--config", paramLabel = "FILE", description = "Read settings from this file.")
    private Path config;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    RenderPromptCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = PromptTargets.settings(context, config);
        List<PromptTargets.Target> found =
                PromptTargets.of(context, settings, List.of(name)).targets();
        if (found.size() != 1 || found.get(0).agent().isPresent()) {
            throw wrong("'" + name + "' names no single prompt: give an agent or a .prompt file."
                    + " For a workflow, 'llm-agents run WORKFLOW FILE --show-masked' shows what would be sent");
        }
        try {
            Prompt prompt = found.get(0).prompt();
            context.streams()
                    .result(MaskedText.of(PromptPreview.messages(settings, context.time(), prompt, variables(prompt))));
            return ExitCode.DONE.code();
        } catch (PromptException unusable) {
            throw new CommandFailure(ExitCode.INPUT, unusable.getMessage());
        }
    }

    private Map<String, Object> variables(Prompt prompt) throws IOException {
        if (input == null) {
            if (prompt.examples().isEmpty()) {
                throw wrong("The prompt has no example to be filled with: give --input");
            }
            return PromptLint.inputOf(prompt.examples().get(0));
        }
        boolean isJson = input.stripLeading().startsWith("{");
        String text = isJson ? input : text(context.workingFolder().resolve(input));
        Map<String, Object> variables = new LinkedHashMap<>();
        try {
            JsonNode object = LinedYaml.read(text, 0).value();
            if (!object.isObject()) {
                throw wrong("--input has to be an object of 'variable: value' pairs");
            }
            // Whole cases of 'prompts test' serve as well.
            JsonNode values = object.has("answer") && object.path("input").isObject() ? object.path("input") : object;
            values.properties().forEach(value -> variables.put(value.getKey(), Json.plain(value.getValue())));
        } catch (LinedYaml.Problem broken) {
            throw wrong(
                    "--input" + (isJson ? "" : " " + input) + ", line " + broken.line() + ": " + broken.getMessage());
        }
        return variables;
    }

    private String text(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            throw wrong("There is no file " + input + " to read variables from, of at most 16 MiB");
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
