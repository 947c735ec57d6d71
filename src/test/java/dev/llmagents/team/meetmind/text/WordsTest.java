package dev.llmagents.team.meetmind.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Don’t use the user-friendly one!     | don't use the user-friendly one
            Göran låg 12,5 % över               | göran låg 12,5 över
            The L_C_D_ and L_C_D_panel          | the lcd and lcd panel
            Kay - so, -- no                     | kay so no
            """)
    void are_lower_case_and_keep_what_belongs_inside(String text, String words) {
        assertEquals(words, String.join(" ", Words.of(text)));
    }

    @Test
    void stop_words_know_both_languages() {
        assertTrue(StopWords.of(Language.EN).contains("basically"));
        assertFalse(StopWords.of(Language.EN).contains("budget"));
        assertTrue(StopWords.of(Language.SV).contains("också"));
        assertFalse(StopWords.of(Language.SV).contains("prognos"));
    }

    @Test
    void stems_join_inflected_forms() {
        Stems english = Stems.of(Language.EN);
        assertEquals(english.of("button"), english.of("buttons"));
        Stems swedish = Stems.of(Language.SV);
        assertEquals(swedish.of("leverantören"), swedish.of("leverantörer"));
    }
}
