package dev.llmagents.cli;

import dev.llmagents.app.Keeping;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A command line as it is kept with its run. */
final class KeptCommand {
    private static final String PROGRAM = "llm-agents ";
    /** How variables that hold secrets are named. */
    private static final Pattern SECRET = Pattern.compile("(?:.*_)?(?:KEY|TOKEN|SECRET|PASSWORD)");

    private KeptCommand() {}

    /** @param name with the program's, for instance {@code llm-agents meetmind analyze} */
    static Keeping.Command of(String name, List<String> arguments, CommandContext context) {
        List<String> secrets = context.environment().entrySet().stream()
                .filter(variable -> SECRET.matcher(variable.getKey()).matches())
                .map(Map.Entry::getValue)
                // A variable of that name may hold the path of a key, which is none.
                .filter(value -> !value.startsWith("/"))
                .sorted()
                .toList();
        String command = name.startsWith(PROGRAM) ? name.substring(PROGRAM.length()) : name;
        return new Keeping.Command(command, arguments, context.workingFolder(), Version.line(), secrets);
    }
}
