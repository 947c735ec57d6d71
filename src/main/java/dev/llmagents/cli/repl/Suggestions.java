package dev.llmagents.cli.repl;

import dev.llmagents.app.Mode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What may stand where the cursor is: commands, options, their values, files, and what the session knows. */
public final class Suggestions {
    private static final Set<String> FILES = Set.of("FILE", "DIR", "FOLDER", "MISSION", "WORKFLOW", "PATH", "SCRIPT");
    private static final Set<String> RUNS = Set.of("ID", "RUN");
    private static final Set<String> AGENTS = Set.of("AGENT", "PROMPT");
    private static final int MOST_FILES = 500;

    private final Supplier<CommandSpec> tree;
    private final Known known;
    private final Path workingFolder;

    /** What is only known when it is asked for. */
    public interface Known {
        List<String> models();

        List<String> runs();

        List<String> agents();

        List<String> fields();

        List<String> tenants();
    }

    /**
     * A word that fits.
     *
     * @param isWhole whether a blank may follow; not after a folder
     */
    public record Suggestion(String value, String description, boolean isWhole) {
        static Suggestion of(String value) {
            return new Suggestion(value, "", true);
        }
    }

    public Suggestions(Supplier<CommandSpec> tree, Known known, Path workingFolder) {
        this.tree = tree;
        this.known = known;
        this.workingFolder = workingFolder;
    }

    /**
     * @param before the words before the one the cursor is in
     * @param word the beginning of that one; may be empty
     */
    public List<Suggestion> of(List<String> before, String word) {
        List<Suggestion> all = new ArrayList<>();
        if (before.isEmpty()) {
            commands(all, tree.get());
            for (Slash slash : Slash.values()) {
                all.add(new Suggestion(slash.label(), slash.does(), true));
            }
            options(all, tree.get(), word);
        } else if (before.get(0).startsWith("/")) {
            slash(all, before, word);
        } else {
            List<String> own = before.get(0).equals("llm-agents") ? before.subList(1, before.size()) : before;
            command(all, own, word);
        }
        String begun = word.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(each -> each.value().toLowerCase(Locale.ROOT).startsWith(begun))
                .toList();
    }

    private void slash(List<Suggestion> all, List<String> before, String word) {
        Optional<Slash> slash = Slash.of(before.get(0));
        if (slash.isEmpty() || before.size() > 1) {
            return;
        }
        switch (slash.get()) {
            case MODE ->
                Arrays.stream(Mode.values())
                        .map(Mode::label)
                        .map(Suggestion::of)
                        .forEach(all::add);
            case MODEL -> known.models().stream().map(Suggestion::of).forEach(all::add);
            case WHY -> known.fields().stream().map(Suggestion::of).forEach(all::add);
            case REPLAY -> known.runs().stream().map(Suggestion::of).forEach(all::add);
            case SAVE -> files(all, word);
            case TENANT -> known.tenants().stream().map(Suggestion::of).forEach(all::add);
            case HELP, COST, BUDGET, AGENTS, TRACE, QUIT -> {}
        }
    }

    private void command(List<Suggestion> all, List<String> before, String word) {
        CommandSpec command = tree.get();
        int positionals = 0;
        Optional<OptionSpec> waiting = Optional.empty();
        for (String written : before) {
            CommandLine below = command.subcommands().get(written);
            if (waiting.isPresent()) {
                waiting = Optional.empty();
            } else if (below != null && positionals == 0) {
                command = below.getCommandSpec();
            } else if (written.startsWith("-") && written.length() > 1) {
                waiting = takesValue(command, written);
            } else {
                positionals++;
            }
        }
        if (waiting.isPresent()) {
            values(all, waiting.get(), word);
            return;
        }
        int equals = word.indexOf('=');
        if (word.startsWith("-") && equals > 0) {
            String name = word.substring(0, equals);
            takesValue(command, name).ifPresent(option -> {
                List<Suggestion> after = new ArrayList<>();
                values(after, option, word.substring(equals + 1));
                after.forEach(
                        each -> all.add(new Suggestion(name + "=" + each.value(), each.description(), each.isWhole())));
            });
            return;
        }
        if (positionals == 0) {
            commands(all, command);
        }
        options(all, command, word);
        if (!word.startsWith("-")) {
            positional(all, command, positionals, word);
        }
    }

    private static Optional<OptionSpec> takesValue(CommandSpec command, String name) {
        return Optional.ofNullable(command.optionsMap().get(name))
                .filter(option -> option.arity().max() > 0);
    }

    private static void commands(List<Suggestion> all, CommandSpec command) {
        command.subcommands().forEach((name, below) -> {
            String[] description = below.getCommandSpec().usageMessage().description();
            all.add(new Suggestion(name, description.length == 0 ? "" : description[0], true));
        });
    }

    private static void options(List<Suggestion> all, CommandSpec command, String word) {
        if (!word.startsWith("-")) {
            return;
        }
        for (OptionSpec option : command.options()) {
            String[] description = option.description();
            for (String name : option.names()) {
                if (!option.hidden()) {
                    all.add(new Suggestion(name, description.length == 0 ? "" : description[0], true));
                }
            }
        }
    }

    private void positional(List<Suggestion> all, CommandSpec command, int given, String word) {
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            if (parameter.index().contains(given)) {
                values(all, parameter, word);
                return;
            }
        }
    }

    private void values(List<Suggestion> all, ArgSpec argument, String word) {
        Class<?> type = argument.auxiliaryTypes().length == 0 ? argument.type() : argument.auxiliaryTypes()[0];
        String label = argument.paramLabel().replaceAll("[^A-Z]", "");
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                all.add(Suggestion.of(((Enum<?>) constant).name().toLowerCase(Locale.ROOT)));
            }
        } else if (argument.completionCandidates() != null) {
            argument.completionCandidates().forEach(candidate -> all.add(Suggestion.of(candidate)));
        } else if (argument instanceof OptionSpec option && option.longestName().equals("--tenant")) {
            known.tenants().stream().map(Suggestion::of).forEach(all::add);
        } else if (RUNS.contains(label)) {
            known.runs().stream().map(Suggestion::of).forEach(all::add);
        } else if (AGENTS.contains(label)) {
            known.agents().stream().map(Suggestion::of).forEach(all::add);
        } else if (FILES.contains(label)
                || type == Path.class
                || FILES.stream().anyMatch(argument.paramLabel()::contains)) {
            files(all, word);
        }
    }

    private void files(List<Suggestion> all, String word) {
        int slash = word.lastIndexOf('/');
        String folder = word.substring(0, slash + 1);
        List<Suggestion> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(workingFolder.resolve(folder))) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                boolean isHidden =
                        name.startsWith(".") && !word.substring(slash + 1).startsWith(".");
                if (name.startsWith(word.substring(slash + 1)) && !isHidden && found.size() < MOST_FILES) {
                    boolean isFolder = Files.isDirectory(entry);
                    found.add(new Suggestion(folder + name + (isFolder ? "/" : ""), "", !isFolder));
                }
            }
        } catch (IOException | InvalidPathException nothingThere) {
            return;
        }
        found.sort(Comparator.comparing(Suggestion::value));
        all.addAll(found);
    }
}
