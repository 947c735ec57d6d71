package dev.llmagents.cli;

import dev.llmagents.app.NewFolder;
import dev.llmagents.team.felicia.mission.SampleMission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code llm-agents felicia init}. */
@Command(
        name = "init",
        description = "Write a mission that runs as it is, with prices of shares that do not exist.",
        footerHeading = "%nExample:%n",
        footer = "  llm-agents felicia init mission && llm-agents felicia trade mission/mission.yaml --out plan")
final class InitMissionCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "DIR", description = "A new folder; files that are there are never overwritten.")
    private Path folder;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    InitMissionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, byte[]> files = SampleMission.files();
        NewFolder.write(context.workingFolder().resolve(folder), files);
        context.streams()
                .result("Wrote " + files.size() + " files to " + folder + ". Next: llm-agents felicia trade "
                        + folder.resolve("mission.yaml") + "\n");
        return ExitCode.DONE.code();
    }
}
