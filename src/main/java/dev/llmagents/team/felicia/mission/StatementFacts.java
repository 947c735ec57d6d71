package dev.llmagents.team.felicia.mission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a statement says in words that can be computed with. A fact is only there if the statement says it once, or the same
 * each time; where it contradicts itself the contradiction is listed instead.
 *
 * @param profile the most cautious of {@code profileSignals}
 * @param profileSignals every risk profile hinted at, in order of the text
 * @param maxDrawdown largest fall that is accepted, as a fraction
 * @param targetReturn wished for, as a fraction; a year unless the quote says else
 * @param maxVolatility as a fraction
 * @param maxPosition largest share of one holding, as a fraction
 * @param contradictions of the statement with itself
 */
public record StatementFacts(
        Optional<Stated<RiskProfile>> profile,
        List<Stated<RiskProfile>> profileSignals,
        Optional<Stated<BigDecimal>> maxDrawdown,
        Optional<Stated<BigDecimal>> targetReturn,
        Optional<Stated<BigDecimal>> maxVolatility,
        Optional<Stated<BigDecimal>> maxPosition,
        Optional<Stated<Integer>> horizonMonths,
        List<Contradiction> contradictions) {

    /** A value and the words that say it, exactly as the statement has them. */
    public record Stated<T>(T value, String quote) {}

    /**
     * Two answers to one question.
     *
     * @param key of the mission file that the question belongs to
     * @param one as the field says it, or as the statement says it first
     * @param other as the statement says it, in {@code quote}
     */
    public record Contradiction(String key, String one, String other, String quote) {}

    /** Where the statement says something else than a field that {@code mission} gives, and where it contradicts itself. */
    public List<Contradiction> contradictionsWith(Mission mission) {
        List<Contradiction> found = new ArrayList<>(contradictions);
        mission.objective()
                .riskProfile()
                .ifPresent(field -> profile.ifPresent(stated -> {
                    boolean hinted = profileSignals.stream().anyMatch(signal -> signal.value() == field);
                    if (!hinted) {
                        found.add(new Contradiction(
                                "mission.risk_profile",
                                field.label(),
                                stated.value().label(),
                                stated.quote()));
                    }
                }));
        if (mission.says("mission.horizon_months")) {
            int months = mission.objective().horizonMonths();
            horizonMonths
                    .filter(stated -> stated.value() != months)
                    .ifPresent(stated -> found.add(new Contradiction(
                            "mission.horizon_months",
                            Integer.toString(months),
                            stated.value().toString(),
                            stated.quote())));
        }
        number(mission, "risk.max_drawdown", mission.risk().maxDrawdown(), maxDrawdown, found);
        number(mission, "risk.max_position", mission.risk().maxPosition(), maxPosition, found);
        return found;
    }

    private static void number(
            Mission mission,
            String key,
            BigDecimal field,
            Optional<Stated<BigDecimal>> stated,
            List<Contradiction> found) {
        stated.filter(fact -> mission.says(key) && fact.value().compareTo(field) != 0)
                .ifPresent(fact -> found.add(new Contradiction(
                        key, field.toPlainString(), fact.value().toPlainString(), fact.quote())));
    }
}
