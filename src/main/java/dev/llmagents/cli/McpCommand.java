package dev.llmagents.cli;

import dev.llmagents.app.App;
import dev.llmagents.app.Folders;
import dev.llmagents.app.MeetingRun;
import dev.llmagents.app.Settings;
import dev.llmagents.app.SettingsReader;
import dev.llmagents.mcp.MeetingTools;
import dev.llmagents.mcp.ReadableFolder;
import dev.llmagents.mcp.Tool;
import dev.llmagents.mcp.ToolRuns;
import dev.llmagents.mcp.ToolServer;
import dev.llmagents.report.TeamRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code llm-agents mcp}. */
@Command(
        name = "mcp",
        description = "Serve the teams as tools of the Model Context Protocol on standard input and output.",
        sortOptions = false,
        footer = {
            "",
            "Example, in an assistant's configuration:",
            "  {\"mcpServers\": {\"llm-agents\": {\"command\": \"llm-agents\",",
            "    \"args\": [\"mcp\", \"--root\", \"/home/anna/meetings\"]}}}"
        })
final class McpCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "The folder whose files may be read; the working folder if not given.")
    private Path root;

    @Mixin
    private TeamOptions team;

    McpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        team.check();
        if (team.isShowMasked()) {
            throw new ParameterException(spec.commandLine(), "--show-masked shows one input's messages; mcp has none");
        }
        // Everything but messages would break the protocol on standard output, so all talk goes to standard error.
        Consumer<String> tell = team.isQuiet() ? sentence -> {} : context.streams()::tell;
        Settings settings = SettingsReader.read(context.environment(), context.workingFolder(), team.settings(), tell);
        ReadableFolder folder = folder();
        List<Tool> tools = new ArrayList<>(MeetingTools.of(runs(settings), folder));
        try {
            ToolServer.of("llm-agents", Version.number(), tools)
                    .serve(context.streams().in(), context.streams().out());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED.code();
        }
        return ExitCode.DONE.code();
    }

    private ReadableFolder folder() {
        Path asked = root == null ? context.workingFolder() : context.workingFolder().resolve(root);
        try {
            return new ReadableFolder(asked);
        } catch (IOException missing) {
            throw new CommandFailure(ExitCode.INPUT, "The folder " + asked + " for --root does not exist.");
        }
    }

    private ToolRuns runs(Settings settings) {
        return new ToolRuns() {
            @Override
            public App open(Consumer<String> warnings) {
                return new App(
                        settings,
                        Folders.of(context.environment()),
                        team.run(),
                        context.time(),
                        context.random(),
                        warnings);
            }

            @Override
            public TeamRun told(App app, List<MeetingRun.Outcome> outcomes, List<String> warnings) {
                return MeetingTeamRun.of(app, settings, outcomes, warnings);
            }

            @Override
            public long nanos() {
                return context.time().nanos().getAsLong();
            }
        };
    }
}
