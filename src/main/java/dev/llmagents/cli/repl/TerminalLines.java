package dev.llmagents.cli.repl;

import dev.llmagents.app.SessionHistory;
import dev.llmagents.report.clean.PlainText;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.InputRC;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Lines of a terminal, with editing, completion and history. */
final class TerminalLines implements LineSource {
    private static final int HISTORY_LINES = 5_000;
    private static final int HISTORY_FILE_LINES = 10_000;
    private static final int DESCRIPTION = 60;
    private static final int ASK_BEFORE_LISTING = 200;

    /** The selection stays inverse, which is no colour. */
    private static final List<String> UNCOLOURED = List.of(
            LineReader.COMPLETION_STYLE_STARTING,
            LineReader.COMPLETION_STYLE_DESCRIPTION,
            LineReader.COMPLETION_STYLE_GROUP,
            LineReader.COMPLETION_STYLE_BACKGROUND,
            LineReader.COMPLETION_STYLE_LIST_STARTING,
            LineReader.COMPLETION_STYLE_LIST_DESCRIPTION,
            LineReader.COMPLETION_STYLE_LIST_GROUP,
            LineReader.COMPLETION_STYLE_LIST_BACKGROUND);

    private final Terminal terminal;
    private final LineReader reader;
    private final Predicate<String> isCommand;
    private volatile Runnable interrupted = () -> {};

    /**
     * @param isCommand whether a line begins like a command
     * @param colour whether the list of completions may be coloured
     * @param history where what is typed is kept; empty to keep it for this session only
     */
    TerminalLines(
            Terminal terminal,
            Suggestions suggestions,
            Predicate<String> isCommand,
            boolean colour,
            Optional<Path> history) {
        this.terminal = terminal;
        this.isCommand = isCommand;
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("llm-agents")
                .parser(new CommandParser(isCommand))
                .completer(completer(suggestions))
                .history(new TerminalHistory())
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "... ")
                .variable(LineReader.HISTORY_SIZE, HISTORY_LINES)
                .variable(LineReader.HISTORY_FILE_SIZE, HISTORY_FILE_LINES)
                .variable(LineReader.LIST_MAX, ASK_BEFORE_LISTING)
                // An exclamation mark is one.
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
                .option(LineReader.Option.HISTORY_INCREMENTAL, true)
                .option(LineReader.Option.INSERT_TAB, false);
        if (!colour) {
            UNCOLOURED.forEach(style -> builder.variable(style, "fg:default"));
        }
        history.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
        this.reader = builder.build();
        reader.getKeyMaps().values().forEach(TerminalLines::freeBackslash);
        terminal.handle(Terminal.Signal.INT, signal -> interrupted.run());
    }

    static TerminalLines ofProcess(Outside outside, CommandLines commands, Session session, TerminalSettings settings) {
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .name("llm-agents")
                    .system(true)
                    .dumb(true)
                    // Asking the terminal what it can do swallows what was typed meanwhile.
                    .graphemeCluster(false)
                    .encoding(StandardCharsets.UTF_8)
                    .build();
            Suggestions suggestions =
                    new Suggestions(commands::tree, new KnownNames(outside, session), outside.workingFolder());
            TerminalLines lines = new TerminalLines(
                    terminal,
                    suggestions,
                    text -> Repl.isCommand(text, commands),
                    outside.colour(),
                    settings.isHistoryKept() ? history(outside) : Optional.empty());
            lines.useKeys(settings, outside);
            return lines;
        } catch (IOException none) {
            throw new UncheckedIOException("the terminal cannot be used", none);
        }
    }

    /**
     * The library (4.5.0) binds a report of the mouse by its name in place of its keys. That makes every backslash the
     * beginning of it, and one before a letter beyond ASCII is lost. Unbound from its end, since each part has a table.
     */
    private static void freeBackslash(KeyMap<Binding> keys) {
        Binding own = keys.getBound("\\");
        for (String begun : List.of("\\E[<", "\\E[", "\\E", "\\")) {
            keys.unbind(begun);
        }
        if (own != null) {
            keys.bind(own, "\\");
        }
    }

    private static Optional<Path> history(Outside outside) {
        try {
            Optional<Path> state = outside.folders().state();
            return state.isEmpty() ? Optional.empty() : Optional.of(SessionHistory.file(state.get()));
        } catch (IOException unwritable) {
            new Voice(outside.out(), outside.err(), false, () -> 0)
                    .tell("What you type is not kept: " + unwritable.getMessage() + ".");
            return Optional.empty();
        }
    }

    private void useKeys(TerminalSettings settings, Outside outside) {
        String own = outside.environment().getOrDefault("HOME", "") + "/.inputrc";
        try {
            Path file = Path.of(outside.environment().getOrDefault("INPUTRC", own));
            if (Files.isReadable(file) && Files.isRegularFile(file)) {
                try (Reader configuration = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    InputRC.configure(reader, configuration);
                }
            }
        } catch (IOException | InvalidPathException unusable) {
            new Voice(outside.out(), outside.err(), false, () -> 0)
                    .tell("The keys of inputrc are not used: it cannot be read.");
        }
        settings.keys()
                .ifPresent(keys -> reader.getKeyMaps()
                        .put(
                                LineReader.MAIN,
                                reader.getKeyMaps()
                                        .get(keys == TerminalSettings.Keys.VI ? LineReader.VIINS : LineReader.EMACS)));
    }

    private static Completer completer(Suggestions suggestions) {
        return (reader, line, candidates) -> {
            for (Suggestions.Suggestion each : suggestions.of(line.words().subList(0, line.wordIndex()), line.word())) {
                candidates.add(new Candidate(
                        each.value(),
                        each.value(),
                        null,
                        each.description().isEmpty() ? null : PlainText.of(each.description(), DESCRIPTION),
                        null,
                        null,
                        each.isWhole()));
            }
        };
    }

    @Override
    public Optional<String> next(String prompt) {
        while (true) {
            try {
                String line = reader.readLine(prompt);
                if (line.isBlank() || isCommand.test(line)) {
                    return Optional.of(line);
                }
                // A terminal that does not mark pastes sends them as so many lines; they are one input all the same.
                String more = new TerminalText(terminal).waiting();
                return Optional.of(more.isEmpty() ? line : line + "\n" + more);
            } catch (UserInterruptException cleared) {
                // The line is gone, and the next one is asked for.
            } catch (EndOfFileException over) {
                return Optional.empty();
            }
        }
    }

    @Override
    public Optional<String> text() {
        terminal.writer().println("Paste or type the text; a line of a single point, or Ctrl-D, ends it.");
        terminal.flush();
        AtomicBoolean isBroken = new AtomicBoolean();
        interrupted = () -> isBroken.set(true);
        try {
            return new TerminalText(terminal).upToPoint(isBroken::get);
        } finally {
            interrupted = () -> {};
        }
    }

    @Override
    public int columns() {
        return terminal.getSize().getColumns();
    }

    @Override
    public void whenInterrupted(Runnable action) {
        interrupted = action;
    }

    @Override
    public boolean isConversation() {
        return true;
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException gone) {
            // The session is over anyway.
        }
    }
}
