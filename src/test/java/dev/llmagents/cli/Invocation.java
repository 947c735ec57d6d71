package dev.llmagents.cli;

import dev.llmagents.llm.TimeSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * A whole command line and what it came to.
 *
 * @param code exit code
 */
record Invocation(int code, String out, String err) {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    /** A command line before it is run: the program's outside, all of it given by the test. */
    static final class Setup {
        private final Path home;
        private final Map<String, String> environment = new HashMap<>();
        private long seed = 1;
        private byte[] stdin = new byte[0];
        private Terminal terminal = new Terminal(false, false, 80, false);

        private Setup(Path home) {
            this.home = home;
            environment.put("LLM_AGENTS_HOME", home.resolve("llm-agents-home").toString());
        }

        Setup with(String variable, String value) {
            environment.put(variable, value);
            return this;
        }

        /** What chance is drawn from; the same seed gives the same run id. */
        Setup seed(long number) {
            seed = number;
            return this;
        }

        Setup stdin(byte[] bytes) {
            stdin = bytes;
            return this;
        }

        Setup terminal(Terminal kind) {
            terminal = kind;
            return this;
        }

        Invocation run(String... arguments) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            // Retries wait no time at all.
            TimeSource time = new TimeSource(Clock.fixed(NOW, ZoneOffset.UTC), System::nanoTime, pause -> {});
            int code = new CommandLineRun(new CommandContext(
                            new Streams(new ByteArrayInputStream(stdin), out, err),
                            terminal,
                            environment,
                            home,
                            time,
                            new Random(seed)))
                    .run(arguments);
            return new Invocation(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    /** @param home an empty folder: the user's home and working folder */
    static Setup in(Path home) {
        return new Setup(home);
    }

    /** Both streams, for the message of a failed test. */
    @Override
    public String toString() {
        return "exit code " + code + "\n--- stdout\n" + out + "\n--- stderr\n" + err;
    }
}
