package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.llm.TimeSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandTreeTest {
    private final CommandContext context = new CommandContext(
            new Streams(
                    new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), new ByteArrayOutputStream()),
            Terminal.of("", "", Map.of()),
            Map.of(),
            Path.of(""),
            TimeSource.system(),
            new Random(1));

    private static String help(CommandLine command) {
        StringBuilder all = new StringBuilder(command.getUsageMessage(CommandLine.Help.Ansi.OFF));
        command.getSubcommands().values().forEach(each -> all.append(help(each)));
        return all.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"meetmind", "svea", "felicia", "stats", "runs", "cache", "purge"})
    void a_command_that_is_made_alone_is_the_one_of_the_whole_tree(String name) {
        CommandLine whole = CommandTree.of(context);
        CommandLine alone = CommandTree.of(context, name, "--help");
        assertEquals(1, alone.getSubcommands().size());
        assertEquals(
                help(whole.getSubcommands().get(name)),
                help(alone.getSubcommands().get(name)));
    }

    @Test
    void what_is_no_command_or_walks_over_all_of_them_gets_the_whole_tree() {
        for (String first : new String[] {"stat", "--help", "--version", "doctor", ""}) {
            assertTrue(CommandTree.of(context, first).getSubcommands().size() > 10, first);
        }
    }
}
