package dev.llmagents.cli.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.app.SessionHistory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The line editor over pipes: what is typed, byte for byte, and what comes of it. */
@Timeout(15)
class TerminalLinesTest {
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final String CTRL_R = "\u0012";
    private static final String UP = "\u0010";
    private static final String PASTE = "\u001B[200~";
    private static final String PASTED = "\u001B[201~";

    @TempDir
    private Path home;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    private interface Use {
        void with(TerminalLines lines) throws IOException;
    }

    /** Types {@code keys} at a terminal of that type, and lets {@code use} read them. */
    private void typing(String type, String keys, Optional<Path> history, Use use) throws IOException {
        PipedOutputStream keyboard = new PipedOutputStream();
        PipedInputStream typed = new PipedInputStream(keyboard, 1 << 20);
        try (Terminal terminal = new ExternalTerminal("test", type, typed, shown, StandardCharsets.UTF_8)) {
            terminal.setSize(Size.of(80, 24));
            Suggestions suggestions = new Suggestions(Scripted.of()::tree, new NothingKnown(), home);
            TerminalLines lines = new TerminalLines(
                    terminal, suggestions, text -> Repl.isCommand(text, Scripted.of()), false, history);
            Thread fingers = new Thread(() -> type(keyboard, keys));
            fingers.start();
            use.with(lines);
            fingers.interrupt();
        }
    }

