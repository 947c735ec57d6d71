package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a tree is drawn and where not. */
class LiveProgressTest {
    private static final Terminal TERMINAL = new Terminal(true, true, 80, false);

    @TempDir
    private Path home;

    private final ModelServer server = new ModelServer();

    @AfterEach
    void stop() {
        server.close();
    }

    /** A run whose last agent waits for long enough to be looked at. */
    private Invocation slow(Terminal terminal, Map<String, String> environment, String... more) {
        GardenAnswers.ALL.forEach(server::says);
        server.holding("meetmind.coordinator");
        CompletableFuture.delayedExecutor(600, TimeUnit.MILLISECONDS).execute(server::release);
        Invocation.Setup setup = Invocation.in(home)
                .with("OPENAI_BASE_URL", server.baseUrl())
                .with("OPENAI_API_KEY", "sk-x")
                .with("TERM", "xterm")
                .terminal(terminal);
        environment.forEach(setup::with);
        String[] arguments = new String[more.length + 3];
        arguments[0] = "meetmind";
        arguments[1] = "analyze";
        arguments[2] = Meetings.write(home, "garden.txt", Meetings.ENGLISH).toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return setup.run(arguments);
    }

    @Test
    void a_terminal_shows_the_agents_and_is_clean_afterwards() {
        Invocation run = slow(TERMINAL, Map.of("NO_COLOR", "1"));
        assertEquals(0, run.code(), run::toString);
        assertTrue(run.err().contains("coordinator"), run::toString);
        assertTrue(run.err().contains("tokens, $"), run::toString);
        assertTrue(run.err().contains("\u001b[J"), run::toString);
        assertFalse(run.err().contains("m\u001b"), run::toString);
        assertFalse(run.out().contains("\u001b"), run::toString);
    }

    @ParameterizedTest
    @CsvSource({"CI,true", "CI,1", "TERM,dumb"})
    void a_build_and_a_dumb_terminal_see_nothing_of_it(String variable, String value) {
        assertNothingDrawn(slow(TERMINAL, Map.of(variable, value)));
    }

    @Test
    void a_file_and_whoever_wants_quiet_see_nothing_of_it() {
        assertNothingDrawn(slow(new Terminal(true, false, 80, false), Map.of()));
        assertNothingDrawn(slow(TERMINAL, Map.of(), "-q", "--no-cache"));
    }

    private static void assertNothingDrawn(Invocation run) {
        assertEquals(0, run.code(), run::toString);
        assertFalse(run.err().contains("\u001b"), run::toString);
        assertFalse(run.err().contains("waiting"), run::toString);
    }

    @Test
    void colours_tell_of_states_where_they_are_wanted() {
        assertTrue(slow(TERMINAL, Map.of()).err().contains("\u001b[32m"));
        assertFalse(slow(TERMINAL, Map.of(), "--no-color", "--no-cache").err().contains("\u001b[32m"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "20", "40", "54", "80", "200", "100000", "nonsense"})
    void a_terminal_may_be_of_any_width(String columns) {
        Terminal terminal = Terminal.of("out,err", columns, Map.of("TERM", "xterm"));
        String meeting = Meetings.write(home, "garden.txt", Meetings.ENGLISH).toString();
        for (String[] line : new String[][] {{"--help"}, {"meetmind", "analyze", meeting, "--offline"}}) {
            Invocation run = Invocation.in(home).terminal(terminal).run(line);
            assertEquals(0, run.code(), run::toString);
            assertFalse(run.out().isBlank());
        }
    }
}
