package dev.llmagents.cli;

import dev.llmagents.cli.repl.CommandLines;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Runs the command lines of a session as those of the shell are run, in this process. Use from one thread at a time. */
final class SessionCommandLines implements CommandLines {
    private final CommandContext context;
    private Optional<CommandSpec> tree = Optional.empty();

    SessionCommandLines(CommandContext context) {
        this.context = context;
    }

    @Override
    public int run(Call call) {
        Terminal terminal = context.terminal();
        Terminal resized = call.columns() == 0 ? terminal : terminal.resized(call.columns());
        Streams streams = new Streams(call.in(), call.out(), call.err());
        return new CommandLineRun(context.speaking(streams, resized, call.onlooker()))
                .run(call.arguments().toArray(String[]::new));
    }

    @Override
    public synchronized CommandSpec tree() {
        if (tree.isEmpty()) {
            tree = Optional.of(new CommandLine(new RootCommand(context), new Commands(context)).getCommandSpec());
        }
        return tree.get();
    }

    @Override
    public boolean isTeamCommand(CommandSpec command) {
        return command.mixins().values().stream().anyMatch(mixin -> mixin.userObject() instanceof TeamOptions);
    }
}
