package dev.llmagents.app;

import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.MeetMindTeam;
import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.Minutes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts the wanted name to owners who were only spoken of, as to those who speak. Pure functions. */
final class OwnerNames {
    private OwnerNames() {}

    static MeetMindTeam.Result in(MeetMindTeam.Result result, Map<String, String> aliases) {
        if (aliases.isEmpty()) {
            return result;
        }
        Map<String, String> names = new HashMap<>();
        aliases.forEach((spelling, name) -> names.put(spelling.toLowerCase(Locale.ROOT), name));
        MeetingReport report = result.report();
        Minutes minutes = report.minutes();
        List<ActionItem> items =
                minutes.actionItems().stream().map(item -> named(item, names)).toList();
        Minutes renamed =
                new Minutes(minutes.summary(), minutes.decisions(), items, minutes.risks(), minutes.openQuestions());
        return new MeetMindTeam.Result(
                new MeetingReport(
                        report.transcript(),
                        report.language(),
                        report.headline(),
                        report.plan(),
                        report.framework(),
                        renamed,
                        report.wishes(),
                        report.participants(),
                        report.quality()),
                result.agents());
    }

    private static ActionItem named(ActionItem item, Map<String, String> names) {
        return new ActionItem(
                item.text(),
                item.owner().map(owner -> names.getOrDefault(owner.toLowerCase(Locale.ROOT), owner)),
                item.due(),
                item.dueText(),
                item.evidence(),
                item.confidence(),
                item.source());
    }
}
