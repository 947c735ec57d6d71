package dev.llmagents.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.llmagents.agent.flow.FlowCase;
import dev.llmagents.agent.flow.FlowCaseRun;
import dev.llmagents.json.Json;
import dev.llmagents.json.NearName;
import dev.llmagents.prompt.Prompt;
import dev.llmagents.prompt.PromptException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code llm-agents prompts test}. */
@Command(
        name = "test",
        description = {
            "Give recorded answers to the agents' checks, without a model and a network: the form of the schema, quotes,"
                    + " and what is to be left of the answer. The examples of every prompt are tested too.",
            "Cases are YAML files in the folder tests beside a workflow, or where --cases says."
        },
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  every test passes",
            "  2  wrong usage, or no such agent",
            "  3  a file that cannot be read",
            "  7  a test fails",
            "",
            "Examples:",
            "  llm-agents prompts test",
            "  llm-agents prompts test letters/workflow.yaml",
            "  llm-agents prompts test meetmind --cases recorded/"
        })
final class TestPromptsCommand implements Callable<Integer> {
    private static final long LARGEST = 4L << 20;

    private final CommandContext context;
    private final List<Row> rows = new ArrayList<>();

    /** How the outcome is written. */
    enum Format {
        TEXT,
        JSON
    }

    private record Row(String agent, String test, List<String> problems) {}

    @Parameters(
            arity = "0..*",
            paramLabel = "WHAT",
            description = "Agents, teams, .prompt files or workflows; all agents if none.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--cases", paramLabel = "DIR", description = "Take the cases from this folder.")
    private Path cases;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; text if not given.")
    private Format format = Format.TEXT;

    @Option(names = "--config", paramLabel = "FILE", description = "Read settings from this file.")
    private Path config;

    @Option(
            names = {"-q", "--quiet"},
            description = "Do not say on standard error how many there were.")
    private boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    TestPromptsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        PromptTargets found = PromptTargets.of(context, PromptTargets.settings(context, config), names);
        found.findings()
                .forEach(finding -> rows.add(new Row(finding.file(), "workflow", List.of(finding.line(false)))));
        Map<String, PromptTargets.Target> byName = new LinkedHashMap<>();
        for (PromptTargets.Target target : found.targets()) {
            byName.put(target.source().id(), target);
            target.agent().ifPresent(agent -> byName.putIfAbsent(agent.name(), target));
            examples(target);
        }
        if (cases != null) {
            folder(context.workingFolder().resolve(cases), cases.toString(), byName);
        } else {
            for (String name : names) {
                Path workflow = context.workingFolder().resolve(name);
                if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                    Path shown = Path.of(name).resolveSibling("tests");
                    folder(workflow.resolveSibling("tests"), shown.toString(), byName);
                }
            }
        }
        long failed = rows.stream().filter(row -> !row.problems().isEmpty()).count();
        context.streams().result(format == Format.JSON ? json() : text());
        if (!quiet) {
            context.streams().tell(rows.size() + (rows.size() == 1 ? " test, " : " tests, ") + failed + " failed.");
        }
        return (failed > 0 ? ExitCode.GATE : ExitCode.DONE).code();
    }

    private void examples(PromptTargets.Target target) {
        String id = target.source().id();
        try {
            Prompt prompt = target.prompt();
            Optional<JsonNode> schema = target.schema();
            for (int i = 0; i < prompt.examples().size(); i++) {
                JsonNode example = prompt.examples().get(i);
                rows.add(new Row(id, "example " + (i + 1), FlowCaseRun.problemsOfExample(example, prompt, schema)));
            }
        } catch (PromptException | IllegalArgumentException broken) {
            rows.add(new Row(id, "prompt", List.of(broken.getMessage())));
        }
    }

    private void folder(Path folder, String shown, Map<String, PromptTargets.Target> byName) throws IOException {
        if (!Files.isDirectory(folder)) {
            if (cases != null) {
                throw new IOException("There is no folder " + shown + " of cases.");
            }
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String name = Path.of(shown).resolve(file.getFileName()).toString();
            if (Files.size(file) > LARGEST) {
                throw new IOException(name + " is larger than 4 MiB, which no case is.");
            }
            one(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8), byName);
        }
    }

    private void one(String file, String text, Map<String, PromptTargets.Target> byName) {
        FlowCase.Reading reading = FlowCase.read(text, file);
        if (reading.recorded().isEmpty()) {
            rows.add(new Row(
                    "-",
                    file,
                    reading.findings().stream()
                            .map(finding ->
                                    (finding.line() > 0 ? "line " + finding.line() + ": " : "") + finding.message())
                            .toList()));
            return;
        }
        FlowCase recorded = reading.recorded().get();
        PromptTargets.Target target = byName.get(recorded.agent());
        if (target == null) {
            rows.add(new Row(
                    recorded.agent(),
                    file,
                    List.of("there is no such agent here" + NearName.hint(recorded.agent(), byName.keySet()))));
            return;
        }
        try {
            rows.add(new Row(
                    target.source().id(), file, FlowCaseRun.problems(recorded, target.prompt(), target.schema())));
        } catch (PromptException | IllegalArgumentException broken) {
            rows.add(new Row(target.source().id(), file, List.of(broken.getMessage())));
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            text.append(row.problems().isEmpty() ? "ok    " : "FAIL  ")
                    .append(row.agent())
                    .append("  ")
                    .append(row.test())
                    .append('\n');
            row.problems()
                    .forEach(problem -> text.append("      ").append(problem).append('\n'));
        }
        return text.toString();
    }

    private String json() {
        ArrayNode tests = Json.array();
        for (Row row : rows) {
            ArrayNode problems = tests.addObject()
                    .put("agent", row.agent())
                    .put("test", row.test())
                    .put("passed", row.problems().isEmpty())
                    .putArray("problems");
            row.problems().forEach(problems::add);
        }
        return Json.writePretty(tests) + "\n";
    }
}
