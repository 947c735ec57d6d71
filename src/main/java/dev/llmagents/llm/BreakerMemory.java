package dev.llmagents.llm;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Keeps what is known of the health of providers. Safe for use by several threads; trouble with a store stays inside. */
public interface BreakerMemory {

    /** What is known; {@link BreakerRecord#HEALTHY} if nothing is. */
    BreakerRecord find(String provider);

    /**
     * Changes what is known in one step.
     *
     * @param change may be run more than once
     * @return what was known before
     */
    BreakerRecord change(String provider, UnaryOperator<BreakerRecord> change);

    /** All providers something is known of, by name. */
    Map<String, BreakerRecord> all();

    /** A memory that lasts as long as it is held on to. */
    static BreakerMemory ofProcess() {
        return new BreakerMemory() {
            private final Map<String, BreakerRecord> records = new TreeMap<>();

            @Override
            public synchronized BreakerRecord find(String provider) {
                return records.getOrDefault(provider, BreakerRecord.HEALTHY);
            }

            @Override
            public synchronized BreakerRecord change(String provider, UnaryOperator<BreakerRecord> change) {
                BreakerRecord before = find(provider);
                records.put(provider, change.apply(before));
                return before;
            }

            @Override
            public synchronized Map<String, BreakerRecord> all() {
                return new TreeMap<>(records);
            }
        };
    }
}
