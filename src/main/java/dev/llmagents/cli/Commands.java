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
        if (type == StatsAuditCommand.class) {
            return type.cast(new StatsAuditCommand(context));
        }
        if (type == CacheStatsCommand.class) {
            return type.cast(new CacheStatsCommand(context));
        }
        if (type == CacheClearCommand.class) {
            return type.cast(new CacheClearCommand(context));
        }
        if (type == CacheVerifyCommand.class) {
            return type.cast(new CacheVerifyCommand(context));
        }
        if (type == PurgeCommand.class) {
            return type.cast(new PurgeCommand(context));
        }
        return others.create(type);
    }
}
