package dev.llmagents.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The model of the command line, to be walked. */
final class CommandModel {
    private CommandModel() {}

    /** A command line that can parse and is not run. */
    static CommandLine commandLine() {
        Streams streams = new Streams(
                new ByteArrayInputStream(new byte[0]),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream());
        CommandContext context = new CommandContext(
                streams,
                new Terminal(false, false, 80, false),
                Map.of(),
                Path.of(""),
                dev.llmagents.llm.TimeSource.system(),
                new Random(1));
        return new CommandLine(new RootCommand(context), new Commands(context))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    static CommandSpec program() {
        return commandLine().getCommandSpec();
    }

    /** Every command that is shown, the program first. */
    static List<CommandSpec> commands() {
        List<CommandSpec> all = new ArrayList<>(List.of(program()));
        for (int i = 0; i < all.size(); i++) {
            for (CommandLine below : all.get(i).subcommands().values()) {
                if (!below.getCommandSpec().usageMessage().hidden()) {
                    all.add(below.getCommandSpec());
                }
            }
        }
        return all;
    }
}
