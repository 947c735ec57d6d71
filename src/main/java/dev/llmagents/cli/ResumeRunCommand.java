package dev.llmagents.cli;

import dev.llmagents.app.Keeping;
import dev.llmagents.record.KeptCall;
import dev.llmagents.record.ReadInput;
import dev.llmagents.record.RunFolder;
import dev.llmagents.record.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code llm-agents runs resume}. */
@Command(
        name = "resume",
        description = {
            "Carry on with a run that was broken off: its command line again on the same inputs, without asking a model"
                    + " again what it has answered already.",
            "Also gives the report of a run that is done once more, without a call."
        },
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  2  no such run, or it cannot be repeated",
            "  3  an input has changed or is gone, or was standard input, or the run is still at work",
            "     else those of the run's own command",
            "",
            "Examples:",
            "  llm-agents runs resume 3f9a",
            "  llm-agents runs resume 3f9a --retry-failed"
        })
final class ResumeRunCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The run's id, or as much of its beginning as no other run has.")
    private String id;

    @Option(
            names = "--retry-failed",
            description = "Make calls that had failed anew; without it the rules answer again.")
    private boolean retryFailed;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing on standard error about the run that is resumed.")
    private boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    ResumeRunCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        KnownRuns known = KnownRuns.of(context, spec);
        RunFolder folder = known.named(id);
        RunRecord run = known.outline(folder);
        refuseWhatCannotBeRepeated(run);
        // A run that told events tells nothing else.
        if (!quiet && !run.arguments().contains("--events")) {
            List<KeptCall> calls = folder.standingCalls();
            long failed = calls.stream()
                    .filter(call -> call.outcome() instanceof KeptCall.Failed)
                    .count();
            context.streams()
                    .tell("Run " + run.id() + ": " + calls.size() + " calls had ended"
                            + (failed == 0
                                    ? ""
                                    : ", " + failed + " of them without an answer"
                                            + (retryFailed
                                                    ? ", which are made anew"
                                                    : " (--retry-failed makes them anew)"))
                            + "; the rest is asked.");
        }
        return new CommandLineRun(context.resuming(new Keeping.Resumption(run, retryFailed)))
                .run(run.arguments().toArray(String[]::new));
    }

    private void refuseWhatCannotBeRepeated(RunRecord run) {
        if (!run.repeatable()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "The command line of run " + run.id()
                            + " held a secret, which is not kept: run the command itself.");
        }
        if (run.status() == RunRecord.Status.RUNNING) {
            throw new CommandFailure(
                    ExitCode.INPUT, "The run " + run.id() + " is still at work: wait for it, or end it.");
        }
        if (run.inputs().stream().anyMatch(ReadInput::standardInput)) {
            throw new CommandFailure(
                    ExitCode.INPUT,
                    "The run " + run.id() + " read standard input, which is not kept: run the command itself.");
        }
        Path here = context.workingFolder().toAbsolutePath().normalize();
        if (!here.toString().equals(run.workingFolder())) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "The run " + run.id() + " was started in another folder: run 'cd \"" + run.workingFolder()
                            + "\"' first, since its command line names files from there.");
        }
    }
}
