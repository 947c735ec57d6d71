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
        return others.create(type);
    }
}
