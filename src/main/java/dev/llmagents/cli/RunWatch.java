package dev.llmagents.cli;

import dev.llmagents.agent.ModelAccess;
import dev.llmagents.agent.Workflow;
import dev.llmagents.app.App;
import dev.llmagents.app.Settings;
import dev.llmagents.cli.progress.BoardPainter;
import dev.llmagents.cli.progress.RunBoard;
import dev.llmagents.cli.progress.RunEvents;
import dev.llmagents.cli.progress.TerminalSize;
import dev.llmagents.cli.progress.TerminalWindow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whoever looks on while a run is on its way: a person at a terminal sees a tree, a program that asked for events reads them,
 * and else nobody does. Close it before anything else is written.
 */
final class RunWatch implements AutoCloseable {
    /** What is done sooner nobody needs to see. */
    private static final Duration BEFORE_TREE = Duration.ofMillis(150);

    private static final Duration BEFORE_LINE = Duration.ofSeconds(1);
    private static final int MOST_LINES = 30;

    private final Workflow.Listener listener;
    private final Optional<BoardPainter> painter;

    private RunWatch(Workflow.Listener listener, Optional<BoardPainter> painter) {
        this.listener = listener;
        this.painter = painter;
    }

    /**
     * What is looked at.
     *
     * @param inputs their names
     * @param stages the agents in the order in which they begin
     * @param apart whether the agents work on each input by itself
     */
    record Work(String team, String command, List<String> inputs, List<List<String>> stages, boolean apart) {
        private List<String> agents() {
            return stages.stream().flatMap(List::stream).toList();
        }
    }

    static RunWatch of(CommandContext context, TeamOptions options, Settings settings, App app, Work work) {
        if (app.preview().isPresent()) {
            return new RunWatch(Workflow.Listener.NONE, Optional.empty());
        }
        Optional<RunEvents> events = context.streams().events();
        if (events.isPresent()) {
            RunEvents.Started started = new RunEvents.Started(
                    app.runId(),
                    work.team(),
                    work.command(),
                    settings.tenant(),
                    work.inputs(),
                    work.agents(),
                    app::cost);
            return new RunWatch(events.get().started(started), Optional.empty());
        }
        if (options.isQuiet() || !context.terminal().isLive(context.environment())) {
            return new RunWatch(Workflow.Listener.NONE, Optional.empty());
        }
        return painted(context, options, app, work);
    }

    private static RunWatch painted(CommandContext context, TeamOptions options, App app, Work work) {
        RunBoard board = new RunBoard(
                work.team() + " " + work.command(),
                work.agents(),
                work.apart() ? work.inputs().size() : 1,
                app::cost,
                context.time().nanos());
        boolean waits = app.access() instanceof ModelAccess.Open;
        BoardPainter painter = new BoardPainter(
                context.streams().err(),
                new TerminalWindow(new TerminalSize(context.terminal().columns(), TerminalSize.USUAL.rows())),
                size -> waits ? board.tree(size.columns() - 1, lines(size)) : List.of(board.line(size.columns() - 1)),
                !options.isNoColor()
                        && context.environment().getOrDefault("NO_COLOR", "").isEmpty());
        painter.start(waits ? BEFORE_TREE : BEFORE_LINE);
        return new RunWatch(board, Optional.of(painter));
    }

    private static int lines(TerminalSize size) {
        return Math.max(4, Math.min(size.rows() - 1, MOST_LINES));
    }

    Workflow.Listener listener() {
        return listener;
    }

    /** Takes away what was drawn. */
    @Override
    public void close() {
        painter.ifPresent(BoardPainter::close);
    }
}
