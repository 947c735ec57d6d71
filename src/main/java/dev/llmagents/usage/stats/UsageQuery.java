package dev.llmagents.usage.stats;

import dev.llmagents.llm.ModelTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of the usage log.
 *
 * @param since the first moment that counts; empty for the beginning of the log
 * @param until the first moment that no longer counts; empty for its end
 * @param tenant whose lines count; empty for everybody's
 * @param by what to group by, the most important first; empty for the total alone
 * @param prices by which costs are reckoned anew, with the price of the day of each attempt; empty to take the costs that
 *     were written down
 */
public record UsageQuery(
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<String> tenant,
        List<Dimension> by,
        Optional<ModelTable> prices) {
    /** Everything there is, in one group. */
    public static final UsageQuery ALL =
            new UsageQuery(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    public UsageQuery {
        by = List.copyOf(by);
    }

    public UsageQuery by(Dimension... dimensions) {
        return new UsageQuery(since, until, tenant, List.of(dimensions), prices);
    }

    public UsageQuery between(Instant from, Instant to) {
        return new UsageQuery(Optional.of(from), Optional.of(to), tenant, by, prices);
    }

    public UsageQuery ofTenant(String name) {
        return new UsageQuery(since, until, Optional.of(name), by, prices);
    }

    public UsageQuery at(ModelTable table) {
        return new UsageQuery(since, until, tenant, by, Optional.of(table));
    }
}
