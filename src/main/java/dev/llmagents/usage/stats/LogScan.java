package dev.llmagents.usage.stats;

import dev.llmagents.file.FileProblem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Reads stretches of log files, by two threads where there is much to read. Used once. */
final class LogScan {
    private static final long PIECE = 16 << 20;
    // Starting a second thread and adding up its sums pays from here on.
    private static final long LARGE = 32 << 20;

    private final List<Stretch> pieces = new ArrayList<>();
    private final Supplier<Tally> tallies;
    private final boolean large;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong bytesRead = new AtomicLong();

    /** Lines that begin from {@code from} on and before {@code to}. */
    record Stretch(Path path, long from, long to) {}

    LogScan(List<Stretch> stretches, Supplier<Tally> tallies) {
        long bytes = 0;
        for (Stretch stretch : stretches) {
            for (long from = stretch.from(); from < stretch.to(); from += PIECE) {
                pieces.add(new Stretch(stretch.path(), from, Math.min(from + PIECE, stretch.to())));
            }
            bytes += stretch.to() - stretch.from();
        }
        this.large = bytes >= LARGE;
        this.tallies = tallies;
    }

    Tally run() throws IOException {
        if (!large) {
            return work();
        }
        FutureTask<Tally> other = new FutureTask<>(this::work);
        Thread thread = new Thread(other, "usage-log");
        thread.setDaemon(true);
        thread.start();
        Tally sum;
        try {
            sum = work();
        } finally {
            // After a failure here the other one need not go on.
            next.set(pieces.size());
        }
        sum.add(result(other));
        return sum;
    }

    private Tally work() throws IOException {
        Tally tally = tallies.get();
        LineReader reader = new LineReader();
        for (int at = next.getAndIncrement(); at < pieces.size(); at = next.getAndIncrement()) {
            Stretch piece = pieces.get(at);
            try (FileChannel file = FileChannel.open(piece.path(), StandardOpenOption.READ)) {
                bytesRead.addAndGet(reader.read(file, piece.from(), piece.to(), tally));
            } catch (IOException e) {
                throw FileProblem.explain("read", piece.path(), e);
            }
        }
        return tally;
    }

    private static Tally result(FutureTask<Tally> task) throws IOException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the usage log was not read to its end: interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    long bytesRead() {
        return bytesRead.get();
    }
}
