package dev.llmagents.state;

/** A text of this process alone. */
final class MemoryCell implements Cell {
    private String text;

    MemoryCell(String text) {
        this.text = text;
    }

    @Override
    public synchronized String read() {
        return text;
    }

    @Override
    public synchronized <T> T update(Edit<T> edit) {
        Edited<T> edited = edit.of(text);
        text = edited.text().orElse(text);
        return edited.result();
    }
}
