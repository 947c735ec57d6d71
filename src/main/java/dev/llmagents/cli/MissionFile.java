package dev.llmagents.cli;

import dev.llmagents.app.FeliciaRun;
import dev.llmagents.app.Inputs;
import dev.llmagents.team.felicia.mission.MissionException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The mission that a command names. */
final class MissionFile {
    private static final int MOST_PROBLEMS = 20;

    private MissionFile() {}

    /** Notes what is about to be read and says what to read in its place. */
    @FunctionalInterface
    interface Beginning {
        List<Inputs.Input> begin(List<Inputs.Input> inputs) throws IOException;
    }

    /**
     * Opens the mission.
     *
     * @throws CommandFailure if it is no mission; every problem is told with its line
     */
    static FeliciaRun.Opened open(String file, Optional<LocalDate> asOf, CommandContext context, Beginning beginning)
            throws IOException {
        List<Inputs.Input> inputs = Inputs.of(List.of(file), context.streams().in(), FeliciaRun.MISSIONS);
        if (inputs.size() != 1) {
            throw new CommandFailure(
                    ExitCode.INPUT, "The folder " + file + " holds " + inputs.size() + " missions: name one of them.");
        }
        Path folder = file.equals("-")
                ? context.workingFolder()
                : Optional.ofNullable(Path.of(file).toAbsolutePath().normalize().getParent())
                        .orElse(Path.of("/"));
        Path from = inputs.get(0).fromFolder() ? Path.of(file).toAbsolutePath() : folder;
        try {
            return FeliciaRun.open(beginning.begin(inputs).get(0), from, asOf);
        } catch (MissionException e) {
            throw failure(inputs.get(0).name(), e, context);
        }
    }

    /** Tells all problems but the last, which the failure carries. */
    private static CommandFailure failure(String name, MissionException refused, CommandContext context) {
        List<String> sentences = refused.problems().stream()
                .limit(MOST_PROBLEMS)
                .map(problem -> name + ", line " + problem.line() + ": " + problem.message())
                .toList();
        sentences.subList(0, sentences.size() - 1).forEach(context.streams()::tell);
        return new CommandFailure(ExitCode.INPUT, sentences.get(sentences.size() - 1));
    }
}
