package dev.llmagents.cli.repl;

import dev.llmagents.llm.LLMUsageStats;
import dev.llmagents.llm.TokenUsage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a session remembers: its defaults, its last report, the usage of its runs. Safe for threads. */
final class Session implements Onlooker {
    private final List<Supplier<Optional<LLMUsageStats>>> usages = new ArrayList<>();
    private final List<Runnable> running = new ArrayList<>();
    private SessionDefaults defaults = SessionDefaults.NONE;
    private Optional<LastReport> report = Optional.empty();
    private List<String> reported = List.of();
    private List<String> current = List.of();
    private boolean isBroken;

    /**
     * What the models of a session came to.
     *
     * @param unpriced attempts whose price is not known and which {@code costUsd} lacks
     */
    record Cost(
            long runs,
            long calls,
            long cached,
            long failed,
            long prompt,
            long completion,
            BigDecimal costUsd,
            long unpriced,
            BigDecimal savedUsd) {}

    synchronized SessionDefaults defaults() {
        return defaults;
    }

    synchronized void defaults(SessionDefaults other) {
        defaults = other;
    }

    synchronized Optional<LastReport> report() {
        return report;
    }

    /** The command line of the last report, without the program's name. */
    synchronized List<String> reportCommand() {
        return reported;
    }

    /** A command begins. */
    synchronized void begin(List<String> commandLine) {
        current = List.copyOf(commandLine);
        isBroken = false;
        running.clear();
    }

    synchronized void end() {
        running.clear();
    }

    @Override
    public synchronized void began(Runnable breakOff, Supplier<Optional<LLMUsageStats>> usage) {
        running.add(breakOff);
        usages.add(usage);
        if (isBroken) {
            breakOff.run();
        }
    }

    @Override
    public synchronized void reported(LastReport newReport) {
        report = Optional.of(newReport);
        reported = current;
    }

    /** Ends the calls of the command that is running; false if it has none that could be ended so. */
    boolean breakOff() {
        List<Runnable> now;
        synchronized (this) {
            isBroken = true;
            now = List.copyOf(running);
        }
        // Not under the lock: it waits for calls to end, and they may report meanwhile.
        now.forEach(Runnable::run);
        return !now.isEmpty();
    }

    synchronized boolean isBrokenOff() {
        return isBroken;
    }

    synchronized Cost cost() {
        long calls = 0;
        long cached = 0;
        long failed = 0;
        long unpriced = 0;
        long prompt = 0;
        long completion = 0;
        long runs = 0;
        BigDecimal cost = BigDecimal.ZERO;
        BigDecimal saved = BigDecimal.ZERO;
        for (Supplier<Optional<LLMUsageStats>> usage : usages) {
            Optional<LLMUsageStats> known = usage.get();
            if (known.isPresent()) {
                LLMUsageStats stats = known.get();
                TokenUsage tokens = stats.tokens();
                runs++;
                calls += stats.requests();
                cached += stats.cached();
                failed += stats.failed();
                unpriced += stats.unpricedAttempts();
                prompt += tokens.prompt();
                completion += tokens.completion();
                cost = cost.add(stats.costUsd());
                saved = saved.add(stats.savedUsd());
            }
        }
        return new Cost(runs, calls, cached, failed, prompt, completion, cost, unpriced, saved);
    }
}
