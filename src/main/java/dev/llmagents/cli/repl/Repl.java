package dev.llmagents.cli.repl;

import dev.llmagents.app.App;
import dev.llmagents.json.NearName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A session: reads one input after the other and does what it asks for. Use from one thread. */
public final class Repl {
    private static final String PROGRAM = "llm-agents";
    private static final int DONE = 0;
    private static final int USAGE = 2;
    private static final int INPUT = 3;
    private static final int QUESTION_WORDS = 3;
    private static final int MOST_QUESTION_LINES = 5;
    private static final Set<String> HELP = Set.of("help", "?");
    private static final Set<String> QUIT = Set.of("quit", "exit", "bye", ":q");
    /** Commands that are a conversation of their own over standard input. */
    private static final Set<String> OWN_CONVERSATION = Set.of("repl", "mcp");

    private final Outside outside;
    private final CommandLines commands;
    private final LineSource lines;
    private final Session session;
    private final Voice voice;
    private final Running running;
    private final SlashCommands slashes;
    private Optional<String> pasted = Optional.empty();
    private boolean isPasting;

    Repl(Outside outside, CommandLines commands, LineSource lines, Session session) {
        this.outside = outside;
        this.commands = commands;
        this.lines = lines;
        this.session = session;
        this.voice = new Voice(outside.out(), outside.err(), outside.colour(), lines::columns);
        this.running = new Running(lines, session, voice);
        this.slashes = new SlashCommands(outside, session, voice, this::command);
    }

    /** Runs the lines of a pipe or a file; returns the exit code of the last line that failed, 0 if none did. */
    public static int batch(Outside outside, CommandLines commands) {
        return new Repl(outside, commands, new BatchLines(outside.in()), new Session()).run();
    }

    /** Talks with whoever sits at the terminal; returns 0 when they leave. */
    public static int conversation(Outside outside, CommandLines commands, TerminalSettings settings) {
        Session session = new Session();
        try (TerminalLines lines = TerminalLines.ofProcess(outside, commands, session, settings)) {
            Repl repl = new Repl(outside, commands, lines, session);
            FirstScreen.show(repl.voice, outside);
            repl.run();
            return DONE;
        }
    }

    int run() {
        int worst = DONE;
        while (true) {
            Optional<String> input = lines.next(PROGRAM + session.defaults().label() + "> ");
            if (input.isEmpty()) {
                return worst;
            }
            String text = input.get().stripTrailing();
            if (isQuit(text.strip())) {
                return worst;
            }
            int code = take(text);
            worst = code == DONE ? worst : code;
        }
    }

    private static boolean isQuit(String text) {
        return QUIT.contains(text)
                || Slash.of(text).filter(slash -> slash == Slash.QUIT).isPresent();
    }

    /** Does what an input asks for, which may be several lines of a paste. */
    private int take(String text) {
        boolean goesOn = isPasting;
        isPasting = false;
        if (!text.contains("\n") || isWhole(text)) {
            return line(text.strip());
        }
        List<String> all = text.lines().filter(line -> !line.isBlank()).toList();
        if (all.stream().allMatch(this::isCommand)) {
            int code = DONE;
            for (String line : all) {
                int own = line(line.strip());
                code = own == DONE ? code : own;
            }
            return code;
        }
        if (all.size() <= MOST_QUESTION_LINES && text.endsWith("?")) {
            return question(String.join(" ", all));
        }
        // A slow line delivers a long paste in parts.
        pasted = Optional.of((goesOn ? pasted.orElse("") : "") + text + "\n");
        isPasting = true;
        voice.tell("Those were " + pasted.get().lines().count()
                + " lines of text, not of commands. They are kept: 'meetmind analyze -' or"
                + " 'svea comply -' reads them.");
        return USAGE;
    }

    /** Whether all lines are one command line: the first is a command, and quotes or backslashes join the rest. */
    private boolean isWhole(String text) {
        if (!isCommand(text)) {
            return false;
        }
        StringBuilder begun = new StringBuilder();
        List<String> all = text.lines().toList();
        for (String line : all.subList(0, all.size() - 1)) {
            begun.append(line);
            if (!Words.split(begun.toString()).isOpen()) {
                return false;
            }
            begun.append('\n');
        }
        return true;
    }

    /** Whether {@code text} begins like a command of the program or the session, or is a remark. */
    boolean isCommand(String text) {
        return isCommand(text, commands);
    }

    static boolean isCommand(String text, CommandLines commands) {
        List<String> words = withoutProgram(Words.split(text).words());
        if (text.isBlank() || text.strip().startsWith("#") || words.isEmpty()) {
            return true;
        }
        String first = words.get(0);
        return first.startsWith("/")
                || first.startsWith("-")
                || HELP.contains(first)
                || QUIT.contains(first)
                || commands.tree().subcommands().containsKey(first);
    }

