package dev.llmagents.cli.shell;

import java.util.ArrayList;
import java.util.List;

/** The completion script for fish. Pure. */
final class FishCompletion {
    private static final String FRAME = """
            # fish completion for llm-agents, made by 'llm-agents completion fish'.
            # To use it: llm-agents completion fish | source

            # Whether the command line is at the command $argv[1].
            function __llm_agents_at
                set -l cmd ''
                set -l tokens (commandline -opc)
                for token in $tokens[2..-1]
                    if contains -- "$cmd $token" @COMMANDS@
                        set cmd "$cmd $token"
                    end
                end
                test "$cmd" = "$argv[1]"
            end

            """;

    private static final String FOLDERS = "(__fish_complete_directories)";

    private FishCompletion() {}

    static String of(List<ShellCommand> commands) {
        String known = String.join(
                " ",
                commands.stream()
                        .filter(command -> !command.path().isEmpty())
                        .map(command -> quoted(command.key()))
                        .toList());
        List<String> lines = new ArrayList<>();
        for (ShellCommand command : commands) {
            String at = "complete -c llm-agents -n " + quoted("__llm_agents_at \"" + command.key() + "\"");
            for (ShellCommand.Sub sub : command.subcommands()) {
                lines.add(at + " -f -a " + quoted(sub.name()) + " -d " + quoted(sub.description()));
            }
            lines.addAll(operands(command, at));
            for (ShellCommand.Flag flag : command.flags()) {
                lines.add(at + names(flag)
                        + flag.value().map(FishCompletion::value).orElse("")
                        + " -d " + quoted(flag.description()));
            }
        }
        return FRAME.replace("@COMMANDS@", known) + String.join("\n", lines) + "\n";
    }

    private static List<String> operands(ShellCommand command, String at) {
        List<String> lines = new ArrayList<>();
        boolean anyFile = command.operands().stream().anyMatch(place -> place.kind() == Filling.Kind.FILE);
        // fish offers files unless it is told not to.
        String noFiles = anyFile ? "" : " -f";
        for (Filling place : command.operands()) {
            if (place.kind() == Filling.Kind.WORDS) {
                lines.add(at + noFiles + " -a " + quoted(String.join(" ", place.words())));
            } else if (place.kind() == Filling.Kind.FOLDER) {
                lines.add(at + noFiles + " -a " + quoted(FOLDERS));
            }
        }
        if (lines.isEmpty() && !anyFile) {
            lines.add(at + " -f");
        }
        return lines;
    }

    private static String names(ShellCommand.Flag flag) {
        StringBuilder names = new StringBuilder();
        for (String name : flag.names()) {
            names.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        return names.toString();
    }

    private static String value(Filling value) {
        return switch (value.kind()) {
            case WORDS -> " -x -a " + quoted(String.join(" ", value.words()));
            case FILE -> " -r -F";
            case FOLDER -> " -x -a " + quoted(FOLDERS);
            case ANYTHING -> " -x";
        };
    }

    /** As one word of fish, in which a backslash quotes inside of quotes too. */
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
