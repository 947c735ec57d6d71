package dev.llmagents.team.svea.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.Finding;
import dev.llmagents.team.svea.rule.RuleCatalogue;
import dev.llmagents.team.svea.rule.Severity;
import dev.llmagents.team.svea.sie.SieReader;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sound books are called sound, and of planted faults all are found and none invented. */
class PlantedFaultsTest {
    private static final RuleCatalogue CATALOGUE = RuleCatalogue.builtIn();
    private static final BookOptions OPTIONS = BookOptions.asOf(LocalDate.of(2025, 3, 1));

    private static List<Finding> weighty(Draft draft) throws UnreadableInputException {
        Assessment assessment = BookAudit.of(SieReader.read("bok.se", draft.bytes()), OPTIONS, CATALOGUE);
        return assessment.findings().stream()
                .filter(finding -> finding.severity() == Severity.FEL || finding.severity() == Severity.VARNING)
                .toList();
    }

    private static Set<String> rules(List<Finding> findings) {
        Set<String> rules = new TreeSet<>();
        findings.forEach(finding -> rules.add(finding.rule().id()));
        return rules;
    }

    @ParameterizedTest
    @CsvSource({"10, 1", "30, 2", "99, 3", "100, 4", "500, 5", "2000, 6"})
    void sound_books_have_neither_fel_nor_varning(int size, long seed) throws UnreadableInputException {
        Draft draft = SyntheticBooks.of(size, seed);
        assertEquals(size, SieReader.read("bok.se", draft.bytes()).vouchers().size());
        assertEquals(List.of(), weighty(draft));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void each_fault_is_found_by_its_rules_and_by_no_others(Fault fault) throws UnreadableInputException {
        for (int seed = 0; seed < 4; seed++) {
            Draft draft = SyntheticBooks.of(seed < 2 ? 150 : 400, seed);
            fault.plant(draft, new Random(seed));
            assertEquals(fault.rules(), rules(weighty(draft)), fault + " with seed " + seed);
        }
    }

    @ParameterizedTest
    @CsvSource({"300, 11", "1000, 12", "2000, 13"})
    void all_faults_together_are_found_and_none_invented(int size, long seed) throws UnreadableInputException {
        Draft draft = SyntheticBooks.of(size, seed);
        Random random = new Random(seed);
        Set<String> expected = new TreeSet<>();
        // The sum of other bytes than CP437 is not checked, and a month without books leaves too little to plant in.
        for (Fault fault : EnumSet.complementOf(EnumSet.of(Fault.UTF_8, Fault.QUIET_MONTH))) {
            fault.plant(draft, random);
            expected.addAll(fault.rules());
        }
        assertEquals(expected, rules(weighty(draft)));
    }

    @Test
    void every_finding_names_a_line_of_the_file_or_none() throws UnreadableInputException {
        Draft draft = SyntheticBooks.of(300, 21);
        Fault.UNBALANCED.plant(draft, new Random(21));
        String text = new String(draft.bytes(), draft.charset);
        List<String> lines = text.lines().toList();
        Finding finding = weighty(draft).stream()
                .filter(candidate -> candidate.rule().id().equals("BFL-001"))
                .findFirst()
                .orElseThrow();
        int line = finding.place().line().orElseThrow();
        assertTrue(lines.get(line - 1).startsWith("#VER " + finding.evidence().get("ver")), lines.get(line - 1));
        assertEquals("12.34", finding.evidence().get("diff"));
    }

    @Test
    void many_faults_of_a_kind_are_told_with_the_number_of_the_rest() throws UnreadableInputException {
        Draft draft = SyntheticBooks.of(1000, 22);
        for (int i = 0; i < 60; i++) {
            Fault.WRONG_VAT.plant(draft, new Random(i));
        }
        List<Finding> findings = weighty(draft);
        assertEquals(Report.MOST, findings.size());
        String rest = findings.get(Report.MOST - 1).evidence().get("ytterligare");
        assertTrue(rest.startsWith("35 liknande, rad "), rest);
    }
}
