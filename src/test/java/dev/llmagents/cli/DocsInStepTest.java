package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Help, README, docs and samples name the same commands, options and exit codes as the program has. */
class DocsInStepTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Pattern FENCE = Pattern.compile("(?ms)^```[a-z]*\\n(.*?)^```");
    private static final Pattern INLINE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern CALL = Pattern.compile("(?:^|.*[\\s('\"$])(?:scripts/)?llm-agents((?: [^\\n]*)?)$");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern LONG_OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
    private static final Pattern EXIT_ROW = Pattern.compile("(?m)^\\| (\\d+) \\| (.+) \\|$");
    /** Of other programs, where the docs show how to use them together with this one. */
    private static final Set<String> OF_OTHERS = Set.of(
            "--live",
            "--cmd",
            "--data",
            "--task",
            "--words", // the project's scripts
            "--fresh",
            "--long",
            "--quick", // the measurements
            "--cli",
            "--method",
            "--tool-arg",
            "--tool-name"); // the inspector of MCP

    private static List<Path> pages() {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            List<Path> pages =
                    new ArrayList<>(docs.filter(file -> file.toString().endsWith(".md"))
                            .sorted()
                            .toList());
            pages.add(ROOT.resolve("README.md"));
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String allPages() {
        return pages().stream().map(DocsInStepTest::text).collect(Collectors.joining("\n"));
    }

    /** An example of a command line, with where it stands. */
    private record Example(String place, String line) {}

    /** Lines that call the program: in blocks of code, in short code, in the help and in the samples. */
    private static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (Path page : pages()) {
            Matcher block = FENCE.matcher(text(page));
            while (block.find()) {
                block.group(1).replace("\\\n", " ").lines().forEach(line -> add(examples, page.toString(), line));
            }
            Matcher code = INLINE.matcher(FENCE.matcher(text(page)).replaceAll(""));
            while (code.find()) {
                add(examples, page.toString(), code.group(1));
            }
        }
        for (CommandSpec command : CommandModel.commands()) {
            for (String line : command.usageMessage().footer()) {
                add(examples, "help of " + command.qualifiedName(), line);
            }
        }
        return examples;
    }

    private static void add(List<Example> examples, String place, String line) {
        // Of a pipe, each program has its own arguments; what stands behind # is said to people.
        String whole = QUOTED.matcher(line)
                .replaceAll(quoted -> Matcher.quoteReplacement(quoted.group().replaceAll("[;|<>&#]", "_")));
        for (String part : whole.replaceFirst("(^|\\s)#.*", "").split("\\|\\||&&|\\||;|\\d?>>? ?[&\\w./-]+|<\\(")) {
            // The options of the inspector stand behind those of the command it starts.
            String own = part.strip().startsWith("npx ") ? part.replaceFirst(" --method .*", "") : part;
            Matcher call = CALL.matcher(own.replaceAll("[)\\s]+$", "").replaceFirst("< .*", ""));
            if (call.find() && !call.group(1).contains("…") && !call.group(1).contains("...")) {
                examples.add(new Example(place, call.group(1).strip()));
            }
        }
    }

    /** The words of a line as a shell would make them. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("(?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+").matcher(line);
        while (word.find()) {
            words.add(word.group().replaceAll("['\"]", ""));
        }
        return words;
    }

    @Test
    void every_example_in_docs_and_help_is_a_command_line_of_the_program() {
        List<Example> examples = examples();
        assertTrue(examples.size() > 60, "only " + examples.size() + " examples were found");
        List<String> wrong = new ArrayList<>();
        for (Example example : examples) {
            List<String> words = words(example.line());
            boolean namesCommandAlone = words.isEmpty() || words.stream().allMatch(word -> word.matches("[a-z-]+"));
            try {
                CommandModel.commandLine().parseArgs(words.toArray(String[]::new));
            } catch (CommandLine.MissingParameterException missing) {
                // 'llm-agents svea comply' in a sentence names the command and does not call it.
                if (!namesCommandAlone) {
                    wrong.add(example + ": " + missing.getMessage());
                }
            } catch (ParameterException mistake) {
                wrong.add(example + ": " + mistake.getMessage());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void every_command_is_named_in_readme_or_docs() {
        String pages = allPages();
        List<String> missing = new ArrayList<>();
        for (CommandSpec command : CommandModel.commands()) {
            String words = command.qualifiedName(" ").replace("llm-agents ", "");
            if (command.subcommands().isEmpty() && !pages.contains(words)) {
                missing.add(words);
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void every_option_in_readme_and_docs_exists() {
        Set<String> known = new TreeSet<>(OF_OTHERS);
        for (CommandSpec command : CommandModel.commands()) {
            for (OptionSpec option : command.options()) {
                known.addAll(Arrays.asList(option.names()));
            }
        }
        Map<String, Set<String>> unknown = new TreeMap<>();
        for (Path page : pages()) {
            Matcher option = LONG_OPTION.matcher(text(page));
            while (option.find()) {
                if (!known.contains(option.group())) {
                    unknown.computeIfAbsent(page.getFileName().toString(), name -> new TreeSet<>())
                            .add(option.group());
                }
            }
        }
        assertEquals(Map.of(), unknown);
    }

    @Test
    void the_tables_of_exit_codes_are_those_of_the_program() {
        for (String page : List.of("README.md", "docs/ci.md")) {
            Map<Integer, String> told = new TreeMap<>();
            Matcher row = EXIT_ROW.matcher(text(ROOT.resolve(page)));
            while (row.find()) {
                told.put(Integer.parseInt(row.group(1)), row.group(2).replace("`", ""));
            }
            Map<Integer, String> program = new TreeMap<>();
            for (ExitCode code : ExitCode.values()) {
                program.put(code.code(), code.meaning());
            }
            assertEquals(program, told, page);
        }
    }

    @Test
    void exit_codes_in_the_help_are_exit_codes() {
        Set<String> codes = Arrays.stream(ExitCode.values())
                .map(code -> String.valueOf(code.code()))
                .collect(Collectors.toSet());
        Pattern line = Pattern.compile("^ {2}(\\d+) {2}.*");
        for (CommandSpec command : CommandModel.commands()) {
            for (String text : command.usageMessage().footer()) {
                Matcher code = line.matcher(text);
                assertTrue(!code.matches() || codes.contains(code.group(1)), command.qualifiedName() + ": " + text);
            }
        }
    }

    @Test
    void every_page_of_the_docs_is_listed_in_the_readme() {
        String readme = text(ROOT.resolve("README.md"));
        for (Path page : pages()) {
            String name = page.getFileName().toString();
            assertTrue(name.equals("README.md") || readme.contains("docs/" + name), name + " is not in README.md");
        }
    }

    @Test
    void every_file_that_a_page_links_to_is_there() {
        Pattern link = Pattern.compile("]\\(([^)#\\s:]+)(?:#[^)]*)?\\)");
        List<String> dead = new ArrayList<>();
        for (Path page : pages()) {
            Matcher target = link.matcher(text(page));
            while (target.find()) {
                if (!Files.exists(page.resolveSibling(target.group(1)))) {
                    dead.add(page.getFileName() + " → " + target.group(1));
                }
            }
        }
        assertEquals(List.of(), dead);
    }

    @Test
    void every_schema_is_named_in_the_docs() throws IOException {
        String pages = allPages();
        try (Stream<Path> schemas = Files.list(ROOT.resolve("src/main/resources/schemas"))) {
            List<String> unnamed = schemas.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString().replace(".json", ""))
                    .filter(name -> !pages.contains(name))
                    .sorted()
                    .toList();
            assertEquals(List.of(), unnamed);
        }
    }
}
