package dev.llmagents.team.svea.book;

import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.Coverage;
import dev.llmagents.team.svea.rule.Finding;
import dev.llmagents.team.svea.rule.RuleCatalogue;
import dev.llmagents.team.svea.sie.SieFile;
import dev.llmagents.team.svea.sie.SieReader;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;

/** Small books for tests of single rules. */
final class Books {
    static final RuleCatalogue CATALOGUE = RuleCatalogue.builtIn();
    static final BookOptions OPTIONS = BookOptions.asOf(LocalDate.of(2025, 3, 1));

    private Books() {}

    /** A SIE 4E file of a limited company for one year with these records behind its head. */
    static SieFile file(int year, String... records) throws UnreadableInputException {
        String text =
                "#FLAGGA 0\n#PROGRAM x 1\n#FORMAT PC8\n#GEN 20250101\n#SIETYP 4\n#FTYP AB\n#FNAMN \"Prov AB\"\n#RAR 0 "
                        + year + "0101 " + year + "1231\n" + String.join("\n", records) + "\n";
        return SieReader.read("bok-" + year + ".se", text.getBytes(Charset.forName("IBM437")));
    }

    /** A voucher of series A: date, registered and text, then account and amount in turns. */
    static String voucher(int number, String date, String registered, String text, String... rows) {
        StringBuilder voucher =
                new StringBuilder("#VER A " + number + " " + date + " \"" + text + "\" " + registered + "\n{");
        for (int i = 0; i < rows.length; i += 2) {
            voucher.append("\n#TRANS ").append(rows[i]).append(" {} ").append(rows[i + 1]);
        }
        return voucher.append("\n}").toString();
    }

    static List<Finding> findings(SieFile file, String rule) {
        return findings(file, rule, OPTIONS);
    }

    static List<Finding> findings(SieFile file, String rule, BookOptions options) {
        return of(BookAudit.of(file, options, CATALOGUE), rule);
    }

    static List<Finding> of(Assessment assessment, String rule) {
        return assessment.findings().stream()
                .filter(finding -> finding.rule().id().equals(rule))
                .toList();
    }

    static Coverage.State state(SieFile file, String rule) {
        return BookAudit.of(file, OPTIONS, CATALOGUE).coverage().stream()
                .filter(coverage -> coverage.ruleId().equals(rule))
                .findFirst()
                .orElseThrow()
                .state();
    }
}
