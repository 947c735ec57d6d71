package dev.llmagents.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.llmagents.json.Json;
import dev.llmagents.prompt.Prompt;
import dev.llmagents.prompt.PromptException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code llm-agents prompts list}. */
@Command(
        name = "list",
        description =
                "List the prompts of all agents: model tier, temperature, tokens, how long answers are kept, file.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  llm-agents prompts list", "  llm-agents prompts list svea letters/workflow.yaml --format json"})
final class ListPromptsCommand implements Callable<Integer> {
    private final CommandContext context;

    /** How the list is written. */
    enum Format {
        TABLE,
        JSON
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "AGENT",
            description = "Agents, teams, .prompt files or workflows; all agents if none.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json; table if not given.")
    private Format format = Format.TABLE;

    @Option(names = "--config", paramLabel = "FILE", description = "Read settings from this file.")
    private Path config;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    ListPromptsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        PromptTargets found = PromptTargets.of(context, PromptTargets.settings(context, config), names);
        found.findings().forEach(finding -> context.streams().tell(finding.line(true)));
        ArrayNode rows = Json.array();
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%-28s %-12s %4s %6s %5s  %-8s %s\n",
                "AGENT",
                "TIER",
                "TEMP",
                "TOKENS",
                "TTL",
                "FROM",
                "FILE"));
        boolean broken = !found.findings().isEmpty();
        for (PromptTargets.Target target : found.targets()) {
            try {
                row(target, table, rows);
            } catch (PromptException wrong) {
                broken = true;
                context.streams().tell(wrong.getMessage());
            }
        }
        context.streams().result(format == Format.JSON ? Json.writePretty(rows) + "\n" : table.toString());
        return (broken ? ExitCode.INPUT : ExitCode.DONE).code();
    }

    private static void row(PromptTargets.Target target, StringBuilder table, ArrayNode rows) {
        Prompt prompt = target.prompt();
        String from = target.agent().isPresent() ? "workflow" : target.source().isOwn() ? "own" : "shipped";
        rows.addObject()
                .put("agent", prompt.id())
                .put("tier", prompt.tier())
                .put("temperature", prompt.temperature())
                .put("maxOutputTokens", prompt.maxTokens())
                .put("ttlSeconds", prompt.ttl().toSeconds())
                .put("examples", prompt.examples().size())
                .put("from", from)
                .put("file", target.source().file());
        table.append(String.format(
                Locale.ROOT,
                "%-28s %-12s %4s %6d %5s  %-8s %s\n",
                prompt.id(),
                prompt.tier(),
                prompt.temperature(),
                prompt.maxTokens(),
                written(prompt.ttl()),
                from,
                target.source().file()));
    }

    private static String written(Duration ttl) {
        return ttl.toString().substring(ttl.toString().startsWith("PT") ? 2 : 1).toLowerCase(Locale.ROOT);
    }
}
