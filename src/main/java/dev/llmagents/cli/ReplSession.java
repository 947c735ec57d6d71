package dev.llmagents.cli;

import dev.llmagents.cli.repl.Outside;
import dev.llmagents.cli.repl.Repl;
import dev.llmagents.cli.repl.TerminalSettings;

/** Begins sessions. Apart from the command, whose class is looked at, and so loaded whole, with every command line. */
final class ReplSession {
    private ReplSession() {}

    static int batch(CommandContext context) {
        return Repl.batch(outside(context), new SessionCommandLines(context));
    }

    static int converse(CommandContext context, TerminalSettings settings) {
        return Repl.conversation(outside(context), new SessionCommandLines(context), settings);
    }

    private static Outside outside(CommandContext context) {
        return new Outside(
                context.streams().in(),
                context.streams().out(),
                context.streams().err(),
                context.terminal().colour(),
                context.environment(),
                context.workingFolder(),
                context.time(),
                context.random(),
                Version.line());
    }
}
