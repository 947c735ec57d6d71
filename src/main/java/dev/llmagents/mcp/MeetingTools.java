package dev.llmagents.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.agent.Workflow;
import dev.llmagents.app.App;
import dev.llmagents.app.MeetingRun;
import dev.llmagents.json.Json;
import dev.llmagents.report.MeetingFormats;
import dev.llmagents.report.MeetingReports;
import dev.llmagents.report.RunFacts;
import dev.llmagents.team.meetmind.text.Language;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** MeetMind as a tool: the transcript's minutes as markdown, and the same as JSON. */
public final class MeetingTools {
    private MeetingTools() {}

    public static List<Tool> of(ToolRuns runs, ReadableFolder folder) {
        return List.of(Tool.of("meetmind_analyze", arguments -> analyze(arguments, runs, folder)));
    }

    private static Tool.Answer analyze(JsonNode arguments, ToolRuns runs, ReadableFolder folder) throws ToolFailure {
        MeetingRun.Options options = new MeetingRun.Options(language(arguments), date(arguments), Map.of());
        var input = GivenInput.of(arguments, "transcript", folder);
        List<String> warnings = new ArrayList<>();
        long start = runs.nanos();
        try (App app = runs.open(warnings::add)) {
            MeetingRun run = new MeetingRun(app.meetMind(), app.access(), options, Workflow.Listener.NONE);
            MeetingRun.Outcome outcome = run.analyze(List.of(input)).get(0);
            if (outcome.result().isEmpty()) {
                throw new ToolFailure(outcome.problem().orElse("The transcript could not be read."));
            }
            RunFacts facts = runs.told(app, List.of(outcome), warnings)
                    .facts(Duration.ofNanos(runs.nanos() - start));
            MeetingReports reports =
                    new MeetingReports(List.of(outcome.result().get().report()));
            return new Tool.Answer(
                    MeetingFormats.MARKDOWN
                            .renderer(MeetingFormats.Destination.PIPE)
                            .render(reports, facts),
                    (ObjectNode) Json.parse(MeetingFormats.JSON
                            .renderer(MeetingFormats.Destination.PIPE)
                            .render(reports, facts)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the report's own JSON cannot be read", impossible);
        }
    }

    private static Optional<Language> language(JsonNode arguments) {
        String code = arguments.path("language").asText("");
        for (Language language : Language.values()) {
            if (language.code().equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(JsonNode arguments) throws ToolFailure {
        return Days.in(arguments, "date");
    }
}
