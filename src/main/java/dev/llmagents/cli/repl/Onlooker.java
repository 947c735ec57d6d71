package dev.llmagents.cli.repl;

import dev.llmagents.llm.LLMUsageStats;
import java.util.Optional;
import java.util.function.Supplier;

/** Hears of the runs and reports of a session. Called from the thread of the command. */
public interface Onlooker {
    /** Nobody listens: what is only made for an onlooker need not be made. */
    Onlooker NOBODY = new Onlooker() {};

    /**
     * A run begins.
     *
     * @param breakOff ends its calls; may be called from any thread, also when the run is over
     * @param usage what its model calls came to so far; empty if none could be made; may be asked when the run is over
     */
    default void began(Runnable breakOff, Supplier<Optional<LLMUsageStats>> usage) {}

    /** A report was made. */
    default void reported(LastReport report) {}
}
