package dev.llmagents.cache;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What some journals hold, the newest record of each key, sorted by key. Holds the places, not the records. For one thread. */
final class SortedJournals implements Closeable {
    private final List<FileChannel> channels = new ArrayList<>();
    private final TreeMap<CacheKey, Place> places = new TreeMap<>(Comparator.comparing(CacheKey::hex));
    private Optional<Instant> oldest = Optional.empty();
    private long skippedBytes;

    private record Place(JournalReader reader, JournalReader.Found found) {}

    private SortedJournals() {}

    /** @param journals the oldest first; one that is not there holds nothing */
    static SortedJournals read(List<Path> journals) throws IOException {
        SortedJournals sorted = new SortedJournals();
        boolean read = false;
        try {
            for (Path journal : journals) {
                sorted.add(journal);
            }
            read = true;
            return sorted;
        } finally {
            if (!read) {
                sorted.close();
            }
        }
    }

    private void add(Path journal) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(journal, StandardOpenOption.READ);
        } catch (NoSuchFileException nothing) {
            return;
        }
        channels.add(channel);
        JournalReader reader = new JournalReader(channel);
        reader.readOn(channel.size(), (entry, found) -> {
            oldest = Optional.of(oldest.filter(entry.created()::isAfter).orElse(entry.created()));
            places.put(entry.key(), new Place(reader, found));
        });
        skippedBytes += channel.size() - reader.readUpTo();
        skippedBytes += reader.skippedBytes();
    }

    /** When the oldest record was made. */
    Optional<Instant> oldest() {
        return oldest;
    }

    long distinct() {
        return places.size();
    }

    /** Bytes that belong to no whole record. */
    long skippedBytes() {
        return skippedBytes;
    }

    /** Reads each record when its turn comes; throws {@link UncheckedIOException} if that fails. */
    Iterator<JournalRecord> records() {
        return places.values().stream()
                .map(SortedJournals::read)
                .flatMap(Optional::stream)
                .iterator();
    }

    private static Optional<JournalRecord> read(Place place) {
        try {
            return place.reader().read(place.found());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        for (FileChannel channel : channels) {
            channel.close();
        }
    }
}
