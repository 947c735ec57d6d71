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
        if (type == ListRunsCommand.class) {
            return type.cast(new ListRunsCommand(context));
        }
        if (type == ShowRunCommand.class) {
            return type.cast(new ShowRunCommand(context));
        }
        if (type == ResumeRunCommand.class) {
            return type.cast(new ResumeRunCommand(context));
        }
        if (type == CompareCommand.class) {
            return type.cast(new CompareCommand(context));
        }
        return others.create(type);
    }
}
