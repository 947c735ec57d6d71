package dev.llmagents.report.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CleaningTest {
    @Test
    void line_ends_tabs_and_runs_of_blanks_become_one_space() {
        assertEquals("a b c d e", PlainText.of("  a\r\n b\t\tc\u0085d\u2028\u00A0e \n"));
    }

    @Test
    void escape_sequences_lose_their_escape() {
        assertEquals("\uFFFD[31mred\uFFFD]0;title\uFFFD", PlainText.of("\u001B[31mred\u001B]0;title\u0007"));
        assertEquals("\uFFFD2J", PlainText.of("\u009B2J"));
    }

    @Test
    void a_run_of_commands_shows_as_one_mark() {
        assertEquals("a\uFFFDb", PlainText.of("a\u0000\u0001\u007F\u0090b"));
    }

    @Test
    void invisible_characters_and_turns_of_direction_go() {
        assertEquals(
                "admin",
                PlainText.of("\uFEFFa\u200Bd\u202Em\u2066i\u2069\u200D\u00ADn\u3164\uDB40\uDC41\uDB40\uDD00\u061C"));
    }

    @Test
    void half_characters_and_non_characters_show_as_such() {
        assertEquals("a\uFFFDb\uFFFDc\uFFFD", PlainText.of("a\uD83Db\uDE00c\uFFFE"));
    }

    @Test
    void whole_characters_of_every_plane_and_their_accents_stay() {
        String text = "Åsa é e\u0301 名前 🌱 – “quoted” €";
        assertEquals(text, PlainText.of(text));
    }

    @Test
    void towers_of_marks_are_cut_to_what_languages_use() {
        assertEquals("e" + "\u0301".repeat(4) + "x", PlainText.of("e" + "\u0301".repeat(50) + "x"));
    }

    @ParameterizedTest
    @CsvSource({
        "one two three, 13, one two three",
        "one two three, 12, one two…",
        "one two three, 9, one two…",
        "one two three, 8, one two…",
        "one two three, 7, one…",
        "abcdefghijklmnopqrstuvwxyzabcdefgh, 10, abcdefghi…",
        "🌱🌱🌱🌱, 3, 🌱🌱…",
    })
    void long_text_is_cut_behind_a_word_with_an_ellipsis(String text, int most, String expected) {
        assertEquals(expected, PlainText.of(text, most));
    }

    @Test
    void a_giant_line_costs_no_more_than_what_is_shown_of_it() {
        String cut = PlainText.of("word ".repeat(2_000_000), 280);
        assertTrue(cut.length() <= 280 && cut.endsWith("…"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            ignoreLeadingAndTrailingWhitespace = true,
            quoteCharacter = '\u0001',
            value = {
                "# Heading → \\# Heading",
                "- item → \\- item",
                "+ item → \\+ item",
                "> quote → \\> quote",
                "1. first → 1\\. first",
                "12) twelfth → 12\\) twelfth",
                "1.5 million → 1\\.5 million",
                "=== → \\=\\=\\=",
                "--- → \\---",
                "| a | b | → \\| a \\| b \\|",
                "`code` → \\`code\\`",
                "**bold** _em_ → \\*\\*bold\\*\\* \\_em\\_",
                "snake_case stays → snake_case stays",
                "[link](http://x.example) → \\[link\\](http\\://x.example)",
                "![image](x) → !\\[image\\](x)",
                "[[wiki]] ![[embed]] → \\[\\[wiki\\]\\] !\\[\\[embed\\]\\]",
                "<b>html</b> <!-- c --> → \\<b>html\\</b> \\<!-- c -->",
                "&lt; AT&T → \\&lt; AT\\&T",
                "see www.x.example → see www\\.x.example",
                "a #tag and C# here → a \\#tag and C# here",
                "==mark== %%gone%% → \\=\\=mark\\=\\= \\%\\%gone\\%\\%",
                "a = b and 5 % → a = b and 5 %",
                "$x$ ~~no~~ ^1 → \\$x\\$ \\~\\~no\\~\\~ \\^1",
                "back\\slash → back\\\\slash",
                "Plain words, nothing else. → Plain words, nothing else.",
            })
    void markdown_reads_as_it_was_said(String text, String expected) {
        assertEquals(expected, MarkdownText.of(text, 200));
    }

    @Test
    void markdown_stays_on_its_line() {
        assertEquals("a \\# b \\| c", MarkdownText.of("a\n# b\r\n\r\n| c", 200));
    }

    @Test
    void html_means_nothing_but_itself() {
        assertEquals(
                "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt; &amp;amp;",
                HtmlText.of("<a href=\"x\" title='y'> &amp;", 200));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '\u0001',
            value = {
                "=1+1 → '=1+1",
                "+1+1 → '+1+1",
                "-2+3 → '-2+3",
                "@SUM(A1) → '@SUM(A1)",
                "＝1+1 → '＝1+1",
                "-12.5 → -12.5",
                "+46 → +46",
                "-12,5 → \"-12,5\"",
                "2026-11-13 → 2026-11-13",
                "- a dash → '- a dash",
                "+46 70 123 45 67 → '+46 70 123 45 67",
                "-1.2.3 → '-1.2.3",
                "a; =1+1 → \"a; '=1+1\"",
                "one, two → \"one, two\"",
                "say \"hi\" → \"say \"\"hi\"\"\"",
                "plain → plain",
            })
    void cells_are_shown_and_not_run(String text, String expected) {
        assertEquals(expected, CsvText.cell(text));
    }

    @Test
    void cells_that_begin_with_a_tab_or_a_line_end_are_formulas_too() {
        assertEquals("'=1+1", CsvText.cell("\t=1+1"));
        assertEquals("'=1+1", CsvText.cell("\r\n=1+1"));
    }

    @Test
    void json_shows_controls_and_invisible_characters_as_escapes() {
        assertEquals(
                "{\n\"a\": \"\\u009b\\u202e\\u200b\\u2028\\u007f\\udb40\\udc41å🌱\\ufffd\"}",
                JsonText.safe("{\n\"a\": \"\u009B\u202E\u200B\u2028\u007F\uDB40\uDC41å🌱\uD83D\"}"));
    }
}
