package dev.llmagents.load;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a test ran on.
 *
 * @param load average number of running processes over the last minute, before the test; below nought if unknown
 * @param threads {@code virtual} or {@code platform}
 */
public record Machine(
        String system,
        String processor,
        int processors,
        double load,
        String jvm,
        String collectors,
        long heapMax,
        String threads) {

    public static Machine ofThisProcess(boolean virtualThreads) {
        return new Machine(
                System.getProperty("os.name", "") + " " + System.getProperty("os.version", "") + " "
                        + System.getProperty("os.arch", ""),
                processorOfLinux().orElse("unknown"),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("java.vm.name", "") + " " + System.getProperty("java.vm.version", ""),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .collect(Collectors.joining(", ")),
                Runtime.getRuntime().maxMemory(),
                virtualThreads ? "virtual" : "platform");
    }

    private static Optional<String> processorOfLinux() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo"), StandardCharsets.UTF_8).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException | RuntimeException notLinux) {
            return Optional.empty();
        }
    }
}
