package dev.llmagents.cli;

import dev.llmagents.llm.TimeSource;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import picocli.CommandLine;

/** Runs one command line from its arguments to its exit code. */
public final class CommandLineRun {
    private final CommandContext context;

    CommandLineRun(CommandContext context) {
        this.context = context;
    }

    /** With the streams, the environment and the clocks of this process. */
    public static CommandLineRun ofProcess() {
        return inEnvironment(System.getenv());
    }

    /** With the streams and the clocks of this process, and {@code environment} in the place of its own. */
    public static CommandLineRun inEnvironment(Map<String, String> environment) {
        Streams streams = new Streams(
                System.in, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
        Terminal terminal = Terminal.of(
                System.getProperty("llmagents.terminal", ""),
                System.getProperty("llmagents.columns", ""),
                environment);
        return new CommandLineRun(new CommandContext(
                streams, terminal, environment, Path.of(""), TimeSource.system(), new SecureRandom()));
    }

    /** Runs the command and returns the process's exit code; never throws. */
    public int run(String... arguments) {
        StringWriter help = new StringWriter();
        CommandLine commandLine = new CommandLine(new RootCommand(), new Commands(context))
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
