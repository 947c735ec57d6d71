package dev.llmagents.report;

import dev.llmagents.agent.Source;
import dev.llmagents.report.RunFacts.AgentRow;
import dev.llmagents.team.meetmind.text.Language;
import java.math.BigDecimal;
import java.util.Optional;

/** Says in a line what a model had to do with a report. */
public final class WhoAnswered {
    private WhoAnswered() {}

    /** Empty if rules alone answered. */
    public static Optional<String> sentence(RunFacts facts, Language language) {
        boolean fresh = false;
        boolean kept = false;
        for (AgentRow agent : facts.agents()) {
            fresh |= agent.source() == Source.MODEL;
            kept |= agent.source() == Source.CACHE;
        }
        if (!fresh && !kept) {
            return Optional.empty();
        }
        String added = facts.added() == 0
                ? Phrase.NOTHING.in(language)
                : facts.added() == 1
                        ? Phrase.ONE_ITEM.in(language)
                        : Phrase.MANY_ITEMS.in(language, Figures.whole(facts.added(), language));
        return Optional.of(Phrase.MODEL_ADDED.in(language, added)
                + dropped(facts.dropped(), language)
                + price(facts, fresh, language));
    }

    /** The same, and a sentence also where rules alone answered. */
    public static String always(RunFacts facts, Language language) {
        return sentence(facts, language).orElseGet(() -> rulesAlone(facts, language));
    }

    private static String rulesAlone(RunFacts facts, Language language) {
        boolean paid = facts.costUsd().map(cost -> cost.signum() > 0).orElse(true);
        // A model may have been paid for answers that were of no use.
        return paid
                ? Phrase.MODEL_ADDED.in(language, Phrase.NOTHING.in(language)) + price(facts, true, language)
                : Phrase.RULES_ALONE.in(language);
    }

    private static String dropped(int dropped, Language language) {
        if (dropped == 0) {
            return "";
        }
        return dropped == 1
                ? Phrase.HAD_ONE_DROPPED.in(language)
                : Phrase.HAD_DROPPED.in(language, Figures.whole(dropped, language));
    }

    private static String price(RunFacts facts, boolean fresh, Language language) {
        if (fresh) {
            Optional<BigDecimal> cost = facts.costUsd();
            return cost.isPresent()
                    ? Phrase.IT_COST.in(language, Figures.money(cost.get(), language))
                    : Phrase.PRICE_UNKNOWN.in(language);
        }
        return facts.savedUsd().signum() > 0
                ? Phrase.KEPT_AND_SAVED.in(language, Figures.money(facts.savedUsd(), language))
                : Phrase.KEPT_ANSWERS.in(language);
    }
}
