package dev.llmagents;

import dev.llmagents.cli.CommandLineRun;
import dev.llmagents.cli.Version;

/** Where the program begins. */
public final class Main {
    /** Threads may begin between being counted and being listed. */
    private static final int SPARE = 8;

    private Main() {}

    public static void main(String[] arguments) {
        // Answered before anything else is loaded: scripts ask for it often.
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            System.out.println(Version.line());
            return;
        }
        int code = CommandLineRun.ofProcess().run(arguments);
        // An exit looks in every library for somebody who logs it, on Java 21 and later, and that takes longer than a
        // short command. To have come to the end of this method does the same, unless another thread keeps the process.
        if (code != 0 || isKept()) {
            System.exit(code);
        }
    }

    /** Whether another thread, no daemon, still runs. */
    private static boolean isKept() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        Thread[] threads = new Thread[group.activeCount() + SPARE];
        int count = group.enumerate(threads);
        for (int i = 0; i < count; i++) {
            if (!threads[i].isDaemon() && threads[i] != Thread.currentThread()) {
                return true;
            }
        }
        return count == threads.length;
    }
}
