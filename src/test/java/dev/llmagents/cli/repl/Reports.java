package dev.llmagents.cli.repl;

import dev.llmagents.agent.Source;
import dev.llmagents.report.RunFacts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reports for tests: what a team hands over, in small. */
final class Reports {
    static final String JSON = """
            {"result": {
              "headline": {"text": "Two panes", "source": "rules"},
              "summary": {"text": "The roof leaks. Boris orders panes.", "sentences": [
                {"id": "S1", "text": "The roof leaks.", "quote": "The roof leaks", "line": 2, "speaker": "Boris", "source": "rules"}]},
              "actionItems": [
                {"id": "A1", "text": "Order panes", "owner": "Boris", "due": null,
                 "quote": "Boris, can you order new panes", "line": 3, "speaker": "Hanna", "start": "00:00:20",
                 "confidence": 0.85, "source": "model"},
                {"id": "A2", "text": "Paint the fence", "owner": null, "due": null, "quote": "the fence needs paint",
                 "line": 9, "speaker": "Ines", "start": null, "confidence": 0.5, "source": "rules"}],
              "findings": [{"id": "F1", "ruleId": "BFL-5-2", "message": "Booked late", "law": "5 kap. 2 § BFL",
                 "file": "a.se", "line": 7, "evidence": {"days": "61"}, "source": "rules"}],
              "participants": [{"name": "Boris", "words": 10}],
              "meetings": [{"id": "M1", "name": "monday.txt"}, {"id": "M2", "name": "friday.txt"}],
              "tasks": [{"id": "L1", "text": "Mend the gate", "history": [
                {"kind": "raised", "meeting": "M1", "quote": "I mend the gate", "line": 4, "speaker": "Ines", "start": null},
                {"kind": "done", "meeting": "M2", "quote": "The gate is mended", "line": 8, "speaker": "Ines", "start": null}]}],
              "contradictions": [{"earlier": {"text": "Blue", "meeting": "M1", "quote": "Blue it is", "line": 5},
                "later": {"text": "Red", "meeting": "M2", "quote": "Red after all", "line": 9}}],
              "decisions": []}}
            """;

    private Reports() {}

    private static RunFacts.AgentRow row(String agent, Source source, Optional<String> reason, Optional<String> model) {
        return new RunFacts.AgentRow(
                agent,
                source,
                reason,
                model,
                model.map(name -> "openai"),
                100,
                20,
                Optional.of(new BigDecimal("0.001")),
                Duration.ofMillis(12),
                model.isPresent() ? 1 : 0,
                false);
    }

    static LastReport of(List<Passage> input) {
        RunFacts facts = new RunFacts(
                "meetmind",
                "analyze",
                "abcdef012345",
                "default",
                List.of(),
                false,
                List.of(),
                List.of(
                        row("meetmind.implementation", Source.MODEL, Optional.empty(), Optional.of("gpt-test")),
                        row("meetmind.coordinator", Source.RULES, Optional.of("no API key"), Optional.empty())),
                0,
                0,
                new RunFacts.Performance(Duration.ofMillis(30), Duration.ZERO, OptionalLong.empty()),
                Optional.of(BigDecimal.ZERO),
                BigDecimal.ZERO);
        return new LastReport(
                facts,
                label -> label.equals("json")
                        ? Optional.of(JSON)
                        : label.equals("markdown") ? Optional.of("# Two panes\n") : Optional.empty(),
                () -> input,
                List::of);
    }
}
