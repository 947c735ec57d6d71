package dev.llmagents.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BreakerWatchTest {
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final List<String> told = new ArrayList<>();
    private final BreakerWatch watch = new BreakerWatch(
            BreakerMemory.ofProcess(),
            () -> now,
            change -> told.add(change.from().label() + " " + change.to().label()
                    + change.error().map(error -> " " + error.label()).orElse("")));

    private void fail() {
        watch.change("p", before -> before.failed(ErrorType.OUTAGE, Optional.empty(), false, false, now));
    }

    @Test
    void tells_of_each_change_of_state_once() {
        for (int failure = 0; failure < BreakerRecord.FAILURES_IN_A_ROW; failure++) {
            fail();
        }
        assertEquals(List.of("closed open outage"), told);
        now = now.plusSeconds(31);
        watch.change("p", before -> before.probing(now, Duration.ofSeconds(10)));
        watch.change("p", before -> BreakerRecord.HEALTHY);
        watch.change("p", before -> BreakerRecord.HEALTHY);
        assertEquals(List.of("closed open outage", "open half_open", "half_open closed"), told);
    }
}
