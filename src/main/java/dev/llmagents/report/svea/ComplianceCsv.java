package dev.llmagents.report.svea;

import dev.llmagents.report.RunFacts;
import dev.llmagents.report.clean.CsvText;
import dev.llmagents.team.svea.ComplianceCase;
import dev.llmagents.team.svea.rule.Finding;
import java.util.List;

/** The findings as CSV (RFC 4180), one line each. Safe for threads. */
final class ComplianceCsv implements ComplianceRenderer {
    private static final String HEADER =
            "id,severity,rule,file,line,subject,message,ground,evidence,suggestion,source,accepted_by";
    private static final String LINE_END = "\r\n";

    private final boolean marked;

    /** @param marked whether to begin with a byte order mark, which spreadsheets need to read å, ä and ö */
    ComplianceCsv(boolean marked) {
        this.marked = marked;
    }

    @Override
    public String render(JudgedReport report, RunFacts facts) {
        StringBuilder csv = new StringBuilder(marked ? "\uFEFF" : "").append(HEADER).append(LINE_END);
        List<Finding> findings = report.findings();
        for (int index = 0; index < findings.size(); index++) {
            Finding finding = findings.get(index);
            StringBuilder evidence = new StringBuilder();
            finding.evidence().forEach((name, value) -> evidence.append(evidence.isEmpty() ? "" : "; ")
                    .append(name)
                    .append('=')
                    .append(value));
            cell(csv, ComplianceCase.id(index));
            cell(csv, finding.severity().label());
            cell(csv, finding.rule().id());
            cell(csv, finding.place().file());
            cell(csv, finding.place().line().isPresent() ? "" + finding.place().line().getAsInt() : "");
            cell(csv, finding.place().subject().orElse(""));
            cell(csv, finding.message());
            cell(csv, finding.rule().printedGround());
            cell(csv, evidence.toString());
            cell(csv, finding.suggestion());
            cell(csv, finding.source().label());
            csv.append(CsvText.cell(report.acceptance(index).map(entry -> entry.by()).orElse("")))
                    .append(LINE_END);
        }
        return csv.toString();
    }

    private static void cell(StringBuilder csv, String text) {
        csv.append(CsvText.cell(text)).append(',');
    }
}
