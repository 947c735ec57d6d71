package dev.llmagents.file;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Another process that takes a lock: adds to a number in a file so many times, or waits to be killed. */
final class LockTaker {
    private LockTaker() {}

    /** @param arguments the lock, how long to wait in milliseconds, how many times; then the file with the number */
    @SuppressWarnings("try") // The lock is held, not used.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        LockFile lock = new LockFile(Path.of(arguments[0]));
        Duration patience = Duration.ofMillis(Long.parseLong(arguments[1]));
        int times = Integer.parseInt(arguments[2]);
        if (times < 0) {
            try (LockFile.Held held = lock.acquire(patience)) {
                System.out.println("taken");
                Thread.sleep(Duration.ofMinutes(2).toMillis());
            }
        }
        try {
            take(
                    lock,
                    patience,
                    times,
                    Optional.of(arguments).filter(all -> all.length > 3).map(all -> Path.of(all[3])));
            System.out.println("taken");
        } catch (InterruptedIOException late) {
            System.out.println("late");
        }
    }

    @SuppressWarnings("try") // The lock is held, not used.
    static void take(LockFile lock, Duration patience, int times, Optional<Path> number) throws IOException {
        for (int i = 0; i < times; i++) {
            try (LockFile.Held held = lock.acquire(patience)) {
                if (number.isPresent()) {
                    addOne(number.get());
                }
            }
        }
    }

    private static void addOne(Path number) throws IOException {
        int before = Files.exists(number) ? Integer.parseInt(Files.readString(number, StandardCharsets.UTF_8)) : 0;
        Files.writeString(number, Integer.toString(before + 1), StandardCharsets.UTF_8);
    }
}
