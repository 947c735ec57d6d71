package dev.llmagents.cache;

import dev.llmagents.cache.StoreState.GenerationFacts;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks into generations, opening each when it is likely to have the answer and not before. Not safe for threads. */
final class OpenGenerations {
    private final StoreFiles files;
    private final Damage damage;
    private final Map<GenerationFacts, KeyFilter> filters = new HashMap<>();
    private final Map<GenerationFacts, Generation> open = new HashMap<>();
    private final Set<GenerationFacts> given = new HashSet<>();

    /** Hears of a generation that is not what was written. */
    @FunctionalInterface
    interface Damage {
        void found(GenerationFacts facts);
    }

    OpenGenerations(StoreFiles files, Damage damage) {
        this.files = files;
        this.damage = damage;
    }

    /** The record under {@code key} in the newest generation that has one whose time is not over. */
    Optional<JournalRecord> get(StoreState state, CacheKey key, Instant now) throws IOException {
        forgetAllBut(state);
        List<GenerationFacts> generations = state.generations();
        for (int i = generations.size() - 1; i >= 0; i--) {
            GenerationFacts facts = generations.get(i);
            if (now.isBefore(facts.over()) && !given.contains(facts) && mayHold(facts, key)) {
                Optional<JournalRecord> found = look(facts, key);
                if (found.isPresent()) {
                    return found.filter(record -> now.isBefore(record.expires()));
                }
            }
        }
        return Optional.empty();
    }

    private boolean mayHold(GenerationFacts facts, CacheKey key) {
        try {
            KeyFilter filter = filters.get(facts);
            if (filter == null) {
                filter = KeyFilter.read(files.keys(facts.id()));
                filters.put(facts, filter);
            }
            return filter.mayHold(key);
        } catch (IOException gone) {
            // The generation itself knows.
            return true;
        }
    }

    private Optional<JournalRecord> look(GenerationFacts facts, CacheKey key) throws IOException {
        try {
            Generation generation = open.get(facts);
            if (generation == null) {
                generation = Generation.open(files.generation(facts.id()), facts);
                open.put(facts, generation);
            }
            return generation.get(key);
        } catch (NoSuchFileException gone) {
            // Folded into another since CURRENT was read; the caller looks again.
            return Optional.empty();
        } catch (Generation.Damaged unreadable) {
            given.add(facts);
            damage.found(facts);
            return Optional.empty();
        } catch (IOException failure) {
            close();
            throw failure;
        }
    }

    private void forgetAllBut(StoreState state) {
        if (open.isEmpty() && filters.isEmpty()) {
            return;
        }
        Set<GenerationFacts> named = Set.copyOf(state.generations());
        filters.keySet().retainAll(named);
        for (GenerationFacts facts : List.copyOf(open.keySet())) {
            if (!named.contains(facts)) {
                open.remove(facts).close();
            }
        }
    }

    void close() {
        open.values().forEach(Generation::close);
        open.clear();
        filters.clear();
    }
}
