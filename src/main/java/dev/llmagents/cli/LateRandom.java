package dev.llmagents.cli;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * The machine's secure random numbers, fetched when the first is drawn: to find and load who provides them takes longer
 * than many a command that draws none. Thread-safe.
 */
final class LateRandom implements RandomGenerator {
    private SecureRandom source;

    private synchronized SecureRandom source() {
        if (source == null) {
            source = new SecureRandom();
        }
        return source;
    }

    @Override
    public long nextLong() {
        return source().nextLong();
    }

    @Override
    public int nextInt() {
        return source().nextInt();
    }

    @Override
    public void nextBytes(byte[] bytes) {
        source().nextBytes(bytes);
    }
}
