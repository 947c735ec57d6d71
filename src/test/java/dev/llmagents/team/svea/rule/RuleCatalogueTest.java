package dev.llmagents.team.svea.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleCatalogueTest {
    private final RuleCatalogue catalogue = RuleCatalogue.builtIn();

    @Test
    void every_rule_has_an_id_a_title_and_a_period_that_is_not_empty() {
        assertFalse(catalogue.all().isEmpty());
        for (Rule rule : catalogue.all()) {
            assertTrue(rule.id().matches("[A-Z]+(-[A-Z])?-\\d{3}"), rule.id());
            assertFalse(rule.title().isBlank(), rule.id());
            if (rule.validFrom().isPresent() && rule.validTo().isPresent()) {
                assertFalse(rule.validTo().get().isBefore(rule.validFrom().get()), rule.id());
            }
        }
    }

    @Test
    void what_was_not_read_in_its_source_is_printed_as_not_verified() {
        for (Rule rule : catalogue.all()) {
            assertEquals(
                    !rule.isConfirmed() && !rule.ground().isEmpty(),
                    rule.printedGround().endsWith("(ej verifierat)"),
                    rule.id());
        }
    }

    @Test
    void values_stand_in_the_places_of_their_names_and_are_not_read_again() {
        Assessment assessment = new Assessment(catalogue, "bok.se");
        assessment.find("BFL-001", assessment.line(7).about("A 12"), "ver", "A {diff}", "diff", "10.00");
        Finding finding = assessment.findings().get(0);
        assertEquals("Verifikation A {diff} balanserar inte (10.00 kr)", finding.message());
        assertEquals(Map.of("ver", "A {diff}", "diff", "10.00"), finding.evidence());
        assertEquals(7, finding.place().line().getAsInt());
    }

    @Test
    void a_rule_that_ran_is_not_called_unassessed_afterwards() {
        Assessment assessment = new Assessment(catalogue, "bok.se");
        assessment.notAssessed("BFL-001", "inga verifikationer");
        assessment.ran("BFL-001");
        assessment.notAssessed("BFL-001", "inga verifikationer");
        assertEquals(Coverage.State.RAN, assessment.coverage().get(0).state());
    }
}
