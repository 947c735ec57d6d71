package dev.llmagents.cache;

import dev.llmagents.cache.StoreState.GenerationFacts;
import dev.llmagents.file.FileProblem;
import dev.llmagents.file.LockFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sets aside what is damaged in a store, so that the rest of it can be used, and says so once. What is set aside stays in the
 * folder for whoever wants to look at it. Not safe for threads; processes are kept apart by locks.
 */
final class StoreRepair {
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private final StoreFiles files;
    private final Clock clock;
    private final Consumer<String> warnings;
    private boolean saidDamaged;

    StoreRepair(StoreFiles files, Clock clock, Consumer<String> warnings) {
        this.files = files;
        this.clock = clock;
        this.warnings = warnings;
    }

    /** A store whose {@code CURRENT} is no more: the journals are read again, what was folded is given up. */
    @SuppressWarnings("try") // The lock is held, not used.
    StoreState repaired() throws IOException {
        try (LockFile.Held held = new LockFile(files.lock()).acquire(LONGEST_WAIT)) {
            try {
                return files.state();
            } catch (StoreFiles.Damaged still) {
                List<Long> ids = new ArrayList<>(files.journalsFound());
                ids.add(files.highestFound() + 1);
                if (Files.exists(files.current())) {
                    sayDamaged(moveAside(files.current()));
                } else {
                    sayDamaged(files.current());
                }
                StoreState state = new StoreState(List.of(), ids);
                files.write(state);
                return state;
            }
        }
    }

    @SuppressWarnings("try") // The lock is held, not used.
    void setAsideIfForeign(long id) throws IOException {
        Path file = files.journal(id);
        if (!Journal.isForeign(file)) {
            return;
        }
        try (LockFile.Held held = new LockFile(files.folder().resolve("lock-aside")).acquire(LONGEST_WAIT)) {
            // Another process may have done so meanwhile, and what it has begun must stay.
            if (Journal.isForeign(file)) {
                sayDamaged(moveAside(file));
            }
        }
    }

    /** A generation that cannot be read; where somebody folds just now, that one leaves it out. */
    @SuppressWarnings("try") // The lock is held, not used.
    void setAside(GenerationFacts facts) {
        try (LockFile.Held held = new LockFile(files.lock()).acquire(Duration.ZERO)) {
            StoreState state = files.state();
            if (state.generations().contains(facts)) {
                List<GenerationFacts> rest = new ArrayList<>(state.generations());
                rest.remove(facts);
                files.write(new StoreState(rest, state.journals()));
                Files.deleteIfExists(files.keys(facts.id()));
                sayDamaged(moveAside(files.generation(facts.id())));
            }
        } catch (IOException laterThen) {
            sayDamaged(files.generation(facts.id()));
        }
    }

    private Path moveAside(Path file) throws IOException {
        Path aside = file.resolveSibling(
                file.getFileName() + StoreFiles.DAMAGED + clock.instant().toEpochMilli());
        try {
            Files.move(file, aside);
            return aside;
        } catch (IOException failure) {
            throw FileProblem.explain("set aside", file, failure);
        }
    }

    private void sayDamaged(Path kept) {
        if (!saidDamaged) {
            saidDamaged = true;
            warnings.accept("The cache was damaged; it is kept as " + kept + " and a new one was started.");
        }
    }
}
