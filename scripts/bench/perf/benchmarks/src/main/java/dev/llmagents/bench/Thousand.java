package dev.llmagents.bench;

import dev.llmagents.agent.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * So many calls at once, in a process of its own, so that its peak of memory is theirs: {@code Thousand URL CALLS
 * WARM WAVES WHO}. The first WARM waves do not count. Prints a line of JSON.
 */
public final class Thousand {
    private Thousand() {}

    public static void main(String[] arguments) throws Exception {
        int calls = Integer.parseInt(arguments[1]);
        int warm = Integer.parseInt(arguments[2]);
        int waves = Integer.parseInt(arguments[3]);
        Service service = new Service(Optional.of(arguments[0]), 1_500);
        Caller client = arguments[4].equals("plain")
                ? new PlainClient(arguments[0], calls, service::messages)
                : service;
        ConcurrentHistogram times = new ConcurrentHistogram(120_000_000L, 3);
        long failed = 0;
        ExecutorService threads = Workers.forWaiting();
        for (int wave = 0; wave < warm + waves; wave++) {
            if (wave == warm) {
                times.reset();
            }
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> futures = new ArrayList<>();
            for (int call = 0; call < calls; call++) {
                String mark = Caller.mark(wave * calls + call);
                futures.add(threads.submit(() -> {
                    start.await();
                    long begun = System.nanoTime();
                    client.ask(mark);
                    times.recordValue((System.nanoTime() - begun) / 1_000);
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> future : futures) {
                try {
                    future.get();
                } catch (java.util.concurrent.ExecutionException failure) {
                    failed++;
                    if (failed == 1) {
                        failure.printStackTrace();
                    }
                }
            }
        }
        System.out.println(String.format(
                Locale.ROOT,
                "{\"client\":\"%s\",\"calls\":%d,\"answered\":%d,\"failed\":%d,\"p50Ms\":%.1f,\"p99Ms\":%.1f,\"peakRssMiB\":%d}",
                arguments[4],
                calls * waves,
                times.getTotalCount(),
                failed,
                times.getValueAtPercentile(50) / 1e3,
                times.getValueAtPercentile(99) / 1e3,
                peakMiB()));
        System.out.flush();
        service.close();
        System.exit(0);
    }

    private static long peakMiB() throws Exception {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return -1;
    }
}
