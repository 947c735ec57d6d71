package dev.llmagents.cli.repl;

import dev.llmagents.app.SettingsException;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Runs one command so that Ctrl-C can end it while the session lives on: the first Ctrl-C has its calls end and settle their
 * cost, the second leaves it behind. Use from one thread.
 */
final class Running {
    static final int INTERRUPTED = 130;

    private final LineSource lines;
    private final Session session;
    private final Voice voice;

    private enum Event {
        DONE,
        INTERRUPT
    }

    Running(LineSource lines, Session session, Voice voice) {
        this.lines = lines;
        this.session = session;
        this.voice = voice;
    }

    /**
     * Runs {@code work} and returns its exit code.
     *
     * @param gates what is shut if it is left behind
     */
    int run(Callable<Integer> work, Gate... gates) {
        BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        int[] code = {1};
        Thread thread = new Thread(
                () -> {
                    try {
                        code[0] = work.call();
                    } catch (Exception failure) {
                        code[0] = failed(failure);
                    } catch (StackOverflowError | OutOfMemoryError failure) {
                        // The command is lost, the session need not be.
                        voice.tell("The command needed more memory than there is ("
                                + failure.getClass().getSimpleName() + ") and was given up.");
                    } finally {
                        events.add(Event.DONE);
                    }
                },
                "llm-agents-command");
        thread.setDaemon(true);
        lines.whenInterrupted(() -> events.add(Event.INTERRUPT));
        thread.start();
        try {
            return await(thread, events, code, gates);
        } finally {
            lines.whenInterrupted(() -> {});
            session.end();
        }
    }

    private int await(Thread thread, BlockingQueue<Event> events, int[] code, Gate... gates) {
        int interrupts = 0;
        while (true) {
            try {
                if (events.take() == Event.DONE) {
                    return session.isBrokenOff() ? INTERRUPTED : code[0];
                }
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
                return INTERRUPTED;
            }
            interrupts++;
            if (interrupts == 1) {
                voice.tell("Breaking off …");
                if (!session.breakOff()) {
                    thread.interrupt();
                }
            } else {
                for (Gate gate : gates) {
                    gate.shut();
                }
                thread.interrupt();
                voice.tell("Left behind: it ends by itself, and what it still says is not shown.");
                return INTERRUPTED;
            }
        }
    }

    /** What is no command's failure: those end in exit codes. The message may hold text of an input and is not shown. */
    private int failed(Exception failure) {
        boolean isOurs = failure instanceof SettingsException || failure instanceof IOException;
        voice.tell(
                isOurs
                        ? String.valueOf(failure.getMessage())
                        : "Internal error: " + failure.getClass().getName()
                                + (failure.getStackTrace().length == 0 ? "" : " at " + failure.getStackTrace()[0])
                                + "; please report it with what you typed.");
        return isOurs ? 2 : 1;
    }
}
