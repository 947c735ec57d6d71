package dev.llmagents.report.stats;

import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.TokenUsage;
import dev.llmagents.usage.stats.Dimension;
import dev.llmagents.usage.stats.UsageFigures;
import dev.llmagents.usage.stats.UsageQuery;
import dev.llmagents.usage.stats.UsageReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Usage reports to render. */
final class SampleUsage {
    static final String HOSTILE = "<script>\"|`=1+1\u001b[2J\u202e\\\n${x}";

    private SampleUsage() {}

    static UsageFigures figures(long calls, String cost, Map<String, Long> errors) {
        return new UsageFigures(
                calls + 3,
                calls,
                calls - 1,
                2,
                1,
                1,
                0,
                0,
                new TokenUsage(1_234_567, 200_000, 0, 45_678, 1_000),
                new BigDecimal(cost),
                0,
                new BigDecimal("0.0000001"),
                new TreeMap<>(errors),
                new UsageFigures.Latency(
                        calls,
                        900 * calls,
                        850,
                        4_050,
                        180_000,
                        181_000,
                        UsageFigures.Latency.edges().stream().map(edge -> calls).toList()));
    }

    static UsageReport usual() {
        return report(
                UsageQuery.ALL.by(Dimension.AGENT),
                List.of(
                        new UsageReport.Group(List.of("meetmind.qa"), figures(1_200, "12.5", Map.of("timeout", 3L))),
                        new UsageReport.Group(List.of("svea.vat"), figures(300, "0.000210000", Map.of())),
                        new UsageReport.Group(List.of(""), figures(2, "0", Map.of()))));
    }

    static UsageReport hostile() {
        return report(
                UsageQuery.ALL
                        .by(Dimension.AGENT, Dimension.TEAM)
                        .ofTenant(HOSTILE)
                        .at(ModelTable.builtIn()),
                List.of(new UsageReport.Group(List.of(HOSTILE, HOSTILE), figures(5, "1", Map.of(HOSTILE, 2L)))));
    }

    static UsageReport labelled() {
        return report(
                new UsageQuery(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        StatsPrometheus.DIMENSIONS,
                        Optional.empty()),
                List.of(
                        new UsageReport.Group(
                                List.of("meetmind.qa", "meetmind", "gpt-4.1", "openai", "ok"),
                                figures(7, "1.5", Map.of())),
                        new UsageReport.Group(
                                List.of("meetmind.qa", "meetmind", "gpt-4.1", "openai", "error"),
                                figures(2, "0.5", Map.of("timeout", 2L))),
                        new UsageReport.Group(
                                List.of(HOSTILE, "svea", "gpt-4.1", "openai", "ok"), figures(3, "0", Map.of()))));
    }

    static UsageReport nothing() {
        return new UsageReport(
                UsageQuery.ALL.between(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z")),
                new UsageReport.LogFacts(0, 0, 0, 0, 0, Optional.empty(), Optional.empty()),
                new UsageFigures(
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        TokenUsage.NONE,
                        BigDecimal.ZERO,
                        0,
                        BigDecimal.ZERO,
                        new TreeMap<>(),
                        new UsageFigures.Latency(
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                UsageFigures.Latency.edges().stream()
                                        .map(edge -> 0L)
                                        .toList())),
                List.of(),
                new UsageReport.Series(Dimension.DAY, List.of()));
    }

    private static UsageReport report(UsageQuery query, List<UsageReport.Group> groups) {
        return new UsageReport(
                query,
                new UsageReport.LogFacts(
                        3,
                        2,
                        12_345,
                        1,
                        2,
                        Optional.of(Instant.parse("2026-11-20T10:00:00Z")),
                        Optional.of(Instant.parse("2026-11-22T10:00:00.123Z"))),
                figures(1_502, "12.50021", Map.of("timeout", 3L)),
                groups,
                new UsageReport.Series(
                        Dimension.DAY,
                        List.of(
                                new UsageReport.Point("2026-11-20", 500, 400, 0, new BigDecimal("4.5")),
                                new UsageReport.Point("2026-11-21", 0, 0, 0, BigDecimal.ZERO),
                                new UsageReport.Point("2026-11-22", 1_002, 900, 200, new BigDecimal("8.00021")))));
    }
}
