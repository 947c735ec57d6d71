package dev.llmagents.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;

/** Makes the commands: those that need something from outside have a constructor that takes the {@link CommandContext}. */
final class Commands implements CommandLine.IFactory {
    private final CommandContext context;
    private final CommandLine.IFactory others = CommandLine.defaultFactory();

    Commands(CommandContext context) {
        this.context = context;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            Class<?>[] parameters = constructor.getParameterTypes();
            if (parameters.length == 1 && parameters[0] == CommandContext.class) {
                return type.cast(constructor.newInstance(context));
            }
        }
        if (type == CompareCommand.class) {
            return type.cast(new CompareCommand(context));
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
        if (type == ListModelsCommand.class) {
            return type.cast(new ListModelsCommand(context));
        }
        if (type == DoctorCommand.class) {
            return type.cast(new DoctorCommand(context));
        }
        return others.create(type);
    }
}
