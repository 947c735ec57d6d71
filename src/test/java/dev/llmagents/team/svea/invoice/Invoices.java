package dev.llmagents.team.svea.invoice;

import dev.llmagents.document.XmlTree;
import dev.llmagents.team.svea.invoice.Invoice.Syntax;
import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.Coverage;
import dev.llmagents.team.svea.rule.Finding;
import dev.llmagents.team.svea.rule.RuleCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The sample invoice without errors, and what becomes of it when something is changed. */
final class Invoices {
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    private Invoices() {}

    /** The sample with replacements, from and to in turns; each has to be found. */
    static String xml(String... replacements) throws IOException {
        String xml = Files.readString(Path.of("samples/svea/faktura-utan-fel.xml"));
        for (int i = 0; i < replacements.length; i += 2) {
            if (!xml.contains(replacements[i])) {
                throw new IllegalArgumentException("not in the sample: " + replacements[i]);
            }
            xml = xml.replace(replacements[i], replacements[i + 1]);
        }
        return xml;
    }

    static Invoice read(String xml) throws IOException {
        return UblReader.read(XmlTree.read("faktura.xml", xml), Syntax.UBL);
    }

    static Assessment assess(String xml) throws IOException {
        Assessment assessment = new Assessment(RuleCatalogue.builtIn(), "faktura.xml");
        InvoiceChecks.run(read(xml), AS_OF, assessment);
        return assessment;
    }

    /** The ids of the rules that found something, in order and once each. */
    static List<String> rules(Assessment assessment) {
        return assessment.findings().stream()
                .map(finding -> finding.rule().id())
                .distinct()
                .sorted()
                .toList();
    }

    static List<String> messages(Assessment assessment) {
        return assessment.findings().stream().map(Finding::message).toList();
    }

    static boolean isAssessed(Assessment assessment, String rule) {
        return assessment.coverage().stream()
                .anyMatch(coverage -> coverage.ruleId().equals(rule) && coverage.state() == Coverage.State.RAN);
    }
}
