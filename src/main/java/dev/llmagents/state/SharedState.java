package dev.llmagents.state;

import dev.llmagents.llm.BreakerMemory;
import dev.llmagents.llm.BudgetLedger;
import dev.llmagents.llm.RateWindow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What the processes of a user share on one machine, each in a small private file of a folder. A file is made when
 * something has to be written into it and not before. Where the folder cannot be used the same holds for this process
 * alone, and that is said once. Files that are read often stay open until they are closed. Safe for use by several threads.
 */
public final class SharedState implements AutoCloseable {
    // Changes take well under a millisecond; longer than this only if a holder was stopped.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Clock clock;
    private final Consumer<String> warnings;
    private final List<Cell> cells = new ArrayList<>();
    private final BudgetLedger dailyBudgets;
    private final RateWindow rateWindow;
    private final BreakerMemory breakers;
    private final AtomicBoolean told = new AtomicBoolean();

    /**
     * @param folder empty to share nothing
     * @param random makes the names of reservations
     * @param warnings is told, a sentence each, of trouble that does not stop the run
     */
    public SharedState(Optional<Path> folder, Clock clock, RandomGenerator random, Consumer<String> warnings) {
        this.clock = clock;
        this.warnings = warnings;
        this.dailyBudgets =
                new MoneyLedger(cell(folder, "budgets.state"), this::moment, random, MoneyLedger.DAY, warnings);
        this.rateWindow = new SlidingWindow(cell(folder, "limits.state"), this::moment, warnings);
        this.breakers = new SharedBreakers(cell(folder, "breakers.state"));
    }

    private Cell cell(Optional<Path> folder, String name) {
        Cell cell = folder.map(shared -> (Cell)
                        new SharedCell(new FileCell(shared.resolve(name), PATIENCE, warnings), this::tellTrouble))
                .orElseGet(() -> new MemoryCell(""));
        cells.add(cell);
        return cell;
    }

    /** Files hold milliseconds, and what is compared with them has to as well. */
    private Instant moment() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private void tellTrouble(String why) {
        if (told.compareAndSet(false, true)) {
            warnings.accept("Budgets, rate limits and breaks of providers hold for this run only, since " + why + ".");
        }
    }

    /** Money by day of Universal Time. */
    public BudgetLedger dailyBudgets() {
        return dailyBudgets;
    }

    /** A ledger for one run, in memory. */
    public BudgetLedger runBudget() {
        return new RunLedger(this::moment);
    }

    public RateWindow rateWindow() {
        return rateWindow;
    }

    public BreakerMemory breakers() {
        return breakers;
    }

    /** Gives the files back; a call that ends later opens them again. */
    @Override
    public void close() {
        cells.forEach(Cell::close);
    }
}
