package dev.llmagents.agent;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads for calls that mostly wait. */
public final class Workers {
    private Workers() {}

    /**
     * Virtual threads where the running Java has them (21 and later), else platform threads made as they are needed. Never
     * queues, so a task may wait for another; whoever starts tasks bounds their number.
     */
    public static ExecutorService forWaiting() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException olderJava) {
            return new ThreadPoolExecutor(
                    0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons());
        }
    }

    /** A pool for work that computes: as many threads as the machine has processors, or {@code most} if fewer. */
    public static ExecutorService forComputing(int most) {
        int threads = Math.max(1, Math.min(most, Runtime.getRuntime().availableProcessors()));
        return Executors.newFixedThreadPool(threads, daemons());
    }

    private static ThreadFactory daemons() {
        return task -> {
            Thread thread = new Thread(task, "llm-agents-worker");
            thread.setDaemon(true);
            return thread;
        };
    }
}
