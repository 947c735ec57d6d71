package dev.llmagents.cli;

import dev.llmagents.agent.AgentReply;
import dev.llmagents.app.App;
import dev.llmagents.app.Folders;
import dev.llmagents.app.MeetingRun;
import dev.llmagents.app.Settings;
import dev.llmagents.app.SettingsReader;
import dev.llmagents.app.SveaRun;
import dev.llmagents.mcp.ReadableFolder;
import dev.llmagents.mcp.Tool;
import dev.llmagents.mcp.ToolRuns;
import dev.llmagents.mcp.ToolServer;
import dev.llmagents.report.TeamRun;
import dev.llmagents.team.felicia.FeliciaCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of commands that serve tools on standard input and output, and the serving. */
final class ToolServing {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "The folder whose files may be read; the working folder if not given.")
    private Path root;

    @Mixin
    private TeamOptions team;

    /** Serves until standard input ends. */
    int serve(CommandContext context, BiFunction<ToolRuns, ReadableFolder, List<Tool>> tools) throws IOException {
        team.check();
        if (team.isShowMasked()) {
            throw new ParameterException(spec.commandLine(), "--show-masked shows one input's messages; mcp has none");
        }
        if (team.isKept()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--record and --replay are for one run and mcp serves many: leave them out, or use them with the"
                            + " command of a team");
        }
        // Everything but messages would break the protocol on standard output, so all talk goes to standard error.
        Consumer<String> tell = team.isQuiet() ? sentence -> {} : context.streams()::tell;
        Settings settings = SettingsReader.read(context.environment(), context.workingFolder(), team.settings(), tell);
        List<Tool> served = tools.apply(new Runs(context, settings), folder(context));
        try {
            ToolServer.of("llm-agents", Version.number(), served)
                    .serve(context.streams().in(), context.streams().out());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED.code();
        }
        return ExitCode.DONE.code();
    }

    private ReadableFolder folder(CommandContext context) {
        Path asked =
                root == null ? context.workingFolder() : context.workingFolder().resolve(root);
        if (Files.exists(asked) && !Files.isDirectory(asked)) {
            throw new CommandFailure(
                    ExitCode.INPUT, "--root needs a folder, and " + asked + " is a file: name the folder it lies in.");
        }
        try {
            return new ReadableFolder(asked);
        } catch (IOException missing) {
            throw new CommandFailure(
                    ExitCode.INPUT, "The folder " + asked + " for --root does not exist: make it, or name another.");
        }
    }

    private final class Runs implements ToolRuns {
        private final CommandContext context;
        private final Settings settings;

        Runs(CommandContext context, Settings settings) {
            this.context = context;
            this.settings = settings;
        }

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
        public TeamRun told(App app, String command, List<MeetingRun.Outcome> outcomes, List<String> warnings) {
            return MeetingTeamRun.of(app, settings, command, outcomes, warnings);
        }

        @Override
        public TeamRun told(
                App app, String command, FeliciaCase felicia, List<AgentReply<?>> replies, List<String> warnings) {
            return FeliciaTeamRun.of(app, settings, command, felicia, replies, warnings);
        }

        @Override
        public TeamRun told(App app, SveaRun.Outcome outcome, List<String> warnings) {
            return SveaTeamRun.of(app, settings, outcome, warnings);
        }

        @Override
        public LocalDate today() {
            return context.time().now().atOffset(ZoneOffset.UTC).toLocalDate();
        }

        @Override
        public long nanos() {
            return context.time().nanos().getAsLong();
        }
    }
}
