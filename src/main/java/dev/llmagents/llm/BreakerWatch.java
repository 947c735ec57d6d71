package dev.llmagents.llm;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A memory that tells whenever a breaker goes from one state to another. Safe for use by several threads if its parts are. */
public final class BreakerWatch implements BreakerMemory {
    private final BreakerMemory memory;
    private final Supplier<Instant> now;
    private final Consumer<Change> listener;

    /** @param now the time the breakers go by */
    public BreakerWatch(BreakerMemory memory, Supplier<Instant> now, Consumer<Change> listener) {
        this.memory = memory;
        this.now = now;
        this.listener = listener;
    }

    /**
     * A change of state. That an open breaker is half open shows when the first call tries it.
     *
     * @param error what the last failure was, where that opened it
     */
    public record Change(
            String provider, BreakerRecord.State from, BreakerRecord.State to, Instant at, Optional<ErrorType> error) {}

    @Override
    public BreakerRecord find(String provider) {
        return memory.find(provider);
    }

    @Override
    public BreakerRecord change(String provider, UnaryOperator<BreakerRecord> change) {
        AtomicReference<BreakerRecord> written = new AtomicReference<>(BreakerRecord.HEALTHY);
        BreakerRecord before = memory.change(provider, known -> {
            written.set(change.apply(known));
            return written.get();
        });
        tell(provider, before, written.get());
        return before;
    }

    private void tell(String provider, BreakerRecord before, BreakerRecord after) {
        Instant moment = now.get();
        BreakerRecord.State from = before.state(moment);
        BreakerRecord.State to = after.state(moment);
        boolean probeBegins =
                after.probeUntil().isPresent() && before.probeUntil().isEmpty();
        if (to == BreakerRecord.State.HALF_OPEN && probeBegins) {
            listener.accept(new Change(provider, BreakerRecord.State.OPEN, to, moment, Optional.empty()));
        } else if (from != to) {
            Optional<ErrorType> error = to == BreakerRecord.State.OPEN ? after.lastError() : Optional.empty();
            listener.accept(new Change(provider, from, to, moment, error));
        }
    }

    @Override
    public Map<String, BreakerRecord> all() {
        return memory.all();
    }
}
