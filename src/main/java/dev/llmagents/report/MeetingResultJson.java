package dev.llmagents.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.agent.Source;
import dev.llmagents.json.Json;
import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.Feature;
import dev.llmagents.team.meetmind.Finding;
import dev.llmagents.team.meetmind.MeetingPlan;
import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.QualityReport;
import dev.llmagents.team.meetmind.Requirement;
import dev.llmagents.team.meetmind.SummarySentence;
import dev.llmagents.team.meetmind.Topic;
import dev.llmagents.team.meetmind.transcript.Participant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The {@code result} of the JSON output. Nothing in it is measured: equal reports give equal bytes. */
final class MeetingResultJson {
    private static final int PLACES = 4;

    private MeetingResultJson() {}

    /** The one meeting, or all of them with their action items in the order in which they are due. */
    static ObjectNode of(MeetingReports reports) {
        List<MeetingReport> meetings = reports.meetings();
        ObjectNode result = Json.object();
        if (reports.isSingle()) {
            return meeting(result, meetings.get(0));
        }
        ArrayNode array = result.putArray("meetings");
        for (MeetingReport meeting : meetings) {
            meeting(array.addObject().put("name", meeting.transcript().name()), meeting);
        }
        ArrayNode tasks = result.putArray("actionItems");
        for (MeetingTask task : MeetingTask.byDue(reports)) {
            String name = meetings.get(task.meeting()).transcript().name();
            actionItem(tasks.addObject().put("meeting", name), task.id(), task.item());
        }
        return result;
    }

    private static ObjectNode meeting(ObjectNode result, MeetingReport report) {
        result.put("title", report.transcript().title().orElse(null));
        result.put("date", report.transcript().date().map(Object::toString).orElse(null));
        result.put("language", report.language().code());
        result.putObject("headline")
                .put("text", report.headline().text())
                .put("source", report.headline().source().label());
        strings(result.putArray("focus"), report.headline().focus());
        summary(result.putObject("summary"), report.minutes().summary());
        topics(result.putArray("topics"), report);
        findings(result.putArray("decisions"), "D", report.minutes().decisions());
        List<ActionItem> actions = report.minutes().actionItems();
        ArrayNode actionItems = result.putArray("actionItems");
        for (int at = 0; at < actions.size(); at++) {
            actionItem(actionItems.addObject(), "A" + (at + 1), actions.get(at));
        }
        findings(result.putArray("risks"), "R", report.minutes().risks());
        findings(result.putArray("openQuestions"), "Q", report.minutes().openQuestions());
        requirements(result.putArray("requirements"), report.wishes().requirements());
        features(result.putArray("features"), report.wishes().features());
        participants(result.putArray("participants"), report.participants());
        quality(result.putObject("quality"), report.quality());
        plan(result.putObject("plan"), report.plan());
        return result;
    }

    private static void summary(ObjectNode summary, List<SummarySentence> sentences) {
        StringBuilder text = new StringBuilder();
        for (SummarySentence sentence : sentences) {
            text.append(text.isEmpty() ? "" : " ").append(sentence.text());
        }
        summary.put("text", text.toString());
        ArrayNode array = summary.putArray("sentences");
        for (int at = 0; at < sentences.size(); at++) {
            SummarySentence sentence = sentences.get(at);
            ObjectNode node = array.addObject().put("id", "S" + (at + 1)).put("text", sentence.text());
            ground(node, sentence.evidence(), sentence.confidence(), sentence.source());
        }
    }

    private static void topics(ArrayNode array, MeetingReport report) {
        List<Topic> topics = report.framework().topics();
        List<TopicSpan> spans = TopicSpan.of(report);
        for (int at = 0; at < topics.size(); at++) {
            Topic topic = topics.get(at);
            ObjectNode node = array.addObject().put("id", "T" + (at + 1)).put("text", topic.title());
            node.put("firstLine", topic.firstLine()).put("lastLine", topic.lastLine());
            node.put("begins", clock(spans.get(at).begins()));
            node.put("ends", clock(spans.get(at).ends()));
            strings(node.putArray("keyPhrases"), topic.keyPhrases());
            ground(node, topic.evidence(), topic.confidence(), topic.source());
        }
    }

