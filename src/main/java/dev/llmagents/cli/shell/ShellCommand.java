package dev.llmagents.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A command as a shell sees it.
 *
 * @param path its words behind the program's name; none for the program itself
 * @param operands what may stand behind it, in order; the last may be repeated
 */
record ShellCommand(
        List<String> path,
        String description,
        List<Sub> subcommands,
        List<Flag> flags,
        List<Filling> operands,
        boolean repeatsLast) {

    /** A command below another. */
    record Sub(String name, String description) {}

    /**
     * An option.
     *
     * @param value what stands behind it; empty if nothing does
     */
    record Flag(List<String> names, Optional<Filling> value, String description) {}

    /** Every command, the program itself first, each before those below it. */
    static List<ShellCommand> all(CommandSpec program) {
        List<ShellCommand> all = new ArrayList<>();
        collect(program, List.of(), all);
        return all;
    }

    private static void collect(CommandSpec spec, List<String> path, List<ShellCommand> all) {
        List<Sub> subs = new ArrayList<>();
        spec.subcommands().forEach((name, line) -> {
            if (!line.getCommandSpec().usageMessage().hidden()) {
                subs.add(new Sub(name, summary(line.getCommandSpec())));
            }
        });
        List<Flag> flags = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            if (!option.hidden()) {
                Optional<Filling> value =
                        option.arity().max() == 0 ? Optional.empty() : Optional.of(Filling.of(option));
                flags.add(new Flag(List.of(option.names()), value, oneLine(option.description())));
            }
        }
        List<PositionalParamSpec> places = spec.positionalParameters();
        all.add(new ShellCommand(
                path,
                summary(spec),
                List.copyOf(subs),
                List.copyOf(flags),
                places.stream().map(Filling::of).toList(),
                !places.isEmpty() && places.get(places.size() - 1).arity().max() > 1));
        for (Sub sub : subs) {
            CommandLine below = spec.subcommands().get(sub.name());
            List<String> deeper = new ArrayList<>(path);
            deeper.add(sub.name());
            collect(below.getCommandSpec(), List.copyOf(deeper), all);
        }
    }

    /** The path with a blank before each word, as the scripts build it up. */
    String key() {
        StringBuilder key = new StringBuilder();
        path.forEach(word -> key.append(' ').append(word));
        return key.toString();
    }

    /** Of each kind of values, the options that take it, each with its command. */
    static SortedMap<String, List<String>> optionsByValue(List<ShellCommand> commands) {
        SortedMap<String, List<String>> byValue = new TreeMap<>();
        for (ShellCommand command : commands) {
            for (Flag flag : command.flags()) {
                flag.value()
                        .ifPresent(value -> flag.names()
                                .forEach(name -> byValue.computeIfAbsent(word(value), kind -> new ArrayList<>())
                                        .add(command.key() + " " + name)));
            }
        }
        return byValue;
    }

    /** A filling as the scripts write it. */
    static String word(Filling filling) {
        return switch (filling.kind()) {
            case WORDS -> "words " + String.join(" ", filling.words());
            case FILE -> "file";
            case FOLDER -> "folder";
            case ANYTHING -> "anything";
        };
    }

    private static String summary(CommandSpec spec) {
        String[] description = spec.usageMessage().description();
        return description.length == 0 ? "" : oneLine(description[0]);
    }

    private static String oneLine(String... lines) {
        // The library reads %n and %% in its texts.
        return String.join(" ", lines).replace("%n", " ").replace("%%", "%");
    }
}
