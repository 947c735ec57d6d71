package dev.llmagents.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.llmagents.team.meetmind.text.Language;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WhoAnsweredTest {
    @Test
    void says_nothing_when_rules_alone_answered() {
        assertEquals(Optional.empty(), WhoAnswered.sentence(SampleFacts.rulesAlone(), Language.EN));
    }

    @Test
    void says_what_a_model_added_what_was_dropped_and_what_it_cost() {
        assertEquals(
                Optional.of("The model added 7 items and had 2 dropped as unsupported; it cost $0.0031."),
                WhoAnswered.sentence(SampleFacts.withModel(), Language.EN));
        assertEquals(
                Optional.of(
                        "Modellen lade till 7 punkter och fick 2 strukna utan stöd i mötet; det kostade 0,0031 dollar."),
                WhoAnswered.sentence(SampleFacts.withModel(), Language.SV));
    }

    @Test
    void says_that_kept_answers_cost_nothing() {
        assertEquals(
                Optional.of("The model added 1 item and had 1 dropped as unsupported; its answers were kept ones, which"
                        + " saved $0.0031."),
                WhoAnswered.sentence(SampleFacts.kept(), Language.EN));
    }

    @Test
    void does_not_call_an_unknown_price_nothing() {
        assertEquals(
                Optional.of("The model added nothing; its price is not known."),
                WhoAnswered.sentence(SampleFacts.unpriced(), Language.EN));
    }
}
