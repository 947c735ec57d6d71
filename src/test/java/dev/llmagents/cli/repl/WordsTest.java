package dev.llmagents.cli.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private static List<String> words(String line) {
        return Words.split(line).words();
    }

    @Test
    void blanks_separate_and_quotes_hold_together() {
        assertEquals(List.of("a", "b c", "d e", ""), words("a  'b c'\t\"d e\" ''"));
        assertEquals(List.of("-o", "my minutes.md"), words("-o my\\ minutes.md"));
        assertEquals(List.of("it's"), words("\"it's\""));
    }

    @Test
    void a_backslash_in_a_path_is_a_letter() {
        assertEquals(List.of("C:\\texts\\may.vtt"), words("C:\\texts\\may.vtt"));
        assertEquals(List.of("a\\nb"), words("'a\\nb'"));
    }

    @Test
    void an_exclamation_mark_and_a_dollar_are_letters() {
        assertEquals(List.of("!1", "$HOME", "*"), words("!1 $HOME *"));
    }

    @Test
    void a_backslash_at_the_end_of_a_line_joins_it_with_the_next() {
        assertEquals(List.of("stats", "--by", "agent"), words("stats \\\n--by agent"));
        assertEquals(List.of("sta" + "ts"), words("sta\\\nts"));
    }

    @Test
    void an_open_quote_and_a_last_backslash_want_more() {
        assertTrue(Words.split("a 'b").isOpen());
        assertTrue(Words.split("a \\").isOpen());
        assertFalse(Words.split("a 'b'").isOpen());
        assertFalse(Words.split("").isOpen());
    }

    @Test
    void the_word_under_the_cursor_is_known_with_its_place() {
        Words.Split split = Words.split("analyze 'my mee");
        assertEquals("my mee", split.last());
        assertEquals(8, split.lastStart());
        assertEquals(List.of("analyze"), split.before());
        assertEquals("", Words.split("analyze ").last());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "my minutes.md", "it's", "say \"so\"", "C:\\texts\\may", "a\tb", "åäö 會議"})
    void what_is_escaped_comes_back_the_same(String word) {
        assertEquals(List.of(word), words(Words.escape(word, (char) 0)));
    }
}
