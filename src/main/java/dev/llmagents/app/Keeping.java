package dev.llmagents.app;

import dev.llmagents.record.Recording;
import dev.llmagents.record.RunRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be kept of a run, and what kept calls are to serve it.
 *
 * @param command what was asked for; empty for a run that leaves nothing
 * @param record the folder to write a recording to
 * @param replay the recording that answers in the place of all models
 * @param resumption the run that is carried on
 */
public record Keeping(
        Optional<Command> command, Optional<Path> record, Optional<Recording> replay, Optional<Resumption> resumption) {
    /** Nothing is kept. */
    public static final Keeping NOTHING =
            new Keeping(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * A command line.
     *
     * @param name for instance {@code meetmind analyze}
     * @param arguments as given, without the program's name
     * @param version of the program
     * @param secrets values that must not be kept
     */
    public record Command(
            String name, List<String> arguments, Path workingFolder, String version, List<String> secrets) {
        public Command {
            arguments = List.copyOf(arguments);
            secrets = List.copyOf(secrets);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * An earlier run to carry on.
     *
     * @param retryFailed whether calls that had failed are made anew
     */
    public record Resumption(RunRecord run, boolean retryFailed) {}
}
