package dev.llmagents.usage;

import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TokenUsage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Puts a price on tokens. Immutable. */
public final class CostCalculator {
    private final ModelTable models;
    private final Set<String> ownProviders;

    /**
     * @param ownProviders ids of providers that run on this machine: what they do costs nothing, whatever the table says of
     *     a model of that name
     */
    public CostCalculator(ModelTable models, Set<String> ownProviders) {
        this.models = models;
        this.ownProviders = Set.copyOf(ownProviders);
    }

    /**
     * US dollars; empty if nobody knows, which is not the same as nothing. The model that answered sets the price; where
     * its name is not in the price list, the model that was asked for does.
     */
    public Optional<BigDecimal> cost(ModelTarget asked, String answeringModel, TokenUsage tokens, LocalDate day) {
        if (tokens.equals(TokenUsage.NONE)) {
            return Optional.of(BigDecimal.ZERO);
        }
        if (ownProviders.contains(asked.provider())) {
            return Optional.of(BigDecimal.ZERO);
        }
        return models.find(new ModelTarget(asked.provider(), answeringModel), day)
                .or(() -> models.find(asked, day))
                .map(row -> row.price().of(tokens));
    }

    /** The day the prices were last compared with the providers' lists. */
    public LocalDate asOf() {
        return models.asOf();
    }
}
