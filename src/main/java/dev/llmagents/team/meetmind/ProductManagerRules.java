package dev.llmagents.team.meetmind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.agent.Checked;
import dev.llmagents.agent.Question;
import dev.llmagents.agent.Rules;
import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.check.Grounding;
import dev.llmagents.team.meetmind.check.Merge;
import dev.llmagents.team.meetmind.check.ModelItems;
import dev.llmagents.team.meetmind.extract.Extraction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code define_requirements} and {@code prioritize_features}: what was asked for, by whom, and how strongly. */
public final class ProductManagerRules implements Rules<ProductManagerRules.Input, Wishes> {
    private static final double MODEL_CONFIDENCE = 0.7;

    /** What the agent works on; {@code extraction} is shared with the implementation agent. */
    public record Input(Meeting meeting, Extraction extraction, AnalysisFramework framework) {}

    @Override
    public Wishes answer(Input input) {
        return new Wishes(input.extraction().requirements(), input.extraction().features());
    }

    @Override
    public List<Question> questions(Input input, Wishes wishes) {
        Meeting meeting = input.meeting();
        List<Question> questions = new ArrayList<>();
        for (AnalysisFramework.Chunk chunk : input.framework().chunks()) {
            questions.add(new Question(
                    Parts.lines(meeting, chunk),
                    Map.of("language", meeting.languageName(), "transcript", meeting.numbered(chunk))));
        }
        return questions;
    }

    @Override
    public Checked<Wishes> check(Input input, Wishes own, List<JsonNode> replies) {
        ModelItems items = new ModelItems(
                new Grounding(input.meeting().transcript(), input.meeting().language()));
        List<Requirement> requirements = new ArrayList<>();
        List<Feature> features = new ArrayList<>();
        for (JsonNode reply : replies) {
            for (ModelItems.Supported item : items.in(reply, "requirements", "text")) {
                requirements.add(new Requirement(
                        item.text(),
                        priority(item.node()),
                        item.evidence().speaker(),
                        1,
                        item.evidence(),
                        MODEL_CONFIDENCE,
                        Source.MODEL));
            }
            for (ModelItems.Supported item : items.in(reply, "features", "name")) {
                Priority priority = priority(item.node());
                features.add(new Feature(
                        item.text(),
                        priority,
                        score(priority),
                        List.of(item.evidence().speaker()),
                        1,
                        item.evidence(),
                        MODEL_CONFIDENCE,
                        Source.MODEL));
            }
        }
        Merge<Requirement> mergeRequirements = new Merge<>(
                input.meeting().language(), Requirement::text, Requirement::evidence, ProductManagerRules::combined);
        Merge<Feature> mergeFeatures = new Merge<>(
                input.meeting().language(), Feature::name, Feature::evidence, ProductManagerRules::combined);
        List<Feature> ranked = new ArrayList<>(mergeFeatures.of(own.features(), features));
        ranked.sort(Comparator.comparingDouble(Feature::score).reversed());
        return new Checked<>(
                new Wishes(mergeRequirements.of(own.requirements(), requirements), ranked),
                requirements.size() + features.size(),
                items.dropped(),
                List.of());
    }

    private static Priority priority(JsonNode node) {
        return switch (node.path("priority").asText("").toLowerCase(Locale.ROOT)) {
            case "must" -> Priority.MUST;
            case "could" -> Priority.COULD;
            case "wont", "won't" -> Priority.WONT;
            default -> Priority.SHOULD;
        };
    }

    /** The weight of one mention. */
    private static double score(Priority priority) {
        return switch (priority) {
            case MUST -> 3;
            case SHOULD -> 2;
            case COULD -> 1;
            case WONT -> 0;
        };
    }

    private static Requirement combined(Requirement own, Requirement told) {
        return new Requirement(
                told.text(),
                told.priority(),
                own.requestedBy(),
                own.mentions(),
                told.evidence(),
                Merge.certainty(own.confidence(), told.confidence()),
                Source.MODEL);
    }

    /** How often and by whom is counted, not told. */
    private static Feature combined(Feature own, Feature told) {
        return new Feature(
                told.name(),
                told.priority(),
                own.score(),
                own.requestedBy(),
                own.mentions(),
                told.evidence(),
                Merge.certainty(own.confidence(), told.confidence()),
                Source.MODEL);
    }
}
