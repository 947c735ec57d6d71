package dev.llmagents.cli;

import dev.llmagents.app.App;
import dev.llmagents.app.Keeping;
import dev.llmagents.cli.repl.Onlooker;
import dev.llmagents.llm.LLMUsageStats;
import dev.llmagents.llm.TimeSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Everything a command takes from outside, so that a test can give it all of it.
 *
 * @param workingFolder what relative paths of settings start from
 * @param resumption the run whose command line this is; empty for a new one
 * @param onlooker who hears of runs and reports
 */
record CommandContext(
        Streams streams,
        Terminal terminal,
        Map<String, String> environment,
        Path workingFolder,
        TimeSource time,
        RandomGenerator random,
        Optional<Keeping.Resumption> resumption,
        Onlooker onlooker) {

    /** A command line that begins something new. */
    CommandContext(
            Streams streams,
            Terminal terminal,
            Map<String, String> environment,
            Path workingFolder,
            TimeSource time,
            RandomGenerator random) {
        this(streams, terminal, environment, workingFolder, time, random, Optional.empty(), Onlooker.NOBODY);
    }

    /** The same outside with other streams. */
    CommandContext with(Streams other) {
        return new CommandContext(other, terminal, environment, workingFolder, time, random, resumption, onlooker);
    }

    /** The same outside for the command line of an earlier run. */
    CommandContext resuming(Keeping.Resumption earlier) {
        return new CommandContext(
                streams, terminal, environment, workingFolder, time, random, Optional.of(earlier), onlooker);
    }

    /** The same outside with other streams, for a command line of a session or of another command. */
    CommandContext speaking(Streams others, Terminal otherTerminal, Onlooker other) {
        return new CommandContext(
                others, otherTerminal, environment, workingFolder, time, random, Optional.empty(), other);
    }

    /** The same outside for a command line whose report is a part of another: only its runs are heard of. */
    CommandContext asking(Streams others, Terminal otherTerminal) {
        Onlooker own = onlooker;
        Onlooker runs = !isWatched()
                ? Onlooker.NOBODY
                : new Onlooker() {
                    @Override
                    public void began(Runnable breakOff, Supplier<Optional<LLMUsageStats>> usage) {
                        own.began(breakOff, usage);
                    }
                };
        return speaking(others, otherTerminal, runs);
    }

    /** Whether somebody hears of runs and reports: what is only made for them need not be made otherwise. */
    boolean isWatched() {
        return onlooker != Onlooker.NOBODY;
    }

    /** Tells whoever looks on of a run that begins. */
    void watch(App app) {
        if (isWatched()) {
            onlooker.began(app::breakOff, app::usage);
        }
    }
}
