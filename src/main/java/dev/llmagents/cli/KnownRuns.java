package dev.llmagents.cli;

import dev.llmagents.app.Folders;
import dev.llmagents.json.NearName;
import dev.llmagents.record.RunFolder;
import dev.llmagents.record.RunRecord;
import dev.llmagents.record.Runs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The runs of this user, and how one of them is named on a command line. */
final class KnownRuns {
    private static final int MOST_NAMED = 5;
    private static final int NEAREST_NAMED = 3;

    private final Runs runs;
    private final CommandSpec spec;

    private KnownRuns(Runs runs, CommandSpec spec) {
        this.runs = runs;
        this.spec = spec;
    }

    /** @throws ParameterException if the environment names no place for them */
    static KnownRuns of(CommandContext context, CommandSpec spec) {
        Path state = Folders.of(context.environment())
                .state()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "There are no runs, since neither HOME nor LLM_AGENTS_HOME is set"));
        return new KnownRuns(new Runs(state.resolve("runs")), spec);
    }

    Runs all() {
        return runs;
    }

    /**
     * The run somebody means.
     *
     * @param written its id or the beginning of it
     * @throws ParameterException if there is none or several of that name
     */
    RunFolder named(String written) throws IOException {
        String wanted = written.strip().toLowerCase(Locale.ROOT);
        List<String> ids = runs.ids();
        List<String> matching = ids.stream()
                .filter(id -> !wanted.isEmpty() && id.startsWith(wanted))
                .toList();
        if (ids.contains(wanted)) {
            return runs.run(wanted);
        }
        if (matching.size() == 1) {
            return runs.run(matching.get(0));
        }
        if (matching.size() > 1) {
            List<String> some = matching.subList(0, Math.min(MOST_NAMED, matching.size()));
            throw wrong("'" + written + "' is the beginning of " + matching.size() + " runs: write more of "
                    + String.join(", ", some) + (some.size() < matching.size() ? ", …" : ""));
        }
        if (ids.isEmpty()) {
            throw wrong("There is no run '" + written + "', nor any other: a run that asks a model leaves one");
        }
        throw wrong("There is no run '" + written + "': did you mean " + String.join(", ", nearest(wanted, ids))
                + "? 'llm-agents runs list' lists all");
    }

    /** @throws ParameterException if the run has left no outline that can be read */
    RunRecord outline(RunFolder run) {
        return run.outline()
                .orElseThrow(() -> wrong("The run in " + run.path()
                        + " cannot be read: another version of the program has written it, or it is damaged"));
    }

    private static List<String> nearest(String wanted, List<String> ids) {
        return NearName.nearest(wanted, ids, NEAREST_NAMED);
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
