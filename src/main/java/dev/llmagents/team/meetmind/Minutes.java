package dev.llmagents.team.meetmind;

import java.util.List;

/** What was said, decided and promised. */
public record Minutes(
        List<SummarySentence> summary,
        List<Finding> decisions,
        List<ActionItem> actionItems,
        List<Finding> risks,
        List<Finding> openQuestions) {
    public Minutes {
        summary = List.copyOf(summary);
        decisions = List.copyOf(decisions);
        actionItems = List.copyOf(actionItems);
        risks = List.copyOf(risks);
        openQuestions = List.copyOf(openQuestions);
    }
}
