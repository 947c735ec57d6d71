package dev.llmagents.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.llmagents.json.Json;
import dev.llmagents.prompt.LintFinding;
import dev.llmagents.prompt.LintFinding.Severity;
import dev.llmagents.prompt.PromptLibrary;
import dev.llmagents.prompt.PromptLint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code llm-agents prompts lint}. */
@Command(
        name = "lint",
        description = {
            "Look for what is wrong with prompts and workflows: temperatures, token limits, examples, schemas, names that"
                    + " lead nowhere, and text of others that stands outside of the fence.",
            "A line for each: file:line: level code: what. docs/prompts.md lists the codes."
        },
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  nothing that --fail-on names",
            "  2  wrong usage, or no such agent",
            "  3  a file that cannot be read",
            "  7  --fail-on: errors unless told otherwise",
            "",
            "Examples:",
            "  llm-agents prompts lint",
            "  llm-agents prompts lint letters/workflow.yaml --fail-on warning",
            "  llm-agents prompts lint my-prompts/meetmind/qa.prompt --format json"
        })
final class LintPromptsCommand implements Callable<Integer> {
    private final CommandContext context;

    /** How the findings are written. */
    enum Format {
        TEXT,
        JSON
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "WHAT",
            description = "Agents, teams, .prompt files or workflows; all agents if none.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; text if not given.")
    private Format format = Format.TEXT;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description = "Exit with 7 at: never, error, warning; error if not given.")
    private FailOn failOn = FailOn.ERROR;

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

    LintPromptsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        PromptTargets found = PromptTargets.of(context, PromptTargets.settings(context, config), names);
        Set<LintFinding> findings = new LinkedHashSet<>(found.findings());
        for (PromptTargets.Target target : found.targets()) {
            findings.addAll(PromptLint.of(target.source(), target.binding()));
            unknownAgent(target).ifPresent(findings::add);
        }
        context.streams().result(format == Format.JSON ? json(findings) : text(findings));
        long errors = findings.stream().filter(LintFinding::isError).count();
        if (!quiet) {
            int prompts = found.targets().size();
            context.streams()
                    .tell((prompts == 0 ? "" : prompts + (prompts == 1 ? " prompt: " : " prompts: "))
                            + errors
                            + (errors == 1 ? " error, " : " errors, ")
                            + (findings.size() - errors)
                            + (findings.size() - errors == 1 ? " warning." : " warnings."));
        }
        boolean fails = findings.stream().anyMatch(finding -> failOn.fails(finding.severity()));
        return (fails ? ExitCode.GATE : ExitCode.DONE).code();
    }

    /** A file in the folder of own prompts that no agent reads. */
    private static Optional<LintFinding> unknownAgent(PromptTargets.Target target) {
        String id = target.source().id();
        boolean isAgent = target.agent().isPresent()
                || id.startsWith("file.")
                || new PromptLibrary(Optional.empty()).ids().contains(id);
        return isAgent
                ? Optional.empty()
                : Optional.of(new LintFinding(
                        target.source().file(),
                        0,
                        Severity.WARNING,
                        "unknown-agent",
                        "there is no agent '" + id + "', so nobody reads this prompt."));
    }

    private static String text(Set<LintFinding> findings) {
        StringBuilder text = new StringBuilder();
        findings.forEach(finding -> text.append(finding.line(true)).append('\n'));
        return text.toString();
    }

    private static String json(Set<LintFinding> findings) {
        ArrayNode rows = Json.array();
        for (LintFinding finding : findings) {
            rows.addObject()
                    .put("file", finding.file())
                    .put("line", finding.line())
                    .put("severity", finding.severity().label())
                    .put("code", finding.code())
                    .put("message", finding.message());
        }
        return Json.writePretty(rows) + "\n";
    }
}
