package dev.llmagents.team.felicia.mission;

import java.math.BigDecimal;
import java.util.Map;

/**
 * How weights are to be found; the words are those of the table of keys.
 *
 * @param lookback trading days
 * @param params settings of the method in order of their names
 */
public record StrategyWish(String method, int lookback, String rebalance, Map<String, BigDecimal> params) {}
