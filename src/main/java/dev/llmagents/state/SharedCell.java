package dev.llmagents.state;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A text in a file for as long as the file can be used, and in memory after that: what it holds then still holds in this
 * process.
 */
final class SharedCell implements Cell {
    private final Cell file;
    private final Consumer<String> trouble;
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
        Optional<Cell> memory = instead();
        if (memory.isPresent()) {
            return memory.get().update(edit);
        }
        try {
            return file.update(text -> {
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
