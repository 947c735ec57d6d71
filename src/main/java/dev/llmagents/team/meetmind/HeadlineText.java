package dev.llmagents.team.meetmind;

import dev.llmagents.team.meetmind.text.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rules' headline: the surest decision, and what is due first or how much there is to do. */
final class HeadlineText {
    private HeadlineText() {}

    static String of(Meeting meeting, Minutes minutes) {
        boolean swedish = meeting.language() == Language.SV;
        StringBuilder text = new StringBuilder(counts(minutes, swedish));
        minutes.decisions().stream()
                .max(Comparator.comparingDouble(Finding::confidence))
                .ifPresent(decision ->
                        text.append(swedish ? " Beslut: " : " Decided: ").append(sentence(decision.text())));
        firstDue(minutes.actionItems()).ifPresent(action -> {
            text.append(swedish ? " Först att göra: " : " Due first: ");
            action.owner().ifPresent(owner -> text.append(owner).append(" – "));
            text.append(withoutPeriod(action.text()))
                    .append(" (")
                    .append(action.due().orElseThrow())
                    .append(").");
        });
        return text.toString();
    }

    private static Optional<ActionItem> firstDue(List<ActionItem> actions) {
        return actions.stream()
                .filter(action -> action.due().isPresent())
                .min(Comparator.comparing(action -> action.due().orElseThrow()));
    }

    private static String counts(Minutes minutes, boolean swedish) {
        int decisions = minutes.decisions().size();
        int actions = minutes.actionItems().size();
        int questions = minutes.openQuestions().size();
        if (decisions + actions + questions == 0) {
            return swedish
                    ? "Inget beslutades och ingen tog på sig något."
                    : "Nothing was decided and nobody took anything on.";
        }
        return swedish
                ? count(decisions, "beslut", "beslut") + ", " + count(actions, "uppgift", "uppgifter") + ", "
                        + count(questions, "öppen fråga", "öppna frågor") + "."
                : count(decisions, "decision", "decisions") + ", " + count(actions, "action item", "action items")
                        + ", " + count(questions, "open question", "open questions") + ".";
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static String sentence(String text) {
        return withoutPeriod(text) + ".";
    }

    private static String withoutPeriod(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
