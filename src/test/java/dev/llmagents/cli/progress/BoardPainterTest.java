package dev.llmagents.cli.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoardPainterTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private TerminalSize size = new TerminalSize(40, 20);
    private List<String> picture = List.of();

    private BoardPainter painter(boolean colour) {
        return new BoardPainter(
                written,
                () -> size,
                now -> picture.stream()
                        .map(line -> new RunBoard.Line(line, RunBoard.Tone.DONE))
                        .toList(),
                colour);
    }

    private void shows(String... lines) {
        picture = Arrays.asList(lines);
    }

    private String output() {
        return written.toString(StandardCharsets.UTF_8);
    }

    private String screen(int columns) {
        Screen screen = new Screen(columns);
        screen.show("$ command\n" + output());
        return screen.text();
    }

    @Test
    void draws_each_picture_in_the_place_of_the_one_before() {
        try (BoardPainter painter = painter(false)) {
            shows("title", "one", "two");
            painter.paint();
            shows("title", "one is done", "2", "three");
            painter.paint();
            assertEquals("$ command\ntitle\none is done\n2\nthree", screen(40));
            shows("title", "1");
            painter.paint();
            assertEquals("$ command\ntitle\n1", screen(40));
        }
    }

    @Test
    void leaves_nothing_behind() {
        try (BoardPainter painter = painter(true)) {
            shows("title", "one", "two");
            painter.paint();
        }
        assertEquals("$ command", screen(40));
        Screen after = new Screen(40);
        after.show("$ command\n" + output() + "the next");
        assertEquals("$ command\nthe next", after.text());
    }

    @Test
    void writes_nothing_at_all_where_there_was_no_picture() {
        painter(false).close();
        assertEquals("", output());
    }

    @Test
    void draws_nothing_after_its_end_and_nothing_twice() {
        BoardPainter painter = painter(false);
        shows("title");
        painter.paint();
        int once = written.size();
        painter.paint();
        assertEquals(once, written.size());
        painter.close();
        int closed = written.size();
        shows("another");
        painter.paint();
        painter.close();
        assertEquals(closed, written.size());
    }

    @Test
    void finds_its_beginning_when_the_terminal_has_become_narrower() {
        BoardPainter painter = painter(false);
        shows("a line of thirty-one characters", "short");
        painter.paint();
        size = new TerminalSize(10, 20);
        shows("now", "short");
        // The first line takes four rows now, the second one.
        written.reset();
        painter.paint();
        assertTrue(output().startsWith("\r\u001b[4A"), output().replace('\u001b', '^'));
        painter.close();
    }

    @Test
    void never_hides_the_cursor_nor_leaves_a_colour_on() {
        try (BoardPainter painter = painter(true)) {
            shows("title", "one");
            painter.paint();
        }
        assertFalse(output().contains("?25l"));
        assertEquals(count("\u001b[32m"), count("\u001b[0m"));
        assertTrue(count("\u001b[32m") > 0);
    }

    @Test
    void uses_no_colour_where_none_is_wanted() {
        try (BoardPainter painter = painter(false)) {
            shows("title", "one");
            painter.paint();
        }
        assertEquals(0, count("m"));
    }

    private int count(String part) {
        return output().split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    @Test
    void goes_on_drawing_by_itself() throws InterruptedException {
        AtomicInteger pictures = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        try (BoardPainter painter = new BoardPainter(
                written,
                () -> size,
                now -> {
                    three.countDown();
                    return List.of(new RunBoard.Line("picture " + pictures.incrementAndGet(), RunBoard.Tone.PLAIN));
                },
                false)) {
            painter.start(Duration.ZERO);
            assertTrue(three.await(30, TimeUnit.SECONDS));
        }
        assertEquals("$ command", screen(40));
    }
}
