package dev.llmagents.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MemoryCourseTest {
    private static final long MIB = 1 << 20;

    /** One look a second, each with a collection, RSS growing by 1 MiB and the heap by half of it. */
    private static LoadResult.Memory after(int seconds) {
        MemoryCourse course = new MemoryCourse();
        for (int second = 0; second <= seconds; second++) {
            course.add(
                    second * 1_000_000_000L,
                    new MemoryGauge.Look(
                            10 * MIB,
                            100 * MIB,
                            second * MIB / 2,
                            OptionalLong.of(50 * MIB + second * MIB),
                            second,
                            second * 5L,
                            5));
        }
        return course.result();
    }

    @Test
    void a_slope_is_that_of_the_line_through_all_looks() {
        LoadResult.Memory memory = after(30);
        assertEquals(60.0 * MIB, memory.rssSlope().orElseThrow(), 1);
        assertEquals(30.0 * MIB, memory.heapAfterGcSlope().orElseThrow(), 1);
        assertEquals(OptionalLong.of(80 * MIB), memory.rssPeak());
        assertEquals(150, memory.gcMillis());
    }

    @Test
    void a_few_seconds_have_no_slope() {
        assertEquals(Optional.empty(), after(10).rssSlope());
        assertEquals(Optional.empty(), after(10).heapAfterGcSlope());
    }
}
