package dev.llmagents.load;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Looks at the memory of the process. */
@FunctionalInterface
public interface MemoryGauge {
    Look look();

    /**
     * One look, in bytes.
     *
     * @param heapAfterGc what was in use after the last collection
     * @param rss the process's memory as the system counts it; empty where it does not tell
     * @param gcMillis time of all collections so far
     * @param gcLongestMillis the longest of the latest collections of each collector
     */
    record Look(
            long heap,
            long heapMax,
            long heapAfterGc,
            OptionalLong rss,
            long gcCount,
            long gcMillis,
            long gcLongestMillis) {}

    /** The gauge of this process. */
    static MemoryGauge ofProcess() {
        return () -> {
            MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
            long afterGc = 0;
            for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
                MemoryUsage left = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
                afterGc += left == null ? 0 : left.getUsed();
            }
            long count = 0;
            long millis = 0;
            long longest = 0;
            for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
                count += Math.max(0, collector.getCollectionCount());
                millis += Math.max(0, collector.getCollectionTime());
                if (collector instanceof com.sun.management.GarbageCollectorMXBean detailed) {
                    longest = Math.max(
                            longest,
                            Optional.ofNullable(detailed.getLastGcInfo())
                                    .map(com.sun.management.GcInfo::getDuration)
                                    .orElse(0L));
                }
            }
            return new Look(heap.getUsed(), heap.getMax(), afterGc, rss(), count, millis, longest);
        };
    }

    private static OptionalLong rss() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.UTF_8)) {
                if (line.startsWith("VmRSS:")) {
                    return OptionalLong.of(Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024);
                }
            }
        } catch (IOException | RuntimeException notLinux) {
            // Other systems do not tell this way.
        }
        return OptionalLong.empty();
    }
}
