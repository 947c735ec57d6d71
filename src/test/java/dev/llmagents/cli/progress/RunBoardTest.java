package dev.llmagents.cli.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.agent.Source;
import dev.llmagents.agent.Workflow;
import dev.llmagents.llm.Attempt;
import dev.llmagents.report.Columns;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunBoardTest {
    private static final List<String> AGENTS = List.of("team.reader", "team.writer");

    private final AtomicLong nanos = new AtomicLong();

    private RunBoard board(int inputs) {
        return new RunBoard("team work", AGENTS, inputs, attempt -> Optional.of(new BigDecimal("0.0012")), nanos::get);
    }

    private void pass(long millis) {
        nanos.addAndGet(millis * 1_000_000);
    }

    private static String text(List<RunBoard.Line> lines) {
        return String.join("\n", lines.stream().map(RunBoard.Line::text).toList());
    }

    @Test
    void shows_every_agent_before_the_first_has_begun() {
        assertEquals("""
                team work
                  reader           waiting
                  writer           waiting
                  total: 0.0 s""", text(board(1).tree(79, 20)));
    }

    @Test
    void tells_time_tokens_and_cost_of_each_agent_and_of_all() {
        RunBoard board = board(1);
        board.started("team.reader");
        pass(1500);
        board.attempted("team.reader", Replies.attempt(Attempt.Cause.INITIAL, 1800, 200));
        board.answered(Replies.from("team.reader", Source.MODEL, Optional.empty()));
        board.finished("team.reader");
        board.started("team.writer");
        pass(250);
        assertEquals("""
                team work
                  reader             1.5 s  2,000 tokens, $0.0012, done by model
                  writer             0.3 s  at work
                  total: 2,000 tokens, $0.0012, 1.8 s""", text(board.tree(79, 20)));
    }

    @Test
    void tells_who_answered_and_why_it_was_not_a_model() {
        RunBoard board = board(1);
        board.started("team.reader");
        board.attempted("team.reader", Replies.failed());
        assertTrue(text(board.tree(79, 20)).contains("at work, attempt 2"));
        board.answered(Replies.from(
                "team.reader", Source.RULES, Optional.of(new IllegalStateException("the server is busy"))));
        board.finished("team.reader");
        board.started("team.writer");
        board.attempted("team.writer", Replies.attempt(Attempt.Cause.CACHE, 900, 90));
        board.answered(Replies.from("team.writer", Source.CACHE, Optional.empty()));
        board.finished("team.writer");
        List<RunBoard.Line> lines = board.tree(79, 20);
        assertTrue(lines.get(1).text().endsWith("rules stepped in: the server is busy"), () -> text(lines));
        assertEquals(RunBoard.Tone.TROUBLE, lines.get(1).tone());
        assertTrue(lines.get(2).text().endsWith("done from the cache"), () -> text(lines));
        assertEquals(RunBoard.Tone.DONE, lines.get(2).tone());
        assertFalse(text(lines).contains("990 tokens"), "kept answers are not billed");
    }

    @Test
    void says_so_when_a_price_is_unknown() {
        RunBoard board = new RunBoard("team work", AGENTS, 1, attempt -> Optional.empty(), nanos::get);
        board.started("team.reader");
        board.attempted("team.reader", Replies.attempt(Attempt.Cause.INITIAL, 10, 1));
        assertTrue(text(board.tree(79, 20)).contains("total: 11 tokens, cost unknown, "));
    }

    @Test
    void shows_the_files_at_work_and_counts_the_rest() {
        RunBoard board = board(3);
        Workflow.Listener first = board.about("a.txt");
        first.started("team.reader");
        first.attempted("team.reader", Replies.attempt(Attempt.Cause.INITIAL, 100, 10));
        first.finished("team.reader");
        first.over();
        Workflow.Listener unreadable = board.about("b.txt");
        unreadable.over();
        board.about("c.txt").started("team.writer");
        String text = text(board.tree(79, 20));
        assertTrue(text.startsWith("team work: 2 of 3 files done\n  c.txt\n    reader           waiting"), text);
        assertFalse(text.contains("a.txt"), text);
        assertTrue(text.endsWith("total: 110 tokens, $0.0012, 0.0 s"), text);
    }

    @Test
    void leaves_out_steps_that_are_no_agents() {
        RunBoard board = board(1);
        board.started("team.unpack");
        board.finished("team.unpack");
        assertFalse(text(board.tree(79, 20)).contains("unpack"));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 9, 24})
    void is_never_higher_than_the_terminal(int rows) {
        RunBoard board = board(40);
        for (int i = 0; i < 20; i++) {
            board.about("file" + i).started("team.reader");
        }
        assertTrue(board.tree(79, rows).size() <= rows);
        assertTrue(text(board.tree(79, rows)).contains("at work"));
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 39, 79, 199})
    void no_line_takes_more_columns_than_there_are(int columns) {
        RunBoard board = board(2);
        board.about("会議".repeat(80) + ".txt").started("team.reader");
        for (RunBoard.Line line : board.tree(columns, 20)) {
            assertTrue(Columns.of(line.text()) <= columns, line.text());
        }
    }

    @Test
    void a_file_name_cannot_steer_the_terminal() {
        RunBoard board = board(2);
        board.about("\u001b[2Jevil\r\n\u202Etxt").started("team.reader");
        String text = text(board.tree(79, 20));
        assertTrue(text.contains("evil"), text);
        assertTrue(text.chars().noneMatch(c -> c == 0x1b || c == '\r' || c == 0x202E), text);
    }

    @Test
    void says_on_one_line_how_far_many_files_are() {
        RunBoard board = board(2);
        board.about("a.txt").over();
        pass(2400);
        assertEquals("team work: 1 of 2 files done, 2.4 s", board.line(79).text());
    }
}
