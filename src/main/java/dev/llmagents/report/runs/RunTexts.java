package dev.llmagents.report.runs;

import dev.llmagents.record.KeptCall;
import dev.llmagents.record.ReadInput;
import dev.llmagents.record.RunRecord;
import dev.llmagents.report.clean.PlainText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs as text for a terminal. Pure and safe for threads. */
public final class RunTexts {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int DOLLAR_DIGITS = 4;
    // As long as git's: enough to name a run by.
    private static final int SHORT_ID = 8;
    private static final int INPUT_COLUMN = 2;
    private static final int MODEL_COLUMN = 2;

    private RunTexts() {}

    /** One run to a line, in the order given. */
    public static String list(List<RunRecord> runs, int width, boolean colour) {
        Table table = new Table(
                List.of("ID", "STARTED (UTC)", "INPUTS", "COMMAND", "STATUS", ">CALLS", ">COST"), INPUT_COLUMN);
        for (RunRecord run : runs) {
            table.row(
                    "",
                    run.id().substring(0, Math.min(SHORT_ID, run.id().length())),
                    MINUTE.format(run.started()),
                    inputs(run),
                    run.command(),
                    run.status().label(),
                    run.totals().calls()
                            + (run.totals().failed() > 0 ? " (" + run.totals().failed() + " failed)" : ""),
                    money(run.totals().costUsd()));
        }
        return table.text(width, colour);
    }

    /** One run with its calls. */
    public static String show(RunRecord run, List<KeptCall> calls, int width, boolean colour) {
        StringBuilder out = new StringBuilder(2048);
        fact(out, "Run", run.id() + ", " + status(run));
        fact(
                out,
                "Command",
                "llm-agents "
                        + String.join(
                                " ",
                                run.arguments().stream().map(RunTexts::quoted).toList()));
        fact(out, "Folder", run.workingFolder());
        fact(out, "Tenant", run.tenant());
        fact(out, "Started", SECOND.format(run.started()) + " UTC" + took(run));
        for (ReadInput input : run.inputs()) {
            fact(
                    out,
                    "Input",
                    input.name() + ", " + input.bytes() + " bytes, sha256 "
                            + (input.sha256().isEmpty() ? "unknown, since it could not be read" : input.sha256()));
        }
        fact(
                out,
                "Calls",
                run.totals().calls() + ", " + run.totals().failed() + " failed, "
                        + money(run.totals().costUsd()) + "; " + run.version());
        if (!calls.isEmpty()) {
            out.append('\n').append(calls(calls, width, colour));
        }
        return out.toString();
    }

    private static String calls(List<KeptCall> calls, int width, boolean colour) {
        Table table =
                new Table(List.of("STEP", "SOURCE", "MODEL", ">TRIES", ">IN", ">OUT", ">COST", ">TIME"), MODEL_COLUMN);
        int prefix = sharedPrefix(calls);
        calls.stream().sorted(KeptCall.ORDER).forEach(call -> {
            Optional<KeptCall.Measured> measured = call.measured();
            table.row(
                    error(call),
                    call.step().substring(prefix),
                    source(call),
                    model(call),
                    measured.map(took -> Integer.toString(took.attempts())).orElse(""),
                    measured.map(took -> Long.toString(took.billed().prompt())).orElse(""),
                    measured.map(took -> Long.toString(took.billed().completion()))
                            .orElse(""),
                    money(measured.flatMap(KeptCall.Measured::costUsd)),
                    measured.map(took -> time(took.latency())).orElse(""));
        });
        return table.text(width, colour);
    }

    /** How long the team's name is, with its point, where all steps are of one team: it stands above already. */
    private static int sharedPrefix(List<KeptCall> calls) {
        String first = calls.get(0).step();
        String team = first.substring(0, first.indexOf('.') + 1);
        return calls.stream().allMatch(call -> call.step().startsWith(team)) ? team.length() : 0;
    }

    /** Who answered: a model, the cache, or, where the call failed, the rules. */
    public static String source(KeptCall call) {
        if (call.outcome() instanceof KeptCall.Answered answered) {
            return answered.cached() ? "cache" : "model";
        }
        return "rules";
    }

    private static String error(KeptCall call) {
        return call.outcome() instanceof KeptCall.Failed failed ? failed.type().label() + ": " + failed.message() : "";
    }

    private static String model(KeptCall call) {
        return call.outcome() instanceof KeptCall.Answered answered
                ? answered.model()
                : call.asked().model();
    }

    private static String status(RunRecord run) {
        return run.status().label()
                + (run.exitCode().isPresent()
                        ? " with exit code " + run.exitCode().getAsInt()
                        : "");
    }

    private static String took(RunRecord run) {
        Optional<Instant> end = run.ended();
        return end.map(ended -> ", took " + time(Duration.between(run.started(), ended)))
                .orElse("");
    }

    private static String inputs(RunRecord run) {
        return run.inputs().stream().map(ReadInput::name).collect(Collectors.joining(", "));
    }

    private static void fact(StringBuilder out, String name, String value) {
        out.append(name)
                .append(" ".repeat(Math.max(1, 9 - name.length())))
                .append(PlainText.of(value))
                .append('\n');
    }

    /** As a shell takes it. */
    static String quoted(String argument) {
        boolean plain = !argument.isEmpty()
                && argument.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_./=:,@%+".indexOf(c) >= 0);
        return plain ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }

    static String money(Optional<BigDecimal> usd) {
        return usd.map(sum -> {
                    if (sum.signum() == 0) {
                        return "$0";
                    }
                    boolean tiny = sum.compareTo(new BigDecimal("0.0001")) < 0;
                    return tiny
                            ? "<$0.0001"
                            : "$"
                                    + sum.setScale(DOLLAR_DIGITS, RoundingMode.HALF_UP)
                                            .toPlainString();
                })
                .orElse("unknown");
    }

    private static String time(Duration took) {
        long millis = took.toMillis();
        return millis < 10_000 ? millis + " ms" : (millis + 500) / 1000 + " s";
    }
}