    private int line(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return DONE;
        }
        if (line.startsWith("/")) {
            return slash(line);
        }
        if (!isCommand(line)) {
            return isQuestion(line) ? question(line) : unknown(line);
        }
        Words.Split split = Words.split(line);
        if (split.quote() != 0) {
            return wrong("A quote " + split.quote() + " is not closed: close it, or put a backslash before it.");
        }
        List<String> words = withoutProgram(split.words());
        if (words.isEmpty()) {
            return DONE;
        }
        if (HELP.contains(words.get(0)) && words.size() == 1) {
            return slash(Slash.HELP.label());
        }
        if (OWN_CONVERSATION.stream().anyMatch(words::contains) && !words.contains("--help")) {
            return wrong(
                    "'" + String.join(" ", words) + "' talks over standard input and output: start it from the shell.");
        }
        return command(words);
    }

    private static List<String> withoutProgram(List<String> words) {
        boolean named = !words.isEmpty()
                && (words.get(0).equals(PROGRAM) || words.get(0).endsWith("/" + PROGRAM));
        return named ? words.subList(1, words.size()) : words;
    }

    private static boolean isQuestion(String line) {
        return line.endsWith("?") || line.split("\\s+", -1).length >= QUESTION_WORDS;
    }

    private int unknown(String line) {
        String first = line.split("\\s+", -1)[0];
        List<String> known = new ArrayList<>(commands.tree().subcommands().keySet());
        return wrong("There is no command '" + first + "'"
                + NearName.to(first, known)
                        .map(near -> ": did you mean " + near + "?")
                        .orElse(".")
                + " /help lists all; a question about the last report has three words or ends in a question mark.");
    }

    private int slash(String line) {
        int blank = line.indexOf(' ');
        String name = blank < 0 ? line : line.substring(0, blank);
        String argument = blank < 0 ? "" : line.substring(blank + 1).strip();
        Optional<Slash> slash = Slash.of(name);
        if (slash.isEmpty()) {
            return slashes.unknown(name);
        }
        // A file's name may be quoted; the words of a field are taken as they are.
        String value = slash.get() == Slash.SAVE
                ? String.join(" ", Words.split(argument).words())
                : argument;
        if (slash.get() == Slash.REPLAY || slash.get() == Slash.BUDGET) {
            // They run commands of the program, which can be broken off by themselves.
            return plainly(slash.get(), value);
        }
        session.begin(List.of());
        return running.run(() -> slashes.run(slash.get(), value));
    }

    private int plainly(Slash slash, String value) {
        try {
            return slashes.run(slash, value);
        } catch (IOException failure) {
            voice.tell(String.valueOf(failure.getMessage()));
            return INPUT;
        }
    }

    private int command(List<String> words) {
        InputStream in = InputStream.nullInputStream();
        if (words.contains("-")) {
            Optional<String> text = pasted.isPresent() ? pasted : lines.text();
            if (text.isEmpty()) {
                return Running.INTERRUPTED;
            }
            if (pasted.isPresent()) {
                voice.tell("Reading the " + pasted.get().lines().count() + " lines that were pasted.");
            }
            pasted = Optional.empty();
            in = new ByteArrayInputStream(text.get().getBytes(StandardCharsets.UTF_8));
        }
        List<String> arguments = session.defaults().applied(words, commands.tree(), commands::isTeamCommand);
        Gate out = new Gate(outside.out());
        Gate err = new Gate(outside.err());
        session.begin(arguments);
        CommandLines.Call call = new CommandLines.Call(arguments, in, out, err, lines.columns(), session);
        return running.run(() -> commands.run(call), out, err);
    }

    private int question(String question) {
        Optional<LastReport> report = session.report();
        if (report.isEmpty()) {
            voice.tell("That is no command, and there is no report yet to ask about: 'meetmind analyze FILE' makes one;"
                    + " /help lists all.");
            return USAGE;
        }
        Gate out = new Gate(outside.out());
        Gate err = new Gate(outside.err());
        Voice gated = new Voice(out, err, outside.colour(), lines::columns);
        session.begin(List.of());
        return running.run(
                () -> {
                    try (App app = outside.app(session.defaults(), gated::tell)) {
                        session.began(app::breakOff, app::usage);
                        new FollowUp(report.get(), gated)
                                .answer(
                                        question,
                                        app.access().about(report.get().names()));
                    }
                    return DONE;
                },
                out,
                err);
    }

    private int wrong(String sentence) {
        voice.tell(sentence);
        return USAGE;
    }
}
