package dev.llmagents.team.felicia.mission;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is wanted.
 *
 * @param statement the wish in the person's own words
 * @param riskProfile as the file says it; empty if it is to be read from the statement
 * @param horizonMonths how long the money is to be invested
 * @param asOf the day from which everything is seen; the mission has no other clock
 */
public record Objective(
        Optional<String> statement, Optional<RiskProfile> riskProfile, int horizonMonths, LocalDate asOf) {}
