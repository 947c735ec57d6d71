package dev.llmagents.team.svea;

import dev.llmagents.team.svea.rule.Coverage;
import dev.llmagents.team.svea.rule.Finding;
import dev.llmagents.team.svea.rule.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the rules found in the inputs of one run: the ground every agent of the team stands on.
 *
 * @param findings heaviest first; the first is F1
 * @param coverage by input name, which rules ran and which could not
 * @param asOf the day on which the case is judged
 */
public record ComplianceCase(
        List<CaseInput> inputs,
        CompanyFacts company,
        List<Finding> findings,
        SortedMap<String, List<Coverage>> coverage,
        LocalDate asOf) {
    public ComplianceCase {
        inputs = List.copyOf(inputs);
        List<Finding> sorted = new ArrayList<>(findings);
        // Stable: findings of one rule stay in the order of the file.
        sorted.sort(Comparator.comparing(Finding::severity));
        findings = List.copyOf(sorted);
        coverage = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(coverage));
    }

    /** The name of the finding at {@code index}: F1 is the first. */
    public static String id(int index) {
        return "F" + (index + 1);
    }

    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Findings by the rule that made them, heaviest first, with their ids. */
    public Map<String, List<Integer>> byRule() {
        Map<String, List<Integer>> byRule = new java.util.LinkedHashMap<>();
        for (int index = 0; index < findings.size(); index++) {
            byRule.computeIfAbsent(findings.get(index).rule().id(), rule -> new ArrayList<>())
                    .add(index);
        }
        return byRule;
    }
}
