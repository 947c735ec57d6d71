package dev.llmagents.app;

import dev.llmagents.llm.BudgetLedger;
import dev.llmagents.llm.BudgetLedger.Cap;
import dev.llmagents.llm.BudgetLedger.Scope;
import dev.llmagents.llm.BudgetLedger.Standing;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.state.SharedState;
import dev.llmagents.usage.Budgets;
import dev.llmagents.usage.Usd;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** How the daily budgets of the settings stand on this machine. */
public final class BudgetStandings {
    private BudgetStandings() {}

    /** What is left of a budget, in a few words. */
    static String words(Standing standing) {
        return "the daily budget of " + standing.cap().scope().words() + " has " + Usd.of(standing.left()) + " of "
                + Usd.of(standing.cap().limitUsd()) + " USD left";
    }

    /**
     * Those that have a figure, and those of tenants who spend under the figure for everybody.
     *
     * @param only the tenant to tell of; empty for all
     */
    public static List<Standing> today(
            Settings settings, Folders folders, TimeSource time, RandomGenerator random, Optional<String> only) {
        try (SharedState shared = new SharedState(folders.shared(), time.clock(), random, warning -> {})) {
            return today(settings, shared.dailyBudgets(), only);
        }
    }

    private static List<Standing> today(Settings settings, BudgetLedger ledger, Optional<String> only) {
        Budgets budgets = settings.allowance().budgets();
        Set<String> tenants = new LinkedHashSet<>(List.of(only.orElse(settings.tenant())));
        ledger.scopes().stream()
                .filter(scope -> scope.kind() == Scope.Kind.TENANT)
                .forEach(scope -> tenants.add(scope.name()));
        Set<Cap> caps = new LinkedHashSet<>();
        tenants.stream().sorted().forEach(tenant -> caps.addAll(budgets.ofDay(tenant)));
        List<Cap> told = caps.stream()
                .filter(cap -> only.isEmpty()
                        || cap.scope().kind() != Scope.Kind.TENANT
                        || cap.scope().name().equals(only.get()))
                .sorted(Comparator.comparing((Cap cap) -> cap.scope().kind())
                        .thenComparing(cap -> cap.scope().name()))
                .toList();
        return ledger.standings(told);
    }
}
