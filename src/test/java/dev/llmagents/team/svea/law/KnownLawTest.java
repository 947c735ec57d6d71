package dev.llmagents.team.svea.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.llmagents.team.svea.rule.Rule;
import dev.llmagents.team.svea.rule.RuleCatalogue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownLawTest {
    private final KnownLaw law = new KnownLaw(
            RuleCatalogue.builtIn(), List.of("BFL 5 kap. 2 §", "ABL 25 kap. 13 §", "GDPR art. 30", "BFNAR 2013:2"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BFL 5 kap. 2 § | BFL 5 kap. 2 §",
                "enligt 5 kap. 2 § bokföringslagen | BFL 5 kap. 2 §",
                "se BFL 5:2 | BFL 5 kap. 2 §",
                "Bokföringslagen (1999:1078) 5 kap. 2 § | BFL 5 kap. 2 §",
                "artikel 30.1 i GDPR | GDPR art. 30",
                "art. 33 | GDPR art. 33",
                "BFNAR 2013:2 | BFNAR 2013:2",
                "lagen (2018:1277) | SFS 2018:1277",
                "12 § räntelagen | RänteL 12 §",
                "5 kap. | ? 5 kap."
            })
    void a_reference_has_one_form_however_it_is_written(String text, String reference) {
        List<String> found = LawText.builtIn().in(text).stream()
                .map(LawText.Found::reference)
                .map(LawReference::toString)
                .toList();
        assertEquals(true, found.contains(reference), () -> text + " gives " + found);
    }

    @Test
    void a_range_is_every_section_in_it() {
        List<String> found = LawText.builtIn().in("BFL 5 kap. 6–8 §§").stream()
                .map(hit -> hit.reference().toString())
                .toList();
        assertEquals(List.of("BFL 5 kap. 6 §", "BFL 5 kap. 7 §", "BFL 5 kap. 8 §"), found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Enligt BFL 5 kap. 2 § ska det göras i tid.",
                "BFL kräver det.",
                "BFL 5 kap. handlar om det.",
                "ABL 25:13 gäller.",
                "Mötet börjar 10:30 på rum 5.",
                "Artikel 30 i dataskyddsförordningen"
            })
    void what_the_catalogue_rests_on_is_known(String text) {
        assertEquals(List.of(), law.unknownIn(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Enligt BFL 9 kap. 99 § ska det göras.",
                "17 kap. 55 § aktiebolagslagen",
                "ABL 99:1",
                "artikel 211 i GDPR",
                "BFNAR 2031:9",
                "SFS 2030:1234",
                "enligt 14 kap. 3 §"
            })
    void what_it_does_not_rest_on_is_not(String text) {
        assertFalse(law.unknownIn(text).isEmpty());
    }

    @Test
    void every_ground_of_the_catalogue_is_known_to_itself() {
        KnownLaw own = new KnownLaw(RuleCatalogue.builtIn(), List.of());
        for (Rule rule : RuleCatalogue.builtIn().all()) {
            for (String part : rule.ground().split(";")) {
                assertEquals(List.of(), own.unknownIn(part), rule.id());
            }
        }
    }

    @Test
    void the_numbers_of_a_reference_are_no_amounts() {
        assertEquals(false, law.withoutReferences("BFL 5 kap. 2 § och 40 kr").contains("5"));
        assertEquals(true, law.withoutReferences("BFL 5 kap. 2 § och 40 kr").contains("40"));
    }
}
