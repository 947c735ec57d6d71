package dev.llmagents.team.meetmind;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the coordinator set out to do with a meeting, from its size and words alone.
 *
 * @param analyses what was chosen, most important first
 * @param stages agents in the order they work; those of one stage work side by side
 * @param estimate what a model would take
 */
public record MeetingPlan(List<ChosenAnalysis> analyses, List<List<String>> stages, Estimate estimate) {
    public MeetingPlan {
        analyses = List.copyOf(analyses);
        stages = List.copyOf(stages);
    }

    /**
     * @param agent who makes it
     * @param why what in the meeting calls for it
     * @param priority 1 is the most important
     */
    public record ChosenAnalysis(Analysis analysis, String agent, String why, int priority) {}

    /**
     * @param model the model the price is for
     * @param costUsd empty if its price is unknown
     */
    public record Estimate(
            int calls, int promptTokens, int completionTokens, String model, Optional<BigDecimal> costUsd) {}
}
