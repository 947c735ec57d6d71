package dev.llmagents.team.felicia.mission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Limits that no order may break; shares and rates are fractions, so 0.05 is five percent. */
public record RiskLimits(
        BigDecimal maxPosition,
        BigDecimal maxGroup,
        Optional<BigDecimal> maxOrderValue,
        BigDecimal priceCollar,
        BigDecimal maxAdv,
        BigDecimal maxGross,
        boolean allowShort,
        BigDecimal var95Limit,
        BigDecimal maxDrawdown,
        BigDecimal cashBuffer,
        List<String> restricted) {}
