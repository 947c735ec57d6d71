package dev.llmagents.team.felicia;

import dev.llmagents.team.felicia.mission.RiskProfile;
import dev.llmagents.team.felicia.mission.StatementFacts.Contradiction;
import java.math.BigDecimal;
import java.util.List;

/**
 * What is wanted, in measurable terms.
 *
 * @param profileOrigin where the profile came from: {@code input}, {@code statement}, {@code model} or {@code default}
 * @param feasibility what the prices say of the wish, a sentence each
 */
public record ProductBrief(
        RiskProfile profile,
        String profileOrigin,
        Limits limits,
        List<Contradiction> contradictions,
        List<Criterion> criteria,
        List<Statement> feasibility,
        List<Statement> objectives) {
    public ProductBrief {
        contradictions = List.copyOf(contradictions);
        criteria = List.copyOf(criteria);
        feasibility = List.copyOf(feasibility);
        objectives = List.copyOf(objectives);
    }

    /** Shares of equity: yearly volatility, fall from the peak, weight of one symbol. */
    public record Limits(BigDecimal maxVolatility, BigDecimal maxDrawdown, BigDecimal maxPosition) {}

    /**
     * Something that can be measured.
     *
     * @param code stable, such as {@code SC01_DRAWDOWN}
     * @param measure name of the fact it looks at
     * @param isAtMost whether {@code limit} is the most, else it is the least
     * @param origin where the limit came from
     */
    public record Criterion(String code, String measure, boolean isAtMost, BigDecimal limit, String origin) {}
}
