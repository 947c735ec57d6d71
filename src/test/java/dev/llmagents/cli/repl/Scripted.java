package dev.llmagents.cli.repl;

import dev.llmagents.llm.TimeSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A session without a terminal: its inputs are given, its commands are a test's own. */
final class Scripted implements LineSource, CommandLines {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Deque<String> inputs;
    private final List<String> prompts = new ArrayList<>();
    private final List<List<String>> commands = Collections.synchronizedList(new ArrayList<>());
    private final List<String> read = Collections.synchronizedList(new ArrayList<>());
    private final ToIntFunction<Call> does;
    private volatile Runnable interrupted = () -> {};
    private final Session session = new Session();

    @CommandLine.Command(
            name = "llm-agents",
            subcommands = {Tool.class, Stats.class})
    private static final class Root {}

    @CommandLine.Command(name = "tool")
    private static final class Tool {}

    @CommandLine.Command(name = "stats")
    private static final class Stats {}

    private Scripted(ToIntFunction<Call> does, String... inputs) {
        this.does = does;
        this.inputs = new ArrayDeque<>(List.of(inputs));
    }

    /** Commands that do nothing and come to 0. */
    static Scripted of(String... inputs) {
        return new Scripted(call -> 0, inputs);
    }

    static Scripted doing(ToIntFunction<Call> does, String... inputs) {
        return new Scripted(does, inputs);
    }

    int run(Path home) {
        Outside outside = new Outside(
                new ByteArrayInputStream(new byte[0]),
                out,
                err,
                false,
                Map.of("LLM_AGENTS_HOME", home.toString(), "LLM_AGENTS_MODE", "offline"),
                home,
                new TimeSource(
                        Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC),
                        System::nanoTime,
                        pause -> {}),
                new Random(1),
                "llm-agents test");
        return new Repl(outside, this, this, session).run();
    }

    /** What Ctrl-C does at this moment. */
    void interrupt() {
        interrupted.run();
    }

    Session session() {
        return session;
    }

    List<List<String>> commands() {
        return List.copyOf(commands);
    }

    List<String> prompts() {
        return prompts;
    }

    /** What commands read from standard input. */
    List<String> read() {
        return read;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Override
    public int run(Call call) {
        commands.add(call.arguments());
        try {
            read.add(new String(call.in().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return does.applyAsInt(call);
    }

    @Override
    public CommandSpec tree() {
        return new CommandLine(new Root()).getCommandSpec();
    }

    @Override
    public boolean isTeamCommand(CommandSpec command) {
        return command.name().equals("tool");
    }

    @Override
    public Optional<String> next(String prompt) {
        prompts.add(prompt);
        return Optional.ofNullable(inputs.poll());
    }

    @Override
    public Optional<String> text() {
        return Optional.of("typed\n");
    }

    @Override
    public int columns() {
        return 0;
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
    public void close() {}
}
