package dev.llmagents.usage;

import dev.llmagents.llm.BudgetLedger.Cap;
import dev.llmagents.llm.BudgetLedger.Scope;
import dev.llmagents.llm.LLMRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What may be spent, in US dollars. Immutable.
 *
 * @param run in one run; empty for no limit
 * @param daily in a day of Universal Time by each tenant that has no figure of its own; empty for no limit
 * @param tenants in a day, by the tenant's name
 * @param teams in a day, by the team's name
 * @param agents in a day, by the agent's id
 * @param runAgents in one run, by the agent's id
 * @param warn the share of a budget that is worth a warning, above 0 and at most 1
 */
public record Budgets(
        Optional<BigDecimal> run,
        Optional<BigDecimal> daily,
        Map<String, BigDecimal> tenants,
        Map<String, BigDecimal> teams,
        Map<String, BigDecimal> agents,
        Map<String, BigDecimal> runAgents,
        BigDecimal warn) {
    public static final BigDecimal DEFAULT_WARN = new BigDecimal("0.8");

    /** No limits. */
    public static final Budgets NONE =
            new Budgets(Optional.empty(), Optional.empty(), Map.of(), Map.of(), Map.of(), DEFAULT_WARN);

    public Budgets {
        tenants = new TreeMap<>(tenants);
        teams = new TreeMap<>(teams);
        agents = new TreeMap<>(agents);
        runAgents = new TreeMap<>(runAgents);
    }

    /** Budgets in which no agent has a figure for a run. */
    public Budgets(
            Optional<BigDecimal> run,
            Optional<BigDecimal> daily,
            Map<String, BigDecimal> tenants,
            Map<String, BigDecimal> teams,
            Map<String, BigDecimal> agents,
            BigDecimal warn) {
        this(run, daily, tenants, teams, agents, Map.of(), warn);
    }

    public Budgets withRun(Optional<BigDecimal> limit) {
        return new Budgets(limit, daily, tenants, teams, agents, runAgents, warn);
    }

    public Budgets withWarn(BigDecimal share) {
        return new Budgets(run, daily, tenants, teams, agents, runAgents, share);
    }

    /** @param limits what agents may spend in one run, by their ids */
    public Budgets withRunOfAgents(Map<String, BigDecimal> limits) {
        return new Budgets(run, daily, tenants, teams, agents, limits, warn);
    }

    public boolean isEmpty() {
        return run.isEmpty() && runAgents.isEmpty() && hasNoDaily();
    }

    private boolean hasNoDaily() {
        return daily.isEmpty() && tenants.isEmpty() && teams.isEmpty() && agents.isEmpty();
    }

    /** The caps of the run that hold for a call. */
    List<Cap> ofRun(LLMRequest.Origin origin) {
        List<Cap> caps = new ArrayList<>();
        run.ifPresent(limit -> caps.add(cap(Scope.Kind.RUN, "", limit)));
        Optional.ofNullable(runAgents.get(origin.agent()))
                .ifPresent(limit -> caps.add(cap(Scope.Kind.RUN, origin.agent(), limit)));
        return caps;
    }

    /** The daily caps that hold for a call. */
    List<Cap> ofDay(LLMRequest.Origin origin) {
        List<Cap> caps = new ArrayList<>();
        Optional.ofNullable(tenants.get(origin.tenant()))
                .or(() -> daily)
                .ifPresent(limit -> caps.add(cap(Scope.Kind.TENANT, origin.tenant(), limit)));
        Optional.ofNullable(teams.get(origin.team()))
                .ifPresent(limit -> caps.add(cap(Scope.Kind.TEAM, origin.team(), limit)));
        Optional.ofNullable(agents.get(origin.agent()))
                .ifPresent(limit -> caps.add(cap(Scope.Kind.AGENT, origin.agent(), limit)));
        return caps;
    }

    /** All daily caps that have a figure, and that of {@code tenant}, by kind and name. */
    public List<Cap> ofDay(String tenant) {
        Map<String, BigDecimal> all = new TreeMap<>(tenants);
        daily.ifPresent(limit -> all.putIfAbsent(tenant, limit));
        List<Cap> caps = new ArrayList<>();
        all.forEach((name, limit) -> caps.add(cap(Scope.Kind.TENANT, name, limit)));
        teams.forEach((name, limit) -> caps.add(cap(Scope.Kind.TEAM, name, limit)));
        agents.forEach((name, limit) -> caps.add(cap(Scope.Kind.AGENT, name, limit)));
        return caps;
    }

    private static Cap cap(Scope.Kind kind, String name, BigDecimal limit) {
        return new Cap(new Scope(kind, name), limit);
    }
}
