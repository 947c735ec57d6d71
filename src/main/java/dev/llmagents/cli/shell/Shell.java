package dev.llmagents.cli.shell;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The shells that are told what may be typed. */
public enum Shell {
    BASH,
    ZSH,
    FISH;

    /** A script in this shell's language that completes every command and option of {@code program}. */
    public String completion(CommandSpec program) {
        List<ShellCommand> commands = ShellCommand.all(program);
        return switch (this) {
            case BASH -> BashCompletion.of(commands);
            case ZSH -> ZshCompletion.of(commands);
            case FISH -> FishCompletion.of(commands);
        };
    }
}
