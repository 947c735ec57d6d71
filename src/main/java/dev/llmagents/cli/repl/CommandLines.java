package dev.llmagents.cli.repl;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The commands of the program, as the session runs and completes them. */
public interface CommandLines {

    /**
     * A command line to run.
     *
     * @param arguments without the program's name
     * @param columns of the terminal; 0 if not known
     */
    record Call(
            List<String> arguments,
            InputStream in,
            OutputStream out,
            OutputStream err,
            int columns,
            Onlooker onlooker) {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** Runs a command line and returns its exit code; never throws. */
    int run(Call call);

    /** The root command and all below it, for completion. */
    CommandSpec tree();

    /** Whether {@code command} has the options of a team's command, which the session's defaults go to. */
    boolean isTeamCommand(CommandSpec command);
}
