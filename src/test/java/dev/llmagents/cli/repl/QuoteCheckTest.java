package dev.llmagents.cli.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuoteCheckTest {
    private static final Passage ANNA = new Passage("line 3, Anna", "I’ll send the  plan – by Friday, 14 pages.");
    private static final Passage BO = new Passage("line 4, Bo", "Fine with me.");

    private static Optional<Passage> source(String text, String quote) {
        return new QuoteCheck(List.of(BO, ANNA), "Who sends the plan in 2026?")
                .source(new SentenceStream.Claim(text, quote));
    }

    @Test
    void a_quote_is_found_whatever_its_case_its_blanks_and_its_marks() {
        assertEquals(Optional.of(ANNA), source("Anna sends it.", "“I'll send the plan - by friday…”"));
    }

    @Test
    void words_nobody_said_have_no_source() {
        assertEquals(Optional.empty(), source("Anna sends it.", "I will send the plan"));
    }

    @Test
    void a_quote_of_a_few_letters_proves_nothing() {
        assertEquals(Optional.empty(), source("Anna sends it.", "I"));
        assertEquals(Optional.empty(), source("Anna sends it.", ""));
        assertEquals(Optional.empty(), source("", "send the plan"));
    }

    @Test
    void a_number_has_to_stand_in_the_passage_or_in_the_question() {
        assertEquals(Optional.of(ANNA), source("It has 14 pages, in 2026.", "send the plan"));
        assertEquals(Optional.empty(), source("It has 15 pages.", "send the plan"));
    }
}