    private static void findings(ArrayNode array, String letter, List<Finding> findings) {
        for (int at = 0; at < findings.size(); at++) {
            Finding finding = findings.get(at);
            ObjectNode node = array.addObject().put("id", letter + (at + 1)).put("text", finding.text());
            ground(node, finding.evidence(), finding.confidence(), finding.source());
        }
    }

    private static void actionItem(ObjectNode node, String id, ActionItem item) {
        node.put("id", id).put("text", item.text());
        node.put("owner", item.owner().orElse(null));
        node.put("due", item.due().map(Object::toString).orElse(null));
        node.put("dueText", item.dueText().orElse(null));
        ground(node, item.evidence(), item.confidence(), item.source());
    }

    private static void requirements(ArrayNode array, List<Requirement> requirements) {
        for (int at = 0; at < requirements.size(); at++) {
            Requirement wish = requirements.get(at);
            ObjectNode node = array.addObject().put("id", "W" + (at + 1)).put("text", wish.text());
            node.put("priority", wish.priority().label());
            node.put("requestedBy", wish.requestedBy());
            node.put("mentions", wish.mentions());
            ground(node, wish.evidence(), wish.confidence(), wish.source());
        }
    }

    private static void features(ArrayNode array, List<Feature> features) {
        for (int at = 0; at < features.size(); at++) {
            Feature feature = features.get(at);
            ObjectNode node = array.addObject().put("id", "F" + (at + 1)).put("text", feature.name());
            node.put("priority", feature.priority().label());
            number(node, "score", feature.score());
            strings(node.putArray("requestedBy"), feature.requestedBy());
            node.put("mentions", feature.mentions());
            ground(node, feature.evidence(), feature.confidence(), feature.source());
        }
    }

    /** What every item ends with: where it was said, how sure it is and who found it. */
    private static void ground(ObjectNode node, Evidence evidence, double confidence, Source source) {
        node.put("quote", evidence.quote());
        node.put("line", evidence.line());
        node.put("speaker", evidence.speaker());
        node.put("start", clock(evidence.start()));
        number(node, "confidence", confidence);
        node.put("source", source.label());
    }

    private static void participants(ArrayNode array, List<Participant> people) {
        for (Participant person : people) {
            ObjectNode node = array.addObject();
            node.put("name", person.name());
            node.put("utterances", person.utterances());
            node.put("words", person.words());
            if (person.talkTime().isPresent()) {
                number(node, "talkSeconds", person.talkTime().get().toMillis() / 1000.0);
            } else {
                node.putNull("talkSeconds");
            }
            number(node, "share", person.share());
        }
    }

    private static void quality(ObjectNode node, QualityReport quality) {
        node.put("verdict", quality.verdict().label());
        ArrayNode checks = node.putArray("checks");
        for (QualityReport.Check check : quality.checks()) {
            checks.addObject()
                    .put("name", check.name())
                    .put("passed", check.passed())
                    .put("total", check.total());
        }
        ArrayNode issues = node.putArray("issues");
        for (QualityReport.Issue issue : quality.issues()) {
            issues.addObject()
                    .put("item", issue.item().isEmpty() ? null : issue.item())
                    .put("problem", issue.problem())
                    .put("source", issue.source().label());
        }
    }

    private static void plan(ObjectNode node, MeetingPlan plan) {
        ArrayNode analyses = node.putArray("analyses");
        for (MeetingPlan.ChosenAnalysis chosen : plan.analyses()) {
            analyses.addObject()
                    .put("analysis", chosen.analysis().label())
                    .put("agent", chosen.agent())
                    .put("why", chosen.why())
                    .put("priority", chosen.priority());
        }
        ArrayNode stages = node.putArray("stages");
        for (List<String> stage : plan.stages()) {
            strings(stages.addArray(), stage);
        }
        MeetingPlan.Estimate estimate = plan.estimate();
        ObjectNode figures = node.putObject("estimate");
        figures.put("calls", estimate.calls());
        figures.put("promptTokens", estimate.promptTokens());
        figures.put("completionTokens", estimate.completionTokens());
        figures.put("model", estimate.model());
        JsonEnvelope.money(figures, "costUsd", estimate.costUsd());
    }

    private static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }

    private static void number(ObjectNode node, String field, double value) {
        JsonEnvelope.plain(node, field, Figures.rounded(value, PLACES));
    }

    private static String clock(Optional<Duration> offset) {
        return offset.map(Figures::isoClock).orElse(null);
    }
}
