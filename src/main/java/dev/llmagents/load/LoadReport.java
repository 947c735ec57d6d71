package dev.llmagents.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A load test and its results, one for each provider it was run with. Immutable.
 *
 * @param version of the program
 * @param workload weights by agent
 * @param fault script of the simulated provider; empty for its usual course
 * @param broken whether the test was broken off
 * @param goals of {@code --slo}; empty if there are none
 */
public record LoadReport(
        Instant started,
        String version,
        LoadPlan plan,
        Map<String, Integer> workload,
        Optional<String> fault,
        Machine machine,
        List<LoadResult> results,
        boolean broken,
        Optional<Slo> goals) {

    public LoadReport {
        results = List.copyOf(results);
    }

    /** Whether all goals were met by all providers, and the figures are to be trusted; so, too, without goals. */
    public boolean isPassed() {
        return goals.isEmpty()
                || results.stream()
                        .allMatch(result -> result.sending().invalid().isEmpty()
                                && goals.get().judge(result).stream().allMatch(Slo.Outcome::met));
    }
}
