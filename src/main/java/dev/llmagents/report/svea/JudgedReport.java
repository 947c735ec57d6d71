package dev.llmagents.report.svea;

import dev.llmagents.team.svea.ComplianceReport;
import dev.llmagents.team.svea.Overview.Verdict;
import dev.llmagents.team.svea.baseline.Baseline;
import dev.llmagents.team.svea.rule.Finding;
import dev.llmagents.team.svea.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A report and which of its findings somebody has accepted.
 *
 * @param accepted entries of the baseline by the index of the finding they cover
 * @param notes on the baseline, Swedish: entries that are over or cover nothing
 */
public record JudgedReport(ComplianceReport report, Map<Integer, Baseline.Entry> accepted, List<String> notes) {
    public JudgedReport {
        accepted = Map.copyOf(accepted);
        notes = List.copyOf(notes);
    }

    public List<Finding> findings() {
        return report.compliance().findings();
    }

    public Optional<Baseline.Entry> acceptance(int index) {
        return Optional.ofNullable(accepted.get(index));
    }

    /** What is left to say once what somebody has accepted is taken away. */
    public Verdict verdict() {
        Verdict found = report.overview().verdict();
        return switch (found) {
            case NOTHING, CLEAN -> found;
            case ERRORS, WARNINGS ->
                open(Severity.FEL) > 0 ? Verdict.ERRORS : open(Severity.VARNING) > 0 ? Verdict.WARNINGS : Verdict.CLEAN;
        };
    }

    /** The verdict as a Swedish sentence without a period; says when it holds only because something was accepted. */
    public String sentence() {
        Verdict verdict = verdict();
        if (verdict == report.overview().verdict()) {
            return verdict.sentence();
        }
        return verdict == Verdict.WARNINGS
                ? "Felen är godtagna sedan tidigare, men det finns varningar att gå igenom"
                : "Alla fel och varningar är godtagna sedan tidigare";
    }

    /** How many findings of a severity nobody has accepted. */
    public long open(Severity severity) {
        long open = 0;
        for (int index = 0; index < findings().size(); index++) {
            if (findings().get(index).severity() == severity && !accepted.containsKey(index)) {
                open++;
            }
        }
        return open;
    }
}
