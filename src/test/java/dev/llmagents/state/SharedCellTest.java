package dev.llmagents.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharedCellTest {
    private final List<String> told = new ArrayList<>();

    /** A cell whose lock is held while a change is made; it notes which changes were made with it and which without. */
    private static final class Watched implements Cell {
        private final List<String> made = new ArrayList<>();
        private Optional<IOException> trouble = Optional.empty();
        private String text = "";
        private boolean locked;

        @Override
        public String read() throws IOException {
            if (trouble.isPresent()) {
                throw trouble.get();
            }
            return text;
        }

        @Override
        public <T> T update(Edit<T> edit) throws IOException {
            if (trouble.isPresent()) {
                throw trouble.get();
            }
            locked = true;
            Edited<T> edited = edit.of(text);
            locked = false;
            text = edited.text().orElse(text);
            return edited.result();
        }
    }

    private static String add(Cell cell, Watched watched, String what) throws IOException {
        return cell.update(before -> {
            watched.made.add(before + "+" + what + (watched.locked ? " locked" : " rehearsed"));
            return new Cell.Edited<>(Optional.of(before + what), before);
        });
    }

    @Test
    void the_first_change_of_a_kind_is_rehearsed_before_the_lock_is_taken_and_leaves_nothing() throws IOException {
        Watched watched = new Watched();
        Cell cell = new SharedCell(watched, told::add);
        assertEquals("", add(cell, watched, "a"));
        assertEquals("a", add(cell, watched, "b"));
        assertEquals("ab", cell.read());
        assertEquals(List.of("+a rehearsed", "+a locked", "a+b locked"), watched.made);
    }

    @Test
    void what_was_only_rehearsed_is_not_known_when_memory_takes_over() throws IOException {
        Watched watched = new Watched();
        Cell cell = new SharedCell(watched, told::add);
        add(cell, watched, "a");
        watched.trouble = Optional.of(new IOException("cannot write x: no space left"));
        assertEquals("a", add(cell, watched, "b"));
        assertEquals("ab", cell.read());
        assertEquals(List.of("cannot write x: no space left"), told);
    }

    @Test
    void a_lock_that_others_hold_is_no_reason_to_count_beside_them() throws IOException {
        Watched watched = new Watched();
        Cell cell = new SharedCell(watched, told::add);
        watched.trouble = Optional.of(new InterruptedIOException("held"));
        assertThrows(InterruptedIOException.class, () -> add(cell, watched, "a"));
        watched.trouble = Optional.empty();
        assertEquals("", add(cell, watched, "b"));
        assertEquals("b", watched.text);
        assertEquals(List.of(), told);
    }
}
