package dev.llmagents.team.svea.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.Coverage;
import dev.llmagents.team.svea.rule.Family;
import dev.llmagents.team.svea.rule.Finding;
import dev.llmagents.team.svea.rule.Rule;
import dev.llmagents.team.svea.rule.RuleCatalogue;
import dev.llmagents.team.svea.rule.Severity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentChecksTest {
    private static final CheckOptions OPTIONS = new CheckOptions(LocalDate.of(2026, 11, 22));

    private static Assessment assess(String name, byte[] bytes) throws Exception {
        Assessment assessment = new Assessment(RuleCatalogue.builtIn(), name);
        DocumentChecks.run(SveaDocuments.read(name, bytes), OPTIONS, assessment);
        return assessment;
    }

    private static Assessment sample(String name) throws Exception {
        return assess(name, Files.readAllBytes(Path.of("samples/svea", name)));
    }

    private static String rules(Assessment assessment) {
        return String.join(
                " ",
                new TreeSet<>(assessment.findings().stream()
                        .map(finding -> finding.rule().id())
                        .toList()));
    }

    @ParameterizedTest
    @CsvSource({
        "faktura-utan-fel.xml, ''",
        "faktura-med-fel.xml, FAK-005 FAK-014 FAK-018 FAK-020 ID-005 PEP-C-049 SE-R-001 SE-R-005 SE-R-008 SE-R-009 SE-R-013",
        "faktura-i-text.txt, FAK-014",
        "registerforteckning.csv, ''",
        "registerforteckning-med-brister.yaml, GDP-001 GDP-005 GDP-007 GDP-008 GDP-009 GDP-010 GDP-011 GDP-012 GDP-013 GDP-014 GDP-015",
        "integritetspolicy.md, GDP-015 GDP-018 GDP-019",
        "arkiveringsrutin.md, POL-001 POL-002 POL-003 POL-004 POL-010",
        "scenario.txt, GDP-016 POL-005 POL-006 POL-008 POL-009"
    })
    void each_sample_has_the_findings_it_was_written_for(String name, String expected) throws Exception {
        assertEquals(expected, rules(sample(name)));
    }

    @Test
    void no_text_has_a_place_left_open_and_no_rule_is_unknown() throws Exception {
        for (String name : List.of(
                "faktura-med-fel.xml",
                "registerforteckning-med-brister.yaml",
                "arkiveringsrutin.md",
                "scenario.txt",
                "integritetspolicy.md",
                "faktura-i-text.txt")) {
            for (Finding finding : sample(name).findings()) {
                String said = finding.message() + finding.suggestion();
                assertTrue(said.indexOf('{') < 0, finding.rule().id() + ": " + said);
                assertTrue(finding.severity() != Severity.EJ_BEDOMT
                        || !finding.message().isEmpty());
            }
        }
    }

    @Test
    void a_text_about_nothing_gives_only_coverage_with_reasons() throws Exception {
        Assessment assessment = assess("a.txt", "Ladugården ska målas röd.".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), assessment.findings());
        assertTrue(assessment.coverage().stream()
                .map(Coverage::ruleId)
                .toList()
                .containsAll(List.of("GDP-001", "GDP-016", "POL-001", "ID-003")));
        assertTrue(assessment.coverage().stream()
                .filter(coverage -> coverage.state() == Coverage.State.NOT_ASSESSED)
                .allMatch(coverage -> !coverage.reason().isEmpty()));
    }

    @Test
    void the_catalogue_holds_every_rule_of_these_families() {
        RuleCatalogue catalogue = RuleCatalogue.builtIn();
        Set<Family> families = Set.of(Family.INVOICE, Family.IDENTIFIERS, Family.GDPR, Family.POLICY);
        List<Rule> rules = catalogue.all().stream()
                .filter(rule -> families.contains(rule.family()))
                .toList();
        assertEquals(20 + 13 + 19 + 8 + 20 + 10, rules.size());
        for (Rule rule : rules) {
            assertTrue(
                    !rule.title().isEmpty()
                            && (!rule.ground().isEmpty() || rule.id().equals("POL-010")),
                    rule.id());
        }
    }

    @Test
    void says_the_same_in_every_locale() throws Exception {
        Locale before = Locale.getDefault();
        List<String> expected = sample("registerforteckning-med-brister.yaml").findings().stream()
                .map(Finding::message)
                .toList();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertEquals(
                    expected,
                    sample("registerforteckning-med-brister.yaml").findings().stream()
                            .map(Finding::message)
                            .toList());
        } finally {
            Locale.setDefault(before);
        }
    }
}
