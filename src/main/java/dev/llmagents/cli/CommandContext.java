package dev.llmagents.cli;

import dev.llmagents.llm.TimeSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Everything a command takes from outside, so that a test can give it all of it.
 *
 * @param workingFolder what relative paths of settings start from
 */
record CommandContext(
        Streams streams,
        Terminal terminal,
        Map<String, String> environment,
        Path workingFolder,
        TimeSource time,
        RandomGenerator random) {}
