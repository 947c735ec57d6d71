package dev.llmagents.app;

import java.util.Map;
import java.util.Optional;

/**
 * Where models may run.
 *
 * @param inEu whether only in the European Union, or on this machine
 * @param byTeam what holds for a team in place of that
 */
public record Residency(boolean inEu, Map<String, Boolean> byTeam) {
    static final Residency ANYWHERE = new Residency(false, Map.of());

    public Residency {
        byTeam = Map.copyOf(byTeam);
    }

    /** Whether the models {@code team} asks have to be in the European Union. */
    boolean isBound(String team) {
        return byTeam.getOrDefault(team, inEu);
    }

    /** Why {@code team} may not send anything to a model in {@code region}; empty if it may. */
    Optional<String> refusal(String team, String region) {
        if (!isBound(team) || Regions.isInEu(region)) {
            return Optional.empty();
        }
        return Optional.of("residency is eu, and it answers from "
                + (region.equals(Regions.UNKNOWN) ? "a place that is not known" : "the region '" + region + "'"));
    }
}
