package dev.llmagents.cli;

import picocli.CommandLine;

/** Makes the commands, each with what it needs from outside. */
final class Commands implements CommandLine.IFactory {
    private final CommandContext context;
    private final CommandLine.IFactory others = CommandLine.defaultFactory();

    Commands(CommandContext context) {
        this.context = context;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == AnalyzeMeetingCommand.class) {
            return type.cast(new AnalyzeMeetingCommand(context));
        }
        if (type == StatsCommand.class) {
            return type.cast(new StatsCommand(context));
        }
        if (type == ListModelsCommand.class) {
            return type.cast(new ListModelsCommand(context));
        }
        return others.create(type);
    }
}
