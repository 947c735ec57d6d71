package dev.llmagents.report;

import dev.llmagents.agent.Source;
import dev.llmagents.report.RunFacts.AgentRow;
import dev.llmagents.report.RunFacts.Input;
import dev.llmagents.report.RunFacts.Performance;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Facts of runs, made by hand. */
final class SampleFacts {
    private static final String SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private SampleFacts() {}

    static RunFacts rulesAlone() {
        return facts(
                List.of(row("meetmind.coordinator", Source.RULES, "no API key", BigDecimal.ZERO)),
                0,
                0,
                Optional.of(BigDecimal.ZERO),
                BigDecimal.ZERO,
                List.of());
    }

    static RunFacts withModel() {
        return facts(
                List.of(
                        row("meetmind.coordinator", Source.MODEL, null, new BigDecimal("0.0031")),
                        row("meetmind.qa", Source.RULES, "the model's answer was cut", BigDecimal.ZERO)),
                7,
                2,
                Optional.of(new BigDecimal("0.0031")),
                BigDecimal.ZERO,
                List.of("The provider answered slowly."));
    }

    static RunFacts kept() {
        return facts(
                List.of(row("meetmind.coordinator", Source.CACHE, null, BigDecimal.ZERO)),
                1,
                1,
                Optional.of(BigDecimal.ZERO),
                new BigDecimal("0.0031"),
                List.of());
    }

    static RunFacts unpriced() {
        return facts(
                List.of(row("meetmind.coordinator", Source.MODEL, null, null)),
                0,
                0,
                Optional.empty(),
                BigDecimal.ZERO,
                List.of());
    }

    private static RunFacts facts(
            List<AgentRow> agents,
            int added,
            int dropped,
            Optional<BigDecimal> cost,
            BigDecimal saved,
            List<String> warnings) {
        return new RunFacts(
                "meetmind",
                "analyze",
                "20261109-101500-1f2e",
                "default",
                List.of(new Input("kickoff.vtt", SHA, 1234)),
                agents.stream().anyMatch(agent -> agent.source() == Source.RULES),
                warnings,
                agents,
                added,
                dropped,
                new Performance(Duration.ofMillis(420), Duration.ofMillis(300), OptionalLong.of(2659)),
                cost,
                saved);
    }

    private static AgentRow row(String id, Source source, String reason, BigDecimal cost) {
        boolean asked = source != Source.RULES;
        return new AgentRow(
                id,
                source,
                Optional.ofNullable(reason),
                asked ? Optional.of("gpt-4o-mini") : Optional.empty(),
                asked ? Optional.of("openai") : Optional.empty(),
                source == Source.MODEL ? 2100 : 0,
                source == Source.MODEL ? 310 : 0,
                Optional.ofNullable(cost),
                Duration.ofMillis(12),
                asked ? 1 : 0,
                source == Source.CACHE);
    }
}
