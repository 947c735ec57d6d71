package dev.llmagents.team.felicia.mission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** The test on the past: first day, benchmark, yearly interest without risk as a fraction, parts of the walk-forward test. */
public record BacktestWish(Optional<LocalDate> from, String benchmark, BigDecimal riskFree, int walkForwardFolds) {}
