package dev.llmagents.team.felicia.mission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A mission that was read and is consistent. Immutable.
 *
 * @param name of the file, for messages
 * @param sha256 of the file's bytes, hexadecimal: from it come the ids of plans and payment files
 * @param portfolio empty in a mission that only concerns the bank
 * @param origins of every single value, by its path such as {@code risk.max_position}
 */
public record Mission(
        String name,
        String sha256,
        Objective objective,
        Optional<OwnedPortfolio> portfolio,
        List<Instrument> universe,
        PriceColumns columns,
        StrategyWish strategy,
        RiskLimits risk,
        TradingCosts costs,
        ExecutionWish execution,
        BacktestWish backtest,
        Optional<Banking> banking,
        SortedMap<String, Origin> origins) {

    /** A file that the mission names, as written, and where. */
    public record NamedFile(String file, String key, int line) {}

    /** Whether the file itself says {@code key}, such as {@code risk.max_drawdown}. */
    public boolean says(String key) {
        return origins.get(key) == Origin.INPUT;
    }

    /** Every file the mission needs, in the order in which it names them. */
    public List<NamedFile> files() {
        List<NamedFile> files = new ArrayList<>();
        for (int i = 0; i < universe.size(); i++) {
            files.add(new NamedFile(
                    universe.get(i).file(),
                    "universe[" + i + "].file",
                    universe.get(i).line()));
        }
        banking.flatMap(Banking::sanctions).ifPresent(file -> files.add(new NamedFile(file, "banking.sanctions", 1)));
        return files;
    }
}
