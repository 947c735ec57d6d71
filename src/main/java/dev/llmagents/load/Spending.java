package dev.llmagents.load;

import dev.llmagents.llm.Attempt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.TreeMap;

/** Counts attempts and adds up what they cost. Safe for use by several threads. */
final class Spending {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final int PLACES = 8;

    private final Prices prices;
    private final TreeMap<String, Long> causes = new TreeMap<>();
    private final TreeMap<String, Long> failures = new TreeMap<>();
    private BigDecimal billed = BigDecimal.ZERO;
    private BigDecimal saved = BigDecimal.ZERO;
    private long unpriced;

    Spending(Prices prices) {
        this.prices = prices;
    }

    void add(Attempt attempt) {
        Optional<BigDecimal> price = prices.price().cost(attempt.target(), attempt.model(), attempt.tokens());
        synchronized (this) {
            causes.merge(attempt.cause().label(), 1L, Long::sum);
            attempt.error().ifPresent(error -> failures.merge(error.type().label(), 1L, Long::sum));
            if (price.isEmpty()) {
                unpriced++;
            } else if (attempt.cause().isBillable()) {
                billed = billed.add(price.get());
            } else {
                saved = saved.add(price.get());
            }
        }
    }

    synchronized LoadResult.Attempts attempts() {
        return new LoadResult.Attempts(new TreeMap<>(causes), new TreeMap<>(failures));
    }

    synchronized LoadResult.Cost cost(long answered) {
        return new LoadResult.Cost(
                prices.basis(),
                billed,
                saved,
                perThousand(billed, answered),
                perThousand(billed.add(saved), answered),
                unpriced);
    }

    private static Optional<BigDecimal> perThousand(BigDecimal usd, long answered) {
        return answered == 0
                ? Optional.empty()
                : Optional.of(
                        usd.multiply(THOUSAND).divide(BigDecimal.valueOf(answered), PLACES, RoundingMode.HALF_UP));
    }
}
