package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Each option of each command with a mistake in it. */
class UsageMistakeTest {
    private static final Pattern PROGRAMMERS_WORDS =
            Pattern.compile("Exception|java\\.|BigDecimal|an int\\b|a long\\b|\\[[A-Z]|case-insensitive|null");

    @TempDir
    private Path home;

    /** The command with operands that will not be looked at. */
    private static List<String> words(CommandSpec command) {
        List<String> words = new ArrayList<>(List.of(command.qualifiedName(" ").split(" ")));
        words.remove(0);
        for (PositionalParamSpec place : command.positionalParameters()) {
            if (place.arity().min() > 0) {
                words.add(place.paramLabel().equals("SHELL") ? "bash" : "operand");
            }
        }
        return words;
    }

    private Invocation run(CommandSpec command, String... more) {
        List<String> words = words(command);
        words.addAll(List.of(more));
        return Invocation.in(home).run(words.toArray(String[]::new));
    }

    private static void assertIsSentence(Invocation run) {
        assertEquals(2, run.code(), run::toString);
        assertEquals("", run.out(), run::toString);
        assertEquals(1, run.err().lines().count(), run::toString);
        assertFalse(PROGRAMMERS_WORDS.matcher(run.err()).find(), run::toString);
    }

    @Test
    void an_empty_value_is_refused_by_every_option() {
        for (CommandSpec command : CommandModel.commands()) {
            for (OptionSpec option : command.options()) {
                if (option.arity().max() > 0) {
                    Invocation run = run(command, option.longestName() + "=");
                    assertIsSentence(run);
                    assertTrue(
                            run.err().contains(option.longestName())
                                    || run.err().contains("is missing"),
                            run::toString);
                }
            }
        }
    }

    @Test
    void a_missing_value_is_asked_for_with_what_it_is() {
        for (CommandSpec command : CommandModel.commands()) {
            for (OptionSpec option : command.options()) {
                if (option.arity().min() > 0) {
                    Invocation run = run(command, option.longestName());
                    assertIsSentence(run);
                    assertTrue(
                            run.err().startsWith(option.longestName() + " needs a value, " + option.paramLabel()),
                            run::toString);
                }
            }
        }
    }

    @Test
    void a_wrong_choice_is_told_every_right_one_in_the_letters_of_the_help() {
        for (CommandSpec command : CommandModel.commands()) {
            for (OptionSpec option : command.options()) {
                Class<?> type = option.auxiliaryTypes()[0];
                if (type.isEnum()) {
                    Invocation run = run(command, option.longestName(), "dance");
                    assertIsSentence(run);
                    assertTrue(run.err().startsWith("'dance' for " + option.longestName()), run::toString);
                    for (Object choice : type.getEnumConstants()) {
                        String word = ((Enum<?>) choice).name().toLowerCase(Locale.ROOT);
                        assertTrue(run.err().contains(word), run::toString);
                    }
                }
            }
        }
    }

    @Test
    void what_is_no_number_date_or_duration_is_shown_one() {
        Set<Class<?>> texts = Set.of(String.class, Path.class);
        for (CommandSpec command : CommandModel.commands()) {
            for (OptionSpec option : command.options()) {
                Class<?> type = option.auxiliaryTypes()[0];
                if (option.arity().max() > 0 && !type.isEnum() && !texts.contains(type)) {
                    Invocation run = run(command, option.longestName(), "dance");
                    assertIsSentence(run);
                    assertTrue(run.err().startsWith("'dance' for " + option.longestName() + " is no "), run::toString);
                    assertTrue(run.err().contains(" such as "), run::toString);
                }
            }
        }
    }

    @Test
    void an_unknown_option_leads_to_the_nearest_and_to_the_help() {
        for (CommandSpec command : CommandModel.commands()) {
            // Required options are asked for before unknown ones are looked at.
            List<String> more = new ArrayList<>();
            command.options().stream()
                    .filter(OptionSpec::required)
                    .forEach(option -> more.add(option.longestName() + "=json"));
            more.add("--hepl");
            Invocation run = run(command, more.toArray(String[]::new));
            assertIsSentence(run);
            assertTrue(run.err().startsWith("Unknown option: '--hepl'."), run::toString);
            assertTrue(run.err().endsWith("See '" + command.qualifiedName(" ") + " --help'.\n"), run::toString);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "meetmnd | Unknown command 'meetmnd': there are meetmind, svea",
                "meetmind analyz | Unknown command 'analyz': there are analyze, actions. Did you mean analyze?",
                "doctor now | 'now' is more than llm-agents doctor takes: leave it out.",
                "meetmind analyze | FILE is missing: Transcripts in any format",
                "svea convert x | --to is missing: json, csv",
                "meetmind analyze x --format json --format csv | --format is there twice: give it once.",
                "meetmind analyze x --config . | The settings file . is a folder: name a file with --config."
            })
    void other_mistakes_are_told_in_one_sentence_too(String line, String sentence) {
        Invocation run = Invocation.in(home).run(line.split(" "));
        assertIsSentence(run);
        assertTrue(run.err().startsWith(sentence), run::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"meetmind", "svea", "felicia", "runs", "cache", "models"})
    void a_group_without_a_command_says_what_there_is_to_do(String group) {
        assertIsSentence(Invocation.in(home).run(group));
    }
}
