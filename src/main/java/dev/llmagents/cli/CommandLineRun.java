package dev.llmagents.cli;

import dev.llmagents.cli.progress.RunEvents;
import dev.llmagents.llm.TimeSource;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/** Runs one command line from its arguments to its exit code. */
public final class CommandLineRun {
    /** The library lays out no narrower help, and beyond the other end lines are hard to read. */
    private static final int NARROWEST_HELP = 55;

    private static final int WIDEST_HELP = 120;

    private final CommandContext outside;

    CommandLineRun(CommandContext outside) {
        this.outside = outside;
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
                System.getProperty("llmagents.terminal", ""), System.getProperty("llmagents.columns", ""), environment);
        return new CommandLineRun(
                new CommandContext(streams, terminal, environment, Path.of(""), TimeSource.system(), new LateRandom()));
    }

    /** Runs the command and returns the process's exit code; never throws. */
    public int run(String... given) {
        // Said here and not by the root command, so that no other command has to be made for it.
        boolean talks = given.length == 0 && outside.terminal().isConversation();
        String[] arguments = talks ? new String[] {"repl"} : given;
        Optional<RunEvents> events = areEventsAsked(arguments)
                ? Optional.of(new RunEvents(outside.streams().err(), outside.time()::now))
                : Optional.empty();
        int code = run(outside.with(outside.streams().with(events).on(outside.terminal())), arguments);
        events.ifPresent(told -> told.finished(code));
        return code;
    }

    /** Known before the command line is read, so that what is wrong with it is an event as well. */
    private static boolean areEventsAsked(String... arguments) {
        for (String argument : arguments) {
            if (argument.equals("--events")) {
                return true;
            }
            if (argument.equals("--")) {
                return false;
            }
        }
        return false;
    }

    private static int run(CommandContext context, String... arguments) {
        StringWriter help = new StringWriter();
        CommandLine commandLine = CommandTree.of(context, arguments)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(
                        Math.max(NARROWEST_HELP, Math.min(context.terminal().columns(), WIDEST_HELP)))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        context.terminal().colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setOut(new PrintWriter(help))
                .setExecutionStrategy(parsed -> {
                    UsageMistake.refuseEmptyValues(parsed);
                    return new CommandLine.RunLast().execute(parsed);
                })
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
            context.streams().fail(failure.exitCode(), failure.getMessage());
            return failure.exitCode().code();
        }
    }
}
