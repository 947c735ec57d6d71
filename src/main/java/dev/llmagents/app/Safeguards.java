package dev.llmagents.app;

import dev.llmagents.llm.BreakerStep;
import dev.llmagents.llm.BreakerWatch;
import dev.llmagents.llm.LLMProvider;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.RateLimitStep;
import dev.llmagents.llm.RateLimits;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.state.SharedState;
import dev.llmagents.usage.BudgetStep;
import dev.llmagents.usage.Budgets;
import dev.llmagents.usage.CostCalculator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The steps that hold a run to what the user allows, and what they share with other runs on this machine. */
final class Safeguards {
    private final SharedState shared;
    private final Consumer<BreakerWatch.Change> watcher;
    private final TimeSource time;
    private final List<LLMStep> aroundAttempts;

    /**
     * @param costs prices what is reserved and spent
     * @param watcher hears of breakers that change
     */
    Safeguards(
            Budgets budgets,
            RateLimits limits,
            SharedState shared,
            CostCalculator costs,
            TimeSource time,
            Consumer<String> warnings,
            Consumer<BreakerWatch.Change> watcher) {
        this.shared = shared;
        this.watcher = watcher;
        this.time = time;
        List<LLMStep> steps = new ArrayList<>();
        // Without limits these cost nothing, not even a file.
        if (!budgets.isEmpty()) {
            steps.add(new BudgetStep(budgets, shared.runBudget(), shared.dailyBudgets(), costs, time, warnings));
        }
        if (!limits.isEmpty()) {
            steps.add(new RateLimitStep(limits, shared.rateWindow(), time));
        }
        this.aroundAttempts = List.copyOf(steps);
    }

    /** Leaves {@code provider} alone while it fails, in whichever run that was found out. */
    LLMStep breaker(LLMProvider provider) {
        return new BreakerStep(
                provider.id(), provider.host(), new BreakerWatch(shared.breakers(), time::now, watcher), time);
    }

    /** Stand inside of retries and fallbacks: each attempt is billed and counted by the provider, so each is here. */
    List<LLMStep> aroundAttempts() {
        return aroundAttempts;
    }
}
