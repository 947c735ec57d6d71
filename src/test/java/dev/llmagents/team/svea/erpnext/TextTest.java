package dev.llmagents.team.svea.erpnext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @Test
    void what_was_written_reads_back() {
        List<String> cells = List.of("", "a", "b,c", "d;e", "\"f\"", "g\nh", "å ä ö", "-12.50", "1.00");
        CsvText csv = new CsvText();
        csv.row(cells.toArray(String[]::new)).row("", "").row("x", "");
        String text = new String(csv.bytes(), StandardCharsets.UTF_8);
        assertEquals(List.of(cells, List.of("", ""), List.of("x", "")), CsvText.rows(text));
    }

    @Test
    void reads_what_other_programs_write() {
        assertEquals(List.of(List.of("a", "b"), List.of("c", "")), CsvText.rows("a,b\r\n\"c\","));
        assertEquals(List.of(), CsvText.rows(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+46 8 123", "-2+3", "@x", "\tx", "-", "-1.2.3", "+1"})
    void a_formula_gets_an_apostrophe(String value) {
        assertTrue(CsvText.isFormula(value));
        String text = new String(new CsvText().cell(value).end().bytes(), StandardCharsets.UTF_8);
        assertEquals("'" + value, CsvText.rows(text).get(0).get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "-1.25", "0.00", "abc", "1+1", "a=b"})
    void what_is_no_formula_stays(String value) {
        assertFalse(CsvText.isFormula(value));
    }

    @Test
    void quotation_marks_that_do_not_end_are_told_with_their_line() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> CsvText.rows("a\nb,\"c\nd"))
                .getMessage()
                .startsWith("rad 2:"));
        assertThrows(IllegalArgumentException.class, () -> CsvText.rows("\"a\"b"));
    }

    @ParameterizedTest
    @CsvSource({
        "Östra Blåbär Handel AB, ÖBHA",
        "A B C D E F, ABCDE",
        "ett två, ET",
        "Solo, S",
        "Malmö & Lund (Syd) AB, M&L(A"
    })
    void abbreviates_by_the_first_letters_of_the_words(String name, String abbreviation) {
        assertEquals(abbreviation, CompanySetup.abbreviation(name));
    }

    @Test
    void a_line_has_no_control_characters_and_no_marks_of_direction() {
        assertEquals("a b c", PlainText.line("  a\n\tb\u0000 \u202Ec\u2028 "));
        assertEquals("b x /b y", PlainText.name("=-<b>x</b>y", 140));
    }

    @Test
    void cutting_never_halves_a_character() {
        assertEquals("a", PlainText.cut("a\uD83D\uDE00b", 2));
        assertEquals("a\uD83D\uDE00", PlainText.cut("a\uD83D\uDE00b", 3));
        assertEquals("", PlainText.cut("abc", 0));
    }
}
