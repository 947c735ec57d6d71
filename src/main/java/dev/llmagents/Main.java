package dev.llmagents;

import dev.llmagents.cli.CommandLineRun;
import dev.llmagents.cli.Version;

/** Where the program begins. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Answered before anything else is loaded: scripts ask for it often.
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            System.out.println(Version.line());
            return;
        }
        System.exit(CommandLineRun.ofProcess().run(arguments));
    }
}
