package dev.llmagents.team.meetmind.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FillersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Um, so we uh need the the budget.               | So we need the budget.
            W we go with the th- the blue one.              | We go with the blue one.
            I I'm sure it it's fine.                        | I'm sure it's fine.
            Do you know what kind of screen it is?          | Do you know what kind of screen it is?
            It's, you know, kind of heavy, I mean, solid.   | It's, heavy, solid.
            In the in the end it works.                     | In the end it works.
            A very very small L_C_D_panel.                  | A very very small LCD panel.
            Mm - hmm. Right.                                | Right.
            And there isn't uh d it doesn't open.           | And there isn't it doesn't open.
            That costs two, um.                             | That costs two.
            We had had 10 10 tests.                         | We had had 10 10 tests.
            """)
    void leaves_what_english_writing_would_keep(String said, String shown) {
        assertEquals(shown, Fillers.of(Language.EN).clean(said));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Eh, vi vi måste liksom höja priset.    | Vi måste höja priset.
            Det är öh för dyrt, asså.              | Det är för dyrt.
            Jag tror att att det går.              | Jag tror att det går.
            """)
    void leaves_what_swedish_writing_would_keep(String said, String shown) {
        assertEquals(shown, Fillers.of(Language.SV).clean(said));
    }
}
