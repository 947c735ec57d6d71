package dev.llmagents.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FilledTextTest {
    @Test
    void lines_break_between_words_and_use_the_last_column() {
        assertEquals("one two\nthree\nfour", FilledText.of("one two three four", 7, 0));
    }

    @Test
    void further_lines_are_set_in() {
        assertEquals("  Try  one\n       two\n       six", FilledText.of("  Try  one two six", 10, 7));
    }

    @Test
    void a_word_that_is_longer_than_a_line_stays_whole() {
        assertEquals("see\n/home/anna/long/path\nfor it", FilledText.of("see /home/anna/long/path for it", 8, 0));
    }

    @Test
    void wide_letters_take_two_columns() {
        assertEquals("会議\n会議", FilledText.of("会議 会議", 8, 0));
    }

    @Test
    void without_a_width_nothing_is_broken() {
        assertEquals("one two three four", FilledText.of("one two three four", 0, 0));
    }
}
