package dev.llmagents.cli;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands that a command line may be for. To read what every command and option of the program is costs more than
 * many a command itself, so where the first word names one that has nothing to do with the others, only that is made.
 */
final class CommandTree {
    private static final String ROOT = "llm-agents";

    private CommandTree() {}

    /** The root, with all commands below it or with the one that {@code arguments} begin with. */
    static CommandLine of(CommandContext context, String... arguments) {
        Commands commands = new Commands(context);
        Optional<Class<?>> only = arguments.length == 0 ? Optional.empty() : alone(arguments[0]);
        if (only.isEmpty()) {
            return new CommandLine(new RootCommand(context), commands);
        }
        return new CommandLine(CommandSpec.create().name(ROOT), commands).addSubcommand(arguments[0], only.get());
    }

    /** Others, like the one that writes completions for a shell, walk from the root over everything. */
    private static Optional<Class<?>> alone(String name) {
        return switch (name) {
            case "meetmind" -> Optional.of(MeetMindCommand.class);
            case "svea" -> Optional.of(SveaCommand.class);
            case "felicia" -> Optional.of(FeliciaCommand.class);
            case "stats" -> Optional.of(StatsCommand.class);
            case "runs" -> Optional.of(RunsCommand.class);
            case "cache" -> Optional.of(CacheCommand.class);
            case "purge" -> Optional.of(PurgeCommand.class);
            case "repl" -> Optional.of(ReplCommand.class);
            default -> Optional.empty();
        };
    }
}
