package dev.llmagents.app;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What one run asks for beyond the settings.
 *
 * @param consentUnmasked whether text is sent as it is, personal data included
 * @param provider the only provider to ask; empty for any
 * @param model the only model to ask; empty for the tiers' own
 * @param readCache whether earlier answers may serve
 * @param writeCache whether answers are kept
 * @param preview whether requests are made and shown but not sent
 * @param maxCost US dollars the run may spend; empty for no limit
 * @param agentCosts US dollars an agent may spend in the run, by its id
 */
public record RunOptions(
        boolean consentUnmasked,
        Optional<String> provider,
        Optional<String> model,
        boolean readCache,
        boolean writeCache,
        boolean preview,
        Optional<BigDecimal> maxCost,
        Map<String, BigDecimal> agentCosts) {
    public RunOptions {
        agentCosts = Map.copyOf(agentCosts);
    }

    /** A run in which no agent has a budget of its own. */
    public RunOptions(
            boolean consentUnmasked,
            Optional<String> provider,
            Optional<String> model,
            boolean readCache,
            boolean writeCache,
            boolean preview,
            Optional<BigDecimal> maxCost) {
        this(consentUnmasked, provider, model, readCache, writeCache, preview, maxCost, Map.of());
    }

    /** The same run with these budgets, where it has none of its own. */
    public RunOptions within(Optional<BigDecimal> limit, Map<String, BigDecimal> limitsOfAgents) {
        return new RunOptions(
                consentUnmasked,
                provider,
                model,
                readCache,
                writeCache,
                preview,
                maxCost.or(() -> limit),
                limitsOfAgents);
    }

    /** A run without a budget of its own. */
    public RunOptions(
            boolean consentUnmasked,
            Optional<String> provider,
            Optional<String> model,
            boolean readCache,
            boolean writeCache,
            boolean preview) {
        this(consentUnmasked, provider, model, readCache, writeCache, preview, Optional.empty());
    }

    /** The same run, in which requests are made and not sent. */
    public RunOptions previewed() {
        return new RunOptions(consentUnmasked, provider, model, readCache, writeCache, true, maxCost, agentCosts);
    }

    /** A run that sends what it makes. */
    public RunOptions(
            boolean consentUnmasked,
            Optional<String> provider,
            Optional<String> model,
            boolean readCache,
            boolean writeCache) {
        this(consentUnmasked, provider, model, readCache, writeCache, false);
    }
}