    /** Ctrl-C only has its meaning while the line before it is being edited, so that is waited for. */
    private void type(PipedOutputStream keyboard, String keys) {
        try (keyboard) {
            String[] parts = keys.split(CTRL_C, -1);
            // Before the prompt stands there it is the terminal that shows what is typed, not the editor.
            while (parts.length > 1 && !shown.toString(StandardCharsets.UTF_8).contains("> ")) {
                Thread.sleep(5);
            }
            for (int at = 0; at < parts.length; at++) {
                keyboard.write(parts[at].getBytes(StandardCharsets.UTF_8));
                keyboard.flush();
                while (at < parts.length - 1
                        && !shown.toString(StandardCharsets.UTF_8).contains(parts[at])) {
                    Thread.sleep(5);
                }
                if (at < parts.length - 1) {
                    keyboard.write(CTRL_C.getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException | InterruptedException over) {
            // The test is done with it. Otherwise whoever waits for more gets the end.
            Thread.currentThread().interrupt();
        }
    }

    private List<String> inputs(String keys, int count) throws IOException {
        return inputs("xterm", keys, count, Optional.empty());
    }

    private List<String> inputs(String type, String keys, int count, Optional<Path> history) throws IOException {
        List<String> inputs = new ArrayList<>();
        typing(type, keys, history, lines -> {
            for (int at = 0; at < count; at++) {
                lines.next("> ").ifPresent(inputs::add);
            }
        });
        return inputs;
    }

    private record NothingKnown() implements Suggestions.Known {
        @Override
        public List<String> models() {
            return List.of();
        }

        @Override
        public List<String> runs() {
            return List.of();
        }

        @Override
        public List<String> agents() {
            return List.of();
        }

        @Override
        public List<String> tenants() {
            return List.of();
        }

        @Override
        public List<String> fields() {
            return List.of();
        }
    }

    @Test
    void a_line_is_read_as_it_was_typed() throws IOException {
        assertEquals(List.of("tool C:\\texts\\å.vtt !1 $x"), inputs("tool C:\\texts\\å.vtt !1 $x\r", 1));
    }

    @Test
    void a_terminal_that_can_do_nothing_does_for_typing() throws IOException {
        assertEquals(List.of("tool a", "stats"), inputs("dumb", "tool a\rstats\r", 2, Optional.empty()));
    }

    @Test
    void an_open_quote_and_a_last_backslash_go_on_in_the_next_line() throws IOException {
        assertEquals(List.of("tool 'a\nb'", "tool \\\nc"), inputs("tool 'a\rb'\rtool \\\rc\r", 2));
    }

    @Test
    void an_apostrophe_in_a_question_does_not() throws IOException {
        assertEquals(List.of("what didn't Anna say?"), inputs("what didn't Anna say?\r", 1));
    }

    @Test
    void ctrl_c_clears_the_line_and_ctrl_d_leaves() throws IOException {
        assertEquals(List.of("stats"), inputs("tool that I" + CTRL_C + "stats\r" + CTRL_D, 2));
    }

    @Test
    void tab_completes_commands_and_files() throws IOException {
        Files.createDirectory(home.resolve("my meetings"));
        Files.writeString(home.resolve("my meetings").resolve("may.vtt"), "x");
        assertEquals(List.of("stats "), inputs("st\t\r", 1));
        assertEquals(List.of("/save my\\ meetings/may.vtt "), inputs("/save my\tma\t\r", 1));
    }

    @Test
    void a_list_of_completions_is_not_coloured_where_colours_are_not_wanted() throws IOException {
        assertEquals(
                List.of("/mode"),
                inputs("/mo\t\tde\r", 1).stream()
                        .map(String::strip)
                        .map(line -> line.substring(0, 5))
                        .toList());
        String list = shown.toString(StandardCharsets.UTF_8);
        assertTrue(list.contains("the model of the commands"), list);
        assertFalse(
                list.matches("(?s).*\u001B\\[[0-9;]*(?:3[0-7]|9[0-7]|4[0-7]|38;5;\\d+)m.*"),
                list.replace('\u001B', '^'));
    }

    @Test
    void what_was_typed_is_there_after_a_restart_in_a_private_file() throws IOException {
        Path file = SessionHistory.file(home.resolve("state"));
        inputs("xterm", "tool first\rtool 'a\rb'\r tool secret\r", 3, Optional.of(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(
                List.of("tool 'a\nb'", "tool first"),
                inputs("xterm", UP + "\r" + CTRL_R + "fir\r", 2, Optional.of(file)));
        assertTrue(Files.readString(file).contains("tool first"), "the first session left no line");
        assertFalse(Files.readString(file).contains("secret"), "a line that begins with a blank was kept");
    }

    @Test
    void a_line_is_in_the_file_before_the_next_is_typed() throws IOException {
        Path file = SessionHistory.file(home.resolve("state"));
        typing("xterm", "tool kept\r", Optional.of(file), lines -> {
            lines.next("> ");
            assertTrue(Files.readString(file).contains("tool kept"), "only written when the session ends");
        });
    }

    @Test
    void a_marked_paste_of_5000_lines_is_one_input() throws IOException {
        String text = "Anna: it's \"half\" done, and tool 7 isn't\n".repeat(5_000);
        List<String> inputs = inputs(PASTE + text + PASTED + "\rstats\r", 2);
        assertEquals(text.strip(), inputs.get(0).strip());
        assertEquals("stats", inputs.get(1));
    }

    @Test
    void a_paste_without_marks_is_one_input_too() throws IOException {
        String text = "Anna: it's half done, and more\r".repeat(3_000);
        assertEquals(
                List.of(text.replace('\r', '\n').strip()),
                inputs(text, 1).stream().map(String::strip).toList());
    }

    @Test
    void a_paste_is_not_kept_in_the_history() throws IOException {
        Path file = SessionHistory.file(home.resolve("state"));
        inputs("xterm", PASTE + "Anna: well\n".repeat(50) + PASTED + "\r", 1, Optional.of(file));
        assertEquals("", Files.readString(file));
    }

    @Test
    void text_is_read_up_to_a_line_of_a_single_point() throws IOException {
        String longLine = "x".repeat(20_000);
        typing(
                "xterm",
                PASTE + "Anna: å\rB.\n" + PASTED + longLine + "\rtyxpo\u007F\u007F\u007Fpo\r.\rstats\r",
                Optional.empty(),
                lines -> {
                    assertEquals(Optional.of("Anna: å\nB.\n" + longLine + "\ntypo\n"), lines.text());
                    assertEquals(Optional.of("stats"), lines.next("> "));
                });
    }

    @Test
    void text_is_read_up_to_ctrl_d_too() throws IOException {
        typing(
                "xterm",
                "Anna: a\rBo: b" + CTRL_D,
                Optional.empty(),
                lines -> assertEquals(Optional.of("Anna: a\nBo: b\n"), lines.text()));
    }
}
