package dev.llmagents.cli.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ReplTest {
    @TempDir
    private Path home;

    @Test
    void a_command_is_run_as_it_was_typed_and_the_programs_name_is_forgiven() {
        Scripted repl = Scripted.of("tool 'a b' -x", "llm-agents tool", "scripts/llm-agents tool y", "# a remark", "");
        assertEquals(0, repl.run(home));
        assertEquals(List.of(List.of("tool", "a b", "-x"), List.of("tool"), List.of("tool", "y")), repl.commands());
    }

    @Test
    void the_exit_code_is_that_of_the_last_line_that_failed_and_the_rest_is_run() {
        AtomicInteger count = new AtomicInteger(3);
        Scripted repl = Scripted.doing(call -> count.incrementAndGet() == 6 ? 0 : count.get(), "tool", "tool", "tool");
        assertEquals(5, repl.run(home));
        assertEquals(3, repl.commands().size());
    }

    @Test
    void what_is_set_for_the_session_goes_to_team_commands_unless_they_say_otherwise() {
        Scripted repl = Scripted.of(
                "/mode offline",
                "/tenant acme",
                "/model gpt-4.1",
                "tool x",
                "tool x --tenant=own --offline --provider gemini",
                "tool --replay rec",
                "stats",
                "/model -",
                "/tenant -",
                "/mode -",
                "tool");
        assertEquals(0, repl.run(home));
        assertEquals(
                List.of(
                        List.of("tool", "--mode", "offline", "--model", "gpt-4.1", "--tenant", "acme", "x"),
                        List.of("tool", "x", "--tenant=own", "--offline", "--provider", "gemini"),
                        List.of("tool", "--tenant", "acme", "--replay", "rec"),
                        List.of("stats"),
                        List.of("tool")),
                repl.commands());
        assertEquals(
                "llm-agents [offline, gpt-4.1, tenant acme]> ", repl.prompts().get(3));
        assertEquals("llm-agents> ", repl.prompts().get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/mode fast", "/tenant a/b", "/model a b", "/nothing", "tolo", "/why", "/save", "tool 'open"})
    void what_cannot_be_done_is_said_and_leads_on(String line) {
        Scripted repl = Scripted.of(line);
        repl.session().reported(Reports.of(List.of()));
        assertEquals(2, repl.run(home));
        assertTrue(repl.err().strip().matches("(?s).{20,}[.?]"), repl.err());
        assertEquals(List.of(), repl.commands());
    }

    @Test
    void a_word_that_is_nearly_a_command_is_guessed() {
        Scripted repl = Scripted.of("stts", "/trce");
        assertEquals(2, repl.run(home));
        assertTrue(repl.err().contains("did you mean stats?"), repl.err());
        assertTrue(repl.err().contains("did you mean /trace?"), repl.err());
    }

    @Test
    void several_pasted_command_lines_are_run_one_after_the_other() {
        Scripted repl = Scripted.of("tool a\n\n# why\ntool \"b\nc\"", "tool a\nllm-agents tool b\n");
        assertEquals(2, repl.run(home));
        assertEquals(List.of(List.of("tool", "a"), List.of("tool", "b")), repl.commands());
    }

    @Test
    void a_command_may_go_on_over_lines() {
        Scripted repl = Scripted.of("tool a \\\n--b", "tool 'c\nd'");
        assertEquals(0, repl.run(home));
        assertEquals(List.of(List.of("tool", "a", "--b"), List.of("tool", "c\nd")), repl.commands());
    }

    @Test
    void a_paste_of_text_is_no_command_and_not_lost() {
        String text = "Anna: tool\n".repeat(5_000);
        Scripted repl = Scripted.of(text, text, "tool -", "tool -");
        assertEquals(2, repl.run(home));
        assertTrue(repl.err().contains("5000 lines of text"), repl.err());
        // A paste that arrives in two parts is one.
        assertEquals(List.of(text + text, "typed\n"), repl.read());
    }

    @Test
    void a_question_before_there_is_a_report_leads_to_one() {
        Scripted repl = Scripted.of("who sends the plan?");
        assertEquals(2, repl.run(home));
        assertTrue(repl.err().contains("meetmind analyze FILE"), repl.err());
    }

    @Test
    void a_question_is_answered_by_search_where_no_model_may_be_asked() {
        Scripted repl = Scripted.of("don't forget who orders the panes");
        repl.session()
                .reported(Reports.of(List.of(
                        new Passage("line 1, Anna", "Welcome to the meeting"),
                        new Passage("line 3, Boris", "I order the panes\u001B[2J tomorrow"))));
        assertEquals(0, repl.run(home));
        assertTrue(repl.err().contains("no model may be asked"), repl.err());
        assertTrue(repl.out().contains("line 3, Boris: I order the panes"), repl.out());
        assertTrue(repl.out().contains("report, actionItems[0]: Order panes; owner: Boris"), repl.out());
        assertFalse(repl.out().contains("\u001B"), "an escape sequence of the input reached the terminal");
    }

    @Test
    void a_report_is_saved_in_the_format_of_its_files_name() throws IOException {
        Scripted repl = Scripted.of("/save 'my minutes.md'", "/save x.json", "/save x.csv", "/save nowhere/x.md");
        repl.session().reported(Reports.of(List.of()));
        assertEquals(2, repl.run(home));
        assertEquals("# Two panes\n", Files.readString(home.resolve("my minutes.md")));
        assertEquals(Reports.JSON, Files.readString(home.resolve("x.json"), StandardCharsets.UTF_8));
        assertFalse(Files.exists(home.resolve("x.csv")));
        assertTrue(repl.err().contains("there is no folder"), repl.err());
    }

    @Test
    void the_trace_tells_who_answered() {
        Scripted repl = Scripted.of("/trace");
        repl.session().reported(Reports.of(List.of()));
        assertEquals(0, repl.run(home));
        assertTrue(
                repl.out()
                        .matches(
                                "(?s).*meetmind\\.implementation +model +openai/gpt-test +12 ms +100\\+20 +0\\.001\\n.*"),
                repl.out());
        assertTrue(repl.out().contains("Run abcdef012345: meetmind analyze, 30 ms"), repl.out());
    }

    @Test
    void a_run_of_the_rules_is_replayed_by_running_it_again_offline() {
        Scripted repl = Scripted.doing(
                call -> {
                    call.onlooker().reported(Reports.of(List.of()));
                    return 0;
                },
                "tool run x --mode auto",
                "/replay",
                "tool run -",
                "/replay");
        assertEquals(2, repl.run(home));
        assertEquals(
                List.of(
                        List.of("tool", "run", "x", "--mode", "auto"),
                        List.of("tool", "run", "x", "--mode", "offline"),
                        List.of("tool", "run", "-")),
                repl.commands());
        assertTrue(repl.err().contains("which is not kept"), repl.err());
    }

    @Test
    void ctrl_c_breaks_off_the_runs_of_a_command_and_the_session_goes_on() {
        CountDownLatch broken = new CountDownLatch(1);
        AtomicReference<Scripted> self = new AtomicReference<>();
        Scripted repl = Scripted.doing(
                call -> {
                    if (call.arguments().contains("long")) {
                        call.onlooker().began(broken::countDown, Optional::empty);
                        self.get().interrupt();
                        await(broken);
                    }
                    return 0;
                },
                "tool long",
                "tool short");
        self.set(repl);
        assertEquals(130, repl.run(home));
        assertEquals(List.of(List.of("tool", "long"), List.of("tool", "short")), repl.commands());
    }

    @Test
    void a_run_that_begins_after_ctrl_c_is_broken_off_at_once() {
        AtomicInteger broken = new AtomicInteger();
        AtomicReference<Scripted> self = new AtomicReference<>();
        CountDownLatch first = new CountDownLatch(1);
        Scripted repl = Scripted.doing(
                call -> {
                    call.onlooker().began(first::countDown, Optional::empty);
                    self.get().interrupt();
                    await(first);
                    call.onlooker().began(broken::incrementAndGet, Optional::empty);
                    return 0;
                },
                "tool");
        self.set(repl);
        assertEquals(130, repl.run(home));
        assertEquals(1, broken.get());
    }

    @Test
    void a_command_without_runs_is_interrupted() {
        AtomicReference<Scripted> self = new AtomicReference<>();
        Scripted repl = Scripted.doing(
                call -> {
                    self.get().interrupt();
                    await(new CountDownLatch(1));
                    return 0;
                },
                "tool");
        self.set(repl);
        assertEquals(130, repl.run(home));
    }

    @Test
    void a_second_ctrl_c_leaves_a_command_behind_and_its_words_unsaid() throws InterruptedException {
        CountDownLatch left = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        AtomicReference<Scripted> self = new AtomicReference<>();
        Scripted repl = Scripted.doing(
                call -> {
                    if (call.arguments().contains("deaf")) {
                        call.onlooker().began(() -> {}, Optional::empty);
                        self.get().interrupt();
                        self.get().interrupt();
                        awaitDeaf(left);
                        write(call, "too late");
                        ended.countDown();
                    } else {
                        left.countDown();
                        await(ended);
                        write(call, "in time");
                    }
                    return 0;
                },
                "tool deaf",
                "tool");
        self.set(repl);
        assertEquals(130, repl.run(home));
        assertEquals("in time", repl.out());
        assertTrue(repl.err().contains("Left behind"), repl.err());
        ended.await();
    }

    @Test
    void a_command_that_fails_in_an_unforeseen_way_does_not_end_the_session() {
        Scripted repl = Scripted.doing(
                call -> {
                    if (call.arguments().contains("bad")) {
                        throw new IllegalStateException("words of the input");
                    }
                    return 0;
                },
                "tool bad",
                "tool");
        assertEquals(1, repl.run(home));
        assertEquals(2, repl.commands().size());
        assertTrue(repl.err().contains("Internal error: java.lang.IllegalStateException"), repl.err());
        assertFalse(repl.err().contains("words of the input"), repl.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/quit", "/exit", "quit", "exit"})
    void leaving_leaves_the_rest_undone(String line) {
        Scripted repl = Scripted.of(line, "tool");
        assertEquals(0, repl.run(home));
        assertEquals(List.of(), repl.commands());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitDeaf(CountDownLatch latch) {
        boolean done = false;
        while (!done) {
            try {
                latch.await();
                done = true;
            } catch (InterruptedException ignored) {
                // That is what being deaf means.
            }
        }
    }

    private static void write(CommandLines.Call call, String text) {
        try {
            call.out().write(text.getBytes(StandardCharsets.UTF_8));
            call.out().flush();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
