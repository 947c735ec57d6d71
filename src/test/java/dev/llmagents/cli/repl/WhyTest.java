package dev.llmagents.cli.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhyTest {
    private final Why why = new Why(Reports.of(List.of()));

    @ParameterizedTest
    @ValueSource(
            strings = {"A1", "a1", "actionItems[0]", "actionItems.0", "actionitems[0]", "order new panes", "Order panes"
            })
    void an_item_is_found_by_id_path_and_words(String wanted) {
        assertEquals("""
                actionItems[0] (A1): Order panes
                  owner: Boris
                  said by: a model for meetmind.implementation: gpt-test of openai
                  quote: “Boris, can you order new panes”
                  where: line 3, Hanna, 00:00:20
                  confidence: 0.85
                """, why.of(wanted).text());
    }

    @Test
    void a_field_of_an_item_is_told_with_the_item() {
        assertTrue(why.of("actionItems[0].owner").text().startsWith("actionItems[0].owner: Boris\n"));
        assertTrue(why.of("actionItems.1.owner").text().startsWith("actionItems[1].owner: not known\n"));
    }

    @Test
    void rules_are_named_with_the_reason_no_model_answered() {
        assertTrue(why.of("headline")
                .text()
                .contains("said by: the rules of meetmind.coordinator (no model: no API key)"));
    }

    @Test
    void a_finding_is_its_rules_with_its_evidence() {
        String text = why.of("F1").text();
        assertTrue(text.contains("said by: rule BFL-5-2"), text);
        assertTrue(text.contains("law: 5 kap. 2 § BFL"), text);
        assertTrue(text.contains("evidence: days = 61"), text);
        assertTrue(text.contains("where: a.se, line 7"), text);
    }

    @Test
    void an_item_over_several_meetings_shows_each_quote_with_its_meeting() {
        assertEquals("""
                tasks[0] (L1): Mend the gate
                  said by: the program's rules
                  raised: “I mend the gate” – monday.txt, line 4, Ines
                  done: “The gate is mended” – friday.txt, line 8, Ines
                """, why.of("L1").text());
    }

    @Test
    void a_decision_that_was_turned_around_shows_both_quotes() {
        String text = why.of("contradictions[0]").text();
        assertTrue(text.contains("earlier: “Blue it is” – monday.txt, line 5"), text);
        assertTrue(text.contains("later: “Red after all” – friday.txt, line 9"), text);
    }

    @Test
    void what_is_only_counted_is_nobodys() {
        assertTrue(why.of("participants[0]").text().contains("said by: the program's rules"));
    }

    @Test
    void a_list_shows_what_can_be_asked_for() {
        assertTrue(why.of("actionItems").text().contains("actionItems[1]: Paint the fence"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "actionItems[7]|actionItems has 2 items, [0] to [1]",
                "decisions[0]|decisions has 0 items",
                "foo|the report has headline, summary",
                "actionItems[0].foo|actionItems[0] has id, text, owner",
                "actionItems[99999999999]|actionItems has 2 items"
            })
    void what_is_not_there_says_what_is(String wanted, String told) {
        Why.Answer answer = why.of(wanted);
        assertFalse(answer.isFound());
        assertTrue(answer.text().contains(told), answer.text());
    }

    @Test
    void every_field_that_is_completed_can_be_asked_for() {
        assertFalse(why.fields().isEmpty());
        for (String field : why.fields()) {
            assertTrue(why.of(field).isFound(), field);
        }
    }
}
