package dev.llmagents.state;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A text in a file for as long as the file can be used, and in memory after that: what it holds then still holds in this
 * process.
 */
final class SharedCell implements Cell {
    private final Cell file;
    private final Consumer<String> trouble;
    private final Set<Class<?>> rehearsed = ConcurrentHashMap.newKeySet();
    private Optional<Cell> instead = Optional.empty();
    private String lastKnown = "";

    /** @param trouble is told why the file cannot be used */
    SharedCell(Cell file, Consumer<String> trouble) {
        this.file = file;
        this.trouble = trouble;
    }

    @Override
    public String read() throws IOException {
        Optional<Cell> memory = instead();
        return memory.isPresent() ? memory.get().read() : file.read();
    }

    @Override
    public <T> T update(Edit<T> edit) throws IOException {
        return update(edit, file::update);
    }

    @Override
    public <T> T update(Edit<T> edit, Duration patience) throws IOException {
        return update(edit, remembered -> file.update(remembered, patience));
    }

    private interface Change<T> {
        T of(Edit<T> edit) throws IOException;
    }

    private <T> T update(Edit<T> edit, Change<T> inFile) throws IOException {
        Optional<Cell> memory = instead();
        if (memory.isPresent()) {
            return memory.get().update(edit);
        }
        rehearse(edit);
        try {
            return inFile.of(text -> {
                Edited<T> edited = edit.of(text);
                remember(edited.text().orElse(text));
                return edited;
            });
        } catch (InterruptedIOException othersHoldIt) {
            // The file is well; to count on beside it would let all pass what it says.
            throw othersHoldIt;
        } catch (IOException unusable) {
            trouble.accept(unusable.getMessage());
            return fallBack().update(edit);
        }
    }

    /**
     * Makes the first change of each kind to what nobody keeps. Java reads and prepares classes when they are first used,
     * which takes ten times as long as the change does, and a process that did so while it holds the lock would let all
     * others wait for it.
     */
    private void rehearse(Edit<?> edit) {
        if (rehearsed.add(edit.getClass())) {
            try {
                edit.of(file.read());
            } catch (IOException unreadable) {
                // The change itself meets it next, and says so.
            }
        }
    }

    @Override
    public void close() {
        file.close();
    }

    private synchronized Optional<Cell> instead() {
        return instead;
    }

    private synchronized void remember(String text) {
        lastKnown = text;
    }

    private synchronized Cell fallBack() {
        if (instead.isEmpty()) {
            instead = Optional.of(new MemoryCell(lastKnown));
        }
        return instead.get();
    }
}
