package dev.llmagents.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands that a command line may be for. To read what every command and option of the program is costs more than
 * many a command itself, so where the first word names one that has nothing to do with the others, only that is made.
 */
final class CommandTree {
    // Others, like one that writes completions for a shell, walk from the root over everything.
    private static final Set<String> ALONE =
            Set.of("meetmind", "svea", "felicia", "stats", "runs", "cache", "purge", "repl");

    private CommandTree() {}

    /** The root, with all commands below it or with the one that {@code arguments} begin with. */
    static CommandLine of(CommandContext context, String... arguments) {
        Commands commands = new Commands(context);
        Optional<Class<?>> only = arguments.length == 0 ? Optional.empty() : alone(arguments[0]);
        if (only.isEmpty()) {
            return new CommandLine(new RootCommand(context), commands);
        }
        CommandSpec root =
                CommandSpec.create().name(annotation(RootCommand.class).name());
        return new CommandLine(root, commands).addSubcommand(arguments[0], only.get());
    }

    private static Optional<Class<?>> alone(String name) {
        return ALONE.contains(name)
                ? Arrays.stream(annotation(RootCommand.class).subcommands())
                        .filter(type -> annotation(type).name().equals(name))
                        .findFirst()
                        .map(type -> (Class<?>) type)
                : Optional.empty();
    }

    private static Command annotation(Class<?> type) {
        return type.getAnnotation(Command.class);
    }
}
