package dev.llmagents.report.svea;

import dev.llmagents.team.svea.ComplianceReport;
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
