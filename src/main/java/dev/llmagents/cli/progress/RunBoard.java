package dev.llmagents.cli.progress;

import dev.llmagents.agent.AgentReply;
import dev.llmagents.agent.Workflow;
import dev.llmagents.llm.Attempt;
import dev.llmagents.report.Columns;
import dev.llmagents.report.clean.PlainText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * How far a run is, and how that looks as a tree: inputs at work, under each its agents with state, time, tokens and cost,
 * and a total below. Words and indentation alone, so that every terminal can show it. Safe for use by several threads.
 */
public final class RunBoard implements Workflow.Listener {
    private static final int NAME_COLUMNS = 16;
    private static final double NANOS_PER_SECOND = 1e9;

    private final String title;
    private final List<String> agents;
    private final int inputs;
    private final Function<Attempt, Optional<BigDecimal>> price;
    private final LongSupplier nanos;
    private final long start;
    private final Map<String, Map<String, AgentRow>> atWork = new LinkedHashMap<>();
    private Expense past = Expense.NOTHING;
    private int over;

    /**
     * @param title team and command
     * @param agents their ids, in the order in which they begin
     * @param inputs how many there are
     * @param price what an attempt was billed; empty if unknown
     * @param nanos a clock that never runs back
     */
    public RunBoard(
            String title,
            List<String> agents,
            int inputs,
            Function<Attempt, Optional<BigDecimal>> price,
            LongSupplier nanos) {
        this.title = title;
        this.agents = List.copyOf(agents);
        this.inputs = inputs;
        this.price = price;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /**
     * A line of the tree.
     *
     * @param tone what a colour may tell of it
     */
    public record Line(String text, Tone tone) {}

    /** What a line is about. */
    public enum Tone {
        PLAIN,
        WAITING,
        AT_WORK,
        DONE,
        TROUBLE
    }

    @Override
    public Workflow.Listener about(String input) {
        return new OneInput(input);
    }

    @Override
    public void started(String step) {
        about("").started(step);
    }

    @Override
    public void finished(String step) {
        about("").finished(step);
    }

    @Override
    public void answered(AgentReply<?> reply) {
        about("").answered(reply);
    }

    @Override
    public void attempted(String agent, Attempt attempt) {
        about("").attempted(agent, attempt);
    }

    /** The work on one input. */
    private final class OneInput implements Workflow.Listener {
        private final String input;

        private OneInput(String input) {
            this.input = input;
        }

        @Override
        public void started(String step) {
            synchronized (RunBoard.this) {
                row(step).ifPresent(row -> row.started(nanos.getAsLong()));
            }
        }

        @Override
        public void attempted(String agent, Attempt attempt) {
            Optional<BigDecimal> billed = price.apply(attempt);
            synchronized (RunBoard.this) {
                row(agent).ifPresent(row -> row.attempted(attempt, billed));
            }
        }

        @Override
        public void answered(AgentReply<?> reply) {
            synchronized (RunBoard.this) {
                row(reply.agent()).ifPresent(row -> row.answered(reply));
            }
        }

        @Override
        public void finished(String step) {
            synchronized (RunBoard.this) {
                row(step).ifPresent(row -> row.finished(nanos.getAsLong()));
            }
        }

        @Override
        public void over() {
            synchronized (RunBoard.this) {
                over++;
                // The only input stays to be looked at.
                if (inputs > 1) {
                    Map<String, AgentRow> rows = atWork.remove(input);
                    for (AgentRow row : rows == null ? List.<AgentRow>of() : rows.values()) {
                        past = past.plus(row.expense());
                    }
                }
            }
        }

        private Optional<AgentRow> row(String step) {
            // Other steps read and reckon, which nobody waits for.
            if (!agents.contains(step)) {
                return Optional.empty();
            }
            return Optional.of(atWork.computeIfAbsent(input, name -> rows()).get(step));
        }
    }

    private Map<String, AgentRow> rows() {
        Map<String, AgentRow> rows = new LinkedHashMap<>();
        for (String agent : agents) {
            rows.put(agent, new AgentRow(agent.substring(agent.indexOf('.') + 1)));
        }
        return rows;
    }

    /**
     * The tree as it stands.
     *
     * @param columns no line takes more
     * @param most lines at most, at least four
     */
    public synchronized List<Line> tree(int columns, int most) {
        long now = nanos.getAsLong();
        List<Line> lines = new ArrayList<>();
        lines.add(line(title + (inputs > 1 ? ": " + over + " of " + inputs + " files done" : ""), Tone.PLAIN, columns));
        int hidden = 0;
        for (Map.Entry<String, Map<String, AgentRow>> input : files().entrySet()) {
            boolean named = inputs > 1;
            int needed = input.getValue().size() + (named ? 1 : 0);
            if (lines.size() + needed > most - 2) {
                hidden++;
                continue;
            }
            if (named) {
                lines.add(line("  " + PlainText.of(input.getKey()), Tone.PLAIN, columns));
            }
            String indent = named ? "    " : "  ";
            input.getValue().values().forEach(row -> lines.add(line(indent + text(row, now), tone(row), columns)));
        }
        if (hidden > 0) {
            String what = inputs > 1 ? hidden + (lines.size() == 1 ? "" : " more") + " at work" : shortest(now);
            lines.add(line("  " + what, Tone.AT_WORK, columns));
        }
        lines.add(line("  total: " + expense(total()) + seconds(now - start), Tone.PLAIN, columns));
        return lines;
    }

    /** All on one line, for runs in which nobody is waited for. */
    public synchronized Line line(int columns) {
        long now = nanos.getAsLong();
        String files = inputs > 1 ? ": " + over + " of " + inputs + " files done, " : ": at work, ";
        return line(title + files + seconds(now - start), Tone.PLAIN, columns);
    }

    /** Before the first agent begins, the only input's agents wait. */
    private Map<String, Map<String, AgentRow>> files() {
        return atWork.isEmpty() && inputs <= 1 && over == 0 ? Map.of("", rows()) : atWork;
    }

    private String shortest(long now) {
        return String.join(
                ", ",
                files().values().stream()
                        .flatMap(rows -> rows.values().stream())
                        .filter(row -> row.state() == AgentRow.State.AT_WORK)
                        .map(row -> row.name() + " " + seconds(row.worked(now)))
                        .toList());
    }

    private Expense total() {
        Expense sum = past;
        for (Map<String, AgentRow> rows : atWork.values()) {
            for (AgentRow row : rows.values()) {
                sum = sum.plus(row.expense());
            }
        }
        return sum;
    }

    private static String text(AgentRow row, long now) {
        String name = Columns.padded(PlainText.of(row.name()), NAME_COLUMNS);
        if (row.state() == AgentRow.State.WAITING) {
            return name + " " + row.words();
        }
        // The figures first: what is cut off a narrow terminal is the reason, not the time.
        return name + " " + pad(seconds(row.worked(now)), 7) + "  " + expense(row.expense())
                + PlainText.of(row.words());
    }

    private static String expense(Expense expense) {
        if (expense.tokens() == 0 && expense.usd().isPresent()) {
            return "";
        }
        return grouped(expense.tokens()) + " tokens, "
                + expense.usd().map(RunBoard::dollars).orElse("cost unknown") + ", ";
    }

    private static String dollars(BigDecimal usd) {
        return "$" + usd.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / NANOS_PER_SECOND);
    }

    private static String pad(String text, int columns) {
        return " ".repeat(Math.max(0, columns - text.length())) + text;
    }

    private static Tone tone(AgentRow row) {
        return switch (row.state()) {
            case WAITING -> Tone.WAITING;
            case AT_WORK -> Tone.AT_WORK;
            case DONE -> Tone.DONE;
            case FELL_BACK -> Tone.TROUBLE;
        };
    }

    private static Line line(String text, Tone tone, int columns) {
        return new Line(Columns.cut(text, columns), tone);
    }
}
