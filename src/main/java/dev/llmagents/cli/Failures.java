package dev.llmagents.cli;

import dev.llmagents.app.SettingsException;
import java.io.IOException;
import picocli.CommandLine;

/** The one place where failures become a sentence and an exit code. */
final class Failures implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {
    private final Streams streams;

    Failures(Streams streams) {
        this.streams = streams;
    }

    @Override
    public int handleParseException(CommandLine.ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String sentence = UsageMistake.sentence(failure) + " See '"
                + command.getCommandSpec().qualifiedName(" ") + " --help'.";
        streams.fail(ExitCode.USAGE, sentence);
        return ExitCode.USAGE.code();
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof CommandFailure known) {
            streams.fail(known.exitCode(), known.getMessage());
            return known.exitCode().code();
        }
        if (failure instanceof SettingsException) {
            streams.fail(ExitCode.USAGE, failure.getMessage());
            return ExitCode.USAGE.code();
        }
        if (failure instanceof IOException) {
            streams.fail(ExitCode.INPUT, UsageMistake.withPeriod(failure.getMessage()));
            return ExitCode.INPUT.code();
        }
        // The class and the place, for a bug report; the message may hold text of an input.
        StackTraceElement[] trace = failure.getStackTrace();
        streams.fail(
                ExitCode.INTERNAL,
                "Internal error: " + failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0])
                        + "; please report it with the command you ran.");
        return ExitCode.INTERNAL.code();
    }
}
