package dev.llmagents.team.meetmind.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.llmagents.team.meetmind.text.Sentence;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishReporterTest {

    private final Reporter reporter =
            new EnglishReporter("the team", Set.of("batteries", "customers", "prices"), Set.of("maria", "tom"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            So I think we should use the rubber case, you know.     | suggested that the team should use the rubber case
            Well, we could sell the device in Norway.               | suggested that the team could sell the device in Norway
            Let's drop the second display entirely.                 | proposed that the team drop the second display entirely
            Batteries are too heavy for the handle.                 | pointed out that batteries were too heavy for the handle
            We've tested the pump with three customers.             | said that the team had tested the pump with three customers
            I'll update the price list before Friday.               | would update the price list before Friday
            I'm going to talk about the market survey.              | talked about the market survey
            Should we order the parts from Poland?                  | asked whether the team should order the parts from Poland
            Do we need a second supplier?                           | asked whether the team needed a second supplier
            How much will it cost per unit?                         | asked how much it would cost per unit
            Tom, can you fix the pump by Wednesday?                 | asked Tom to fix the pump by Wednesday
            We can't raise the price because customers complain.    | pointed out that the team could not raise the price because customers complained
            """)
    void says_in_the_past_and_the_third_person_what_was_done_by_speaking(String said, String reported) {
        assertEquals(List.of(reported), predicates(said));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "And the.",
                "It is that one over there.",
                "We the of is going.",
                "Which is why the.",
                "Thank you very much, Maria.",
                "You should see what they did.",
                "The yellow, it could be lighter.",
                "Red, which was a fruit and a vegetable.",
                "Being wired up and a vibrating pen."
            })
    void says_nothing_where_no_sentence_can_be_made(String said) {
        assertEquals(List.of(), predicates(said));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Then we've decided: we ship with the old page.         | to ship with the old page
            We agreed to meet the supplier in May.                 | to meet the supplier in May
            Okay, so we will not change the colour.                | not to change the colour
            We agreed that the tax table becomes editable.         | that the tax table became editable
            """)
    void words_a_decision_as_what_follows_decided(String said, String wording) {
        assertEquals(Optional.of(wording), reporter.decision(said));
    }

    private List<String> predicates(String text) {
        Utterance utterance = new Utterance(1, Optional.empty(), Optional.empty(), "Maria", text);
        Spoken spoken = Spoken.of(new Sentence(utterance, 0, text), text);
        return reporter.reports(spoken, Optional.of("Tom")).stream()
                .map(Report::predicate)
                .toList();
    }
}
