package dev.llmagents.usage;

import dev.llmagents.llm.ModelPrice;
import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TokenUsage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Puts a price on tokens. Safe for use by several threads. */
public final class CostCalculator {
    // Servers choose the names of the models that answer.
    private static final int MOST_PRICES = 256;

    private final ModelTable models;
    private final Set<String> ownProviders;
    private final Set<String> gateways;
    private final Map<Priced, Optional<ModelPrice>> prices = new ConcurrentHashMap<>();

    private record Priced(ModelTarget target, LocalDate day) {}

    /**
     * @param ownProviders ids of providers that run on this machine: what they do costs nothing, whatever the table says of
     *     a model of that name
     */
    public CostCalculator(ModelTable models, Set<String> ownProviders) {
        this(models, ownProviders, Set.of());
    }

    /**
     * @param ownProviders ids of providers that run on this machine: what they do costs nothing
     * @param gateways those of them that are sent a key. A server that asks for a key passes questions on to somebody who
     *     bills for them, so a model with a price costs it there, too
     */
    public CostCalculator(ModelTable models, Set<String> ownProviders, Set<String> gateways) {
        this.models = models;
        this.ownProviders = Set.copyOf(ownProviders);
        this.gateways = Set.copyOf(gateways);
    }

    /**
     * US dollars; empty if nobody knows, which is not the same as nothing. The model that answered sets the price; where
     * its name is not in the price list, the model that was asked for does.
     */
    public Optional<BigDecimal> cost(ModelTarget asked, String answeringModel, TokenUsage tokens, LocalDate day) {
        if (tokens.equals(TokenUsage.NONE)) {
            return Optional.of(BigDecimal.ZERO);
        }
        boolean isOwn = ownProviders.contains(asked.provider());
        if (isOwn && !gateways.contains(asked.provider())) {
            return Optional.of(BigDecimal.ZERO);
        }
        return price(new ModelTarget(asked.provider(), answeringModel), day)
                .or(() -> price(asked, day))
                .map(price -> price.of(tokens))
                .or(() -> isOwn ? Optional.of(BigDecimal.ZERO) : Optional.empty());
    }

    /** The table is searched by beginnings of names, which takes longer than the sums do. */
    private Optional<ModelPrice> price(ModelTarget target, LocalDate day) {
        if (prices.size() >= MOST_PRICES) {
            prices.clear();
        }
        return prices.computeIfAbsent(
                new Priced(target, day), asked -> models.find(target, day).map(ModelTable.Row::price));
    }

    /**
     * What an attempt may cost at most, nothing of its prompt being cached; empty if the model has no price.
     *
     * @param promptTokens not fewer than the provider will count
     * @param maxTokens the longest answer
     */
    public Optional<BigDecimal> worstCase(ModelTarget target, long promptTokens, long maxTokens, LocalDate day) {
        Optional<BigDecimal> plain = cost(target, target.model(), tokens(promptTokens, 0, maxTokens), day);
        // Some providers charge more for a prompt that they write to their cache.
        Optional<BigDecimal> written = cost(target, target.model(), tokens(promptTokens, promptTokens, maxTokens), day);
        return plain.flatMap(one -> written.map(one::max));
    }

    private static TokenUsage tokens(long prompt, long cacheWrite, long completion) {
        return new TokenUsage(prompt, 0, cacheWrite, completion, 0);
    }

    /** The day the prices were last compared with the providers' lists. */
    public LocalDate asOf() {
        return models.asOf();
    }
}
