package dev.llmagents.cache;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;

/** Sorted records of several sources as one row of them: of each key the one in the first source that has it. Used once. */
final class MergedRecords implements Iterator<JournalRecord> {
    private final List<Source> sources = new ArrayList<>();
    private final Predicate<JournalRecord> stays;
    private Optional<JournalRecord> next = Optional.empty();

    private static final class Source {
        private final Iterator<JournalRecord> records;
        private Optional<JournalRecord> head;

        private Source(Iterator<JournalRecord> records) {
            this.records = records;
            this.head = records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        }

        private void advance() {
            head = records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        }
    }

    /** @param newestFirst each sorted by key */
    MergedRecords(List<Iterator<JournalRecord>> newestFirst, Predicate<JournalRecord> stays) {
        newestFirst.forEach(records -> sources.add(new Source(records)));
        this.stays = stays;
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty()) {
            Optional<JournalRecord> smallest = smallest();
            if (smallest.isEmpty()) {
                return false;
            }
            next = smallest.filter(stays);
        }
        return true;
    }

    private Optional<JournalRecord> smallest() {
        Optional<JournalRecord> smallest = Optional.empty();
        for (Source source : sources) {
            boolean smaller = source.head.isPresent()
                    && (smallest.isEmpty()
                            || source.head
                                            .get()
                                            .key()
                                            .hex()
                                            .compareTo(smallest.get().key().hex())
                                    < 0);
            if (smaller) {
                smallest = source.head;
            }
        }
        if (smallest.isPresent()) {
            for (Source source : sources) {
                // Also the older ones of that key: they are over.
                if (source.head.isPresent()
                        && source.head.get().key().equals(smallest.get().key())) {
                    source.advance();
                }
            }
        }
        return smallest;
    }

    @Override
    public JournalRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException("there are no more records");
        }
        JournalRecord record = next.orElseThrow();
        next = Optional.empty();
        return record;
    }
}
