package dev.llmagents.team.meetmind.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
    private final LanguageDetector detector = new LanguageDetector();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Shall we start with the boiler?                    | EN
            Ska vi börja med pannan?                           | SV
            Ja, det fixar jag.                                 | SV
            Yes, I'll do that.                                 | EN
            Yes, I’ll do that.                                 | EN
            Hej!                                               | SV
            Bra.                                               | SV
            Okay.                                              | EN
            Mm-hmm.                                            | EN
            2026-03-02                                         | EN
            ''                                                 | EN
            Åsa Öberg will send it to Jörgen Ström             | EN
            Vi deployar the new release på fredag, okej?       | SV
            The term lagom is Swedish and hard to translate    | EN
            Pannan läcker igen                                 | SV
            """)
    void tells_the_language(String text, Language language) {
        assertEquals(language, detector.detect(text));
    }
}
