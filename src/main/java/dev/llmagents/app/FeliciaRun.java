package dev.llmagents.app;

import dev.llmagents.agent.ModelAccess;
import dev.llmagents.agent.Workflow;
import dev.llmagents.document.InputFile;
import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.file.PrivateFiles;
import dev.llmagents.team.felicia.CaseReader;
import dev.llmagents.team.felicia.FeliciaCase;
import dev.llmagents.team.felicia.FeliciaTeam;
import dev.llmagents.team.felicia.mission.Mission;
import dev.llmagents.team.felicia.mission.MissionException;
import dev.llmagents.team.felicia.mission.Missions;
import dev.llmagents.team.felicia.trade.Guards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads a mission with the files it names and has the team work on it. */
public final class FeliciaRun {
    /** What is looked at in a folder. */
    public static final Inputs.Kind MISSIONS =
            new Inputs.Kind("mission", java.util.Set.of("yaml", "yml", "json", "md", "markdown"));

    /** A file of this name beside the mission stops every order. */
    public static final String HALT = "HALT";

    private final FeliciaTeam team;
    private final ModelAccess access;
    private final Workflow.Listener listener;

    public FeliciaRun(FeliciaTeam team, ModelAccess access, Workflow.Listener listener) {
        this.team = team;
        this.access = access;
        this.listener = listener;
    }

    /**
     * A mission that was read.
     *
     * @param folder from which it sees its files
     */
    public record Opened(Mission mission, long bytes, Path folder) {}

    /**
     * How a mission is to be run.
     *
     * @param executed where the ids of executed plans are kept; empty if this run neither looks nor notes
     * @param again whether a plan that was executed before may be executed again
     * @param execution whether fills are made on paper
     */
    public record Wish(Optional<Path> executed, boolean again, boolean execution) {}

    /**
     * Reads a mission.
     *
     * @param folder of the mission
     * @param asOf empty for the mission's own day
     * @throws UnreadableInputException if it cannot be read
     * @throws MissionException if it is no mission, or names a file that is not there
     */
    public static Opened open(Inputs.Input input, Path folder, Optional<LocalDate> asOf)
            throws UnreadableInputException, MissionException {
        return open(input, folder, asOf, Files::isRegularFile);
    }

    /**
     * The same where not every file may be read.
     *
     * @param isFile whether a file that the mission names is there to be read
     */
    public static Opened open(Inputs.Input input, Path folder, Optional<LocalDate> asOf, Predicate<Path> isFile)
            throws UnreadableInputException, MissionException {
        byte[] bytes = input.bytes().read();
        Mission mission = CaseReader.asOf(Missions.read(bytes, input.name()), asOf);
        Missions.demandFiles(mission, name -> exists(folder, name, isFile));
        return new Opened(mission, bytes.length, folder);
    }

    private static boolean exists(Path folder, String name, Predicate<Path> isFile) {
        try {
            return isFile.test(folder.resolve(name));
        } catch (InvalidPathException noName) {
            return false;
        }
    }

    /** @throws UnreadableInputException if a file of the mission cannot be used */
    public FeliciaTeam.Result trade(Opened opened, Wish wish) throws UnreadableInputException {
        boolean halted = Files.exists(opened.folder().resolve(HALT));
        FeliciaCase felicia = reader(opened)
                .trade(
                        opened.mission(),
                        opened.bytes(),
                        id -> new Guards(
                                !wish.again()
                                        && wish.executed()
                                                .map(at -> Files.exists(at.resolve(id)))
                                                .orElse(false),
                                false,
                                halted),
                        wish.execution());
        return team.trade(felicia, access.heardBy(listener), Runnable::run, listener);
    }

    /** @throws UnreadableInputException if a file of the mission cannot be used */
    public FeliciaTeam.BankResult bank(Opened opened) throws UnreadableInputException {
        return team.bank(reader(opened).bank(opened.mission(), opened.bytes()), access.heardBy(listener), listener);
    }

    /** Notes that a plan was executed. */
    public static void executed(Path folder, FeliciaTeam.Result result) throws IOException {
        PrivateFiles.createFile(
                folder.resolve(CaseReader.requestId(result.report().felicia())));
    }

    private static CaseReader reader(Opened opened) {
        return new CaseReader(name -> InputFile.read(opened.folder().resolve(name), InputFile.DEFAULT_LIMIT));
    }
}
