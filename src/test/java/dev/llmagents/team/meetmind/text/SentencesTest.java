package dev.llmagents.team.meetmind.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.meetmind.transcript.Utterance;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We ship on Friday. Who tests it? Nobody!      | We ship on Friday. / Who tests it? / Nobody!
            Dr. Lind met Mr. Berg. They agreed.           | Dr. Lind met Mr. Berg. / They agreed.
            It costs 12.5 euros. Fine.                    | It costs 12.5 euros. / Fine.
            I saw J. Smith there.                         | I saw J. Smith there.
            It was me and I. Then we left.                | It was me and I. / Then we left.
            Well... maybe. okay so we go                  | Well... / maybe. / okay so we go
            He said "go." Then he went.                   | He said "go." / Then he went.
            Use a queue, e.g. Kafka, for that.            | Use a queue, e.g. Kafka, for that.
            """)
    void ends_an_english_sentence_only_where_it_ends(String text, String expected) {
        assertEquals(expected, cut(text, Language.EN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Vi tar t.ex. Kafka. Det går bra.         | Vi tar t.ex. Kafka. / Det går bra.
            Det gäller bl.a. priset.                 | Det gäller bl.a. priset.
            Vi ses den 3. mars. Hej då!              | Vi ses den 3. mars. / Hej då!
            Mötet börjar kl. 10. Kom i tid.          | Mötet börjar kl. 10. / Kom i tid.
            """)
    void ends_a_swedish_sentence_only_where_it_ends(String text, String expected) {
        assertEquals(expected, cut(text, Language.SV));
    }

    @Test
    void keeps_every_sentence_letter_by_letter_and_numbers_them_through() {
        String text = "  Um,  we — we go.  No!? \u201cYes.\u201d ";
        List<Sentence> sentences = Sentences.of(List.of(utterance("Right. So."), utterance(text)), Language.EN);
        for (int place = 0; place < sentences.size(); place++) {
            Sentence sentence = sentences.get(place);
            assertEquals(place, sentence.index());
            assertTrue(sentence.utterance().text().contains(sentence.text()), sentence.text());
        }
        assertEquals(5, sentences.size());
    }

    @Test
    void cuts_endless_speech_without_marks_before_a_conjunction() {
        String text = "we looked at the price and the customers liked it ".repeat(5_000);
        List<Sentence> sentences = Sentences.of(List.of(utterance(text)), Language.EN);
        for (Sentence sentence : sentences) {
            assertTrue(Words.of(sentence.text()).size() <= Sentences.LONGEST_WORDS, sentence.text());
        }
        assertTrue(
                sentences.get(1).text().startsWith("and the customers"),
                sentences.get(1).text());
    }

    private static String cut(String text, Language language) {
        StringBuilder out = new StringBuilder();
        for (Sentence sentence : Sentences.of(List.of(utterance(text)), language)) {
            out.append(out.length() == 0 ? "" : " / ").append(sentence.text());
        }
        return out.toString();
    }

    private static Utterance utterance(String text) {
        return new Utterance(1, Optional.empty(), Optional.empty(), "Ada", text);
    }
}
