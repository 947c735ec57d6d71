package dev.llmagents.cli;

import dev.llmagents.llm.TimeSource;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import picocli.CommandLine;

/** Runs one command line from its arguments to its exit code. */
public final class CommandLineRun {
    private final CommandContext context;

    CommandLineRun(CommandContext context) {
        this.context = context;
    }

    /** With the streams, the environment and the clocks of this process. */
    public static CommandLineRun ofProcess() {
        Streams streams = new Streams(
                System.in, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
        Terminal terminal = Terminal.of(
                System.getProperty("llmagents.terminal", ""),
                System.getProperty("llmagents.columns", ""),
                System.getenv());
        return new CommandLineRun(new CommandContext(
                streams, terminal, System.getenv(), Path.of(""), TimeSource.system(), new LateRandom()));
    }

    /** Runs the command and returns the process's exit code; never throws. */
    public int run(String... arguments) {
        StringWriter help = new StringWriter();
        CommandLine commandLine = CommandTree.of(context, arguments)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(Math.min(context.terminal().columns(), 120))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        context.terminal().colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setOut(new PrintWriter(help))
                .setParameterExceptionHandler(new Failures(context.streams()))
                .setExecutionExceptionHandler(new Failures(context.streams()));
        try {
            int code = commandLine.execute(arguments);
            // Only help and version are written by the library.
            if (!help.toString().isEmpty()) {
                context.streams().result(help.toString());
            }
            return code;
        } catch (CommandFailure failure) {
            context.streams().tell(failure.getMessage());
            return failure.exitCode().code();
        }
    }
}
