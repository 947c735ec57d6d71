package dev.llmagents.team.felicia.mission;

import java.math.BigDecimal;

/** How orders are carried out on paper: style, largest part of a day's volume, days an order may be spread over. */
public record ExecutionWish(String style, BigDecimal participation, int maxDays) {}
