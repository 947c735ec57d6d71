package dev.llmagents.cli;

import dev.llmagents.app.Keeping;
import dev.llmagents.llm.TimeSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Everything a command takes from outside, so that a test can give it all of it.
 *
 * @param workingFolder what relative paths of settings start from
 * @param resumption the run whose command line this is; empty for a new one
 */
record CommandContext(
        Streams streams,
        Terminal terminal,
        Map<String, String> environment,
        Path workingFolder,
        TimeSource time,
        RandomGenerator random,
        Optional<Keeping.Resumption> resumption) {

    /** A command line that begins something new. */
    CommandContext(
            Streams streams,
            Terminal terminal,
            Map<String, String> environment,
            Path workingFolder,
            TimeSource time,
            RandomGenerator random) {
        this(streams, terminal, environment, workingFolder, time, random, Optional.empty());
    }

    /** The same outside with other streams. */
    CommandContext with(Streams other) {
        return new CommandContext(other, terminal, environment, workingFolder, time, random, resumption);
    }

    /** The same outside for the command line of an earlier run. */
    CommandContext resuming(Keeping.Resumption earlier) {
        return new CommandContext(streams, terminal, environment, workingFolder, time, random, Optional.of(earlier));
    }
}
