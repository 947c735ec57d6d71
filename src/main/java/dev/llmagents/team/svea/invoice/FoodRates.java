package dev.llmagents.team.svea.invoice;

import dev.llmagents.team.svea.text.PhraseBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What VAT food bears on a day: 12 %, but 6 % from 2026-04-01 to 2027-12-31 (prop. 2025/26:55). Meals that are served bear
 * 12 % throughout, and strong drink 25 %. What an item is, is told by words, so that nothing more than a warning can come
 * of it.
 */
final class FoodRates {
    private static final LocalDate LOWERED_FROM = LocalDate.of(2026, 4, 1);
    private static final LocalDate LOWERED_TO = LocalDate.of(2027, 12, 31);
    private static final BigDecimal LOW = new BigDecimal(6);
    private static final BigDecimal MIDDLE = new BigDecimal(12);
    private static final BigDecimal HIGH = new BigDecimal(25);

    private final PhraseBook words;

    /** What bears different rates. */
    enum Kind {
        FOOD,
        SERVED,
        STRONG_DRINK
    }

    private FoodRates(PhraseBook words) {
        this.words = words;
    }

    static FoodRates builtIn() {
        return new FoodRates(PhraseBook.read(FoodRates.class, "food.txt"));
    }

    /** What an item is by its words; empty if it is no food or cannot be told. */
    Optional<Kind> kindOf(String item) {
        String folded = PhraseBook.fold(item);
        if (words.isIn("no food", folded)) {
            return Optional.empty();
        }
        if (words.isIn("strong drink", folded)) {
            return Optional.of(Kind.STRONG_DRINK);
        }
        if (words.isIn("served", folded)) {
            return Optional.of(Kind.SERVED);
        }
        return words.isIn("food", folded) ? Optional.of(Kind.FOOD) : Optional.empty();
    }

    BigDecimal rateOf(Kind kind, LocalDate day) {
        return switch (kind) {
            case STRONG_DRINK -> HIGH;
            case SERVED -> MIDDLE;
            case FOOD -> day.isBefore(LOWERED_FROM) || day.isAfter(LOWERED_TO) ? MIDDLE : LOW;
        };
    }
}
