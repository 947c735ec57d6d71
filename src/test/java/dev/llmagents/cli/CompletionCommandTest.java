package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The scripts know every command and option, and the shells themselves make use of them. */
class CompletionCommandTest {
    @TempDir
    private Path home;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(home.resolve("garden party.txt"), "");
        Files.createDirectory(home.resolve("garage"));
    }

    private Path script(String shell) {
        try {
            Invocation run = Invocation.in(home).run("completion", shell);
            assertEquals(0, run.code(), run::toString);
            return Files.writeString(home.resolve("completion." + shell), run.out());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Runs a shell, if there is one, in the folder of the files. */
    private List<String> ask(String shell, String... arguments) throws IOException, InterruptedException {
        assumeTrue(
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, shell))),
                "no " + shell + " here");
        List<String> command = new ArrayList<>(List.of(shell));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().put("HOME", home.toString());
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), out);
        return out.lines().toList();
    }

    /** What bash offers for the last of {@code words}. */
    private Set<String> bash(String... words) throws IOException, InterruptedException {
        String complete = """
                source "$1"; shift
                COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
                _llm_agents
                for reply in ${COMPREPLY[@]+"${COMPREPLY[@]}"}; do printf '%s\\n' "$reply"; done
                """;
        List<String> arguments = new ArrayList<>(
                List.of("--norc", "-c", complete, "bash", script("bash").toString(), "llm-agents"));
        arguments.addAll(List.of(words));
        return new TreeSet<>(ask("bash", arguments.toArray(String[]::new)));
    }

    private static String[] behind(CommandSpec command, String word) {
        String path =
                command.qualifiedName(" ").substring("llm-agents".length()).strip();
        return (path.isEmpty() ? word : path.replace(' ', '\n') + "\n" + word).split("\n", -1);
    }

    @Test
    void bash_offers_every_option_of_every_command() throws IOException, InterruptedException {
        for (CommandSpec command : CommandModel.commands()) {
            Set<String> offered = bash(behind(command, "-"));
            for (OptionSpec option : command.options()) {
                for (String name : option.names()) {
                    assertTrue(offered.contains(name), command.qualifiedName() + " " + name + " not in " + offered);
                }
            }
        }
    }

    @Test
    void bash_offers_every_command_and_no_other_word() throws IOException, InterruptedException {
        for (CommandSpec command : CommandModel.commands()) {
            if (!command.subcommands().isEmpty()
                    && command.positionalParameters().isEmpty()) {
                assertEquals(new TreeSet<>(command.subcommands().keySet()), bash(behind(command, "")));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "meetmind analyze --format m > markdown",
                "meetmind analyze --format = m > markdown",
                "meetmind analyze --format > ",
                "svea comply --lang s > sv",
                "meetmind analyze --offline --provider ge > gemini",
                "stats --by ag > agent",
                "completion f > fish",
                "felicia init g > garage",
                "meetmind analyze --record g > garage",
                "meetmind analyze --date 2 > ''",
                "runs resume g > ''",
                "meetmind analyze -- --form > ''",
                "nonsense a > ''"
            })
    void bash_offers_what_fits_the_place(String line, String expected) throws IOException, InterruptedException {
        Set<String> offered = bash(line.split(" "));
        assertEquals(expected == null ? "--format" : expected, String.join(" ", offered));
    }

    @ParameterizedTest
    @ValueSource(strings = {"meetmind analyze", "meetmind analyze -o", "svea comply --offline", "meetmind analyze a b"})
    void bash_offers_files_with_blanks_in_their_names(String line) throws IOException, InterruptedException {
        Set<String> offered = bash((line + " gar").split(" "));
        assertEquals(Set.of("garage", "garden party.txt"), offered);
    }

    @Test
    void fish_offers_commands_options_values_and_files() throws IOException, InterruptedException {
        String source = "source " + script("fish") + "; complete -C ";
        assertTrue(ask("fish", "-c", source + "'llm-agents meetmind analyze --form'")
                .get(0)
                .startsWith("--format\t"));
        assertTrue(ask("fish", "-c", source + "'llm-agents meetmind '").get(0).startsWith("actions\t"));
        assertTrue(ask("fish", "-c", source + "'llm-agents svea comply --format sar'")
                .get(0)
                .startsWith("sarif"));
        assertTrue(ask("fish", "-c", source + "'llm-agents svea comply gard'")
                .get(0)
                .contains("garden"));
        assertEquals(List.of(), ask("fish", "-c", source + "'llm-agents runs resume gard'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void the_shell_reads_its_script(String shell) throws IOException, InterruptedException {
        assertEquals(List.of(), ask(shell, "-n", script(shell).toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void every_command_and_option_is_in_the_script(String shell) throws IOException {
        String script = Files.readString(script(shell));
        for (CommandSpec command : CommandModel.commands()) {
            assertTrue(script.contains(command.qualifiedName(" ").substring("llm-agents".length())));
            for (OptionSpec option : command.options()) {
                String name = option.longestName();
                String written = shell.equals("fish") ? " -l " + name.substring(2) + " " : name;
                assertTrue(script.contains(written), command.qualifiedName() + " " + name);
            }
        }
    }

    @Test
    void a_description_cannot_end_its_quotes() throws IOException {
        assertTrue(Files.readString(script("zsh")).contains("Svea'\\''s"));
        assertTrue(Files.readString(script("fish")).contains("Svea\\'s"));
    }

    @Test
    void another_shell_is_wrong_usage() {
        Invocation run = Invocation.in(home).run("completion", "tcsh");
        assertEquals(2, run.code(), run::toString);
        assertTrue(run.err().contains("bash, zsh"), run::toString);
        assertFalse(run.err().contains("Exception"), run::toString);
    }
}
