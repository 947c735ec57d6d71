package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.Feature;
import dev.llmagents.team.meetmind.Finding;
import dev.llmagents.team.meetmind.Requirement;
import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.transcript.Transcript;
import java.util.List;

/** All that the rules take out of a meeting, from one reading of its sentences. */
public record Extraction(
        List<Finding> decisions,
        List<ActionItem> actionItems,
        List<Finding> risks,
        List<Finding> openQuestions,
        List<Requirement> requirements,
        List<Feature> features) {
    public Extraction {
        decisions = List.copyOf(decisions);
        actionItems = List.copyOf(actionItems);
        risks = List.copyOf(risks);
        openQuestions = List.copyOf(openQuestions);
        requirements = List.copyOf(requirements);
        features = List.copyOf(features);
    }

    public static Extraction of(Transcript transcript, Language language) {
        MeetingText meeting = MeetingText.of(transcript, language);
        return new Extraction(
                Decisions.in(meeting),
                ActionItems.in(meeting, transcript.date()),
                Risks.in(meeting),
                OpenQuestions.in(meeting),
                Requirements.in(meeting),
                Features.in(meeting));
    }
}
