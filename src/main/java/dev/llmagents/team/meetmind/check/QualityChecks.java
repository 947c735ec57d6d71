package dev.llmagents.team.meetmind.check;

import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.Finding;
import dev.llmagents.team.meetmind.Meeting;
import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.Minutes;
import dev.llmagents.team.meetmind.QualityReport.Check;
import dev.llmagents.team.meetmind.QualityReport.Issue;
import dev.llmagents.team.meetmind.SummarySentence;
import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.text.StopWords;
import dev.llmagents.team.meetmind.text.Words;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what of the minutes stands up to the transcript. Use once. */
public final class QualityChecks {
    /** Name of the check that every quote stands on its line, letter by letter. */
    public static final String QUOTES_FOUND = "quotes_found";

    private static final int THIRDS = 3;
    // A meeting of fewer utterances has no beginning, middle and end to speak of.
    private static final int UTTERANCES_FOR_THIRDS = 30;
    private static final double ALIKE = 0.8;
    private static final int WORDS_FOR_ALIKE = 3;

    private final Meeting meeting;
    private final Minutes minutes;
    private final List<MeetingReport.Item> items;
    private final StopWords stopWords;
    private final List<Check> results = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();

    public QualityChecks(Meeting meeting, Minutes minutes, List<MeetingReport.Item> items) {
        this.meeting = meeting;
        this.minutes = minutes;
        this.items = items;
        this.stopWords = StopWords.of(meeting.language());
        quotes();
        timeline();
        owners();
        dates();
        repeats();
        speakers();
        instructions();
    }

    public List<Check> results() {
        return results;
    }

    public List<Issue> issues() {
        return issues;
    }

    private void quotes() {
        Map<Integer, List<String>> lines = new HashMap<>();
        for (Utterance utterance : meeting.utterances()) {
            lines.computeIfAbsent(utterance.line(), line -> new ArrayList<>()).add(utterance.text());
        }
        int found = 0;
        for (MeetingReport.Item item : items) {
            if (stands(item.evidence(), lines)) {
                found++;
            } else {
                issue(item.id(), "its quote is not in the transcript", "citatet finns inte i utskriften");
            }
        }
        int total = items.size();
        for (SummarySentence sentence : minutes.summary()) {
            total++;
            found += stands(sentence.evidence(), lines) ? 1 : 0;
        }
        results.add(new Check(QUOTES_FOUND, found, total));
    }

    private static boolean stands(Evidence evidence, Map<Integer, List<String>> lines) {
        return lines.getOrDefault(evidence.line(), List.of()).stream()
                .anyMatch(text -> text.contains(evidence.quote()));
    }

    /** Whether the summary and the items speak of the beginning, the middle and the end. */
    private void timeline() {
        List<Utterance> utterances = meeting.utterances();
        if (utterances.size() < UTTERANCES_FOR_THIRDS) {
            return;
        }
        Map<Integer, Integer> thirdOfLine = new HashMap<>();
        for (int i = 0; i < utterances.size(); i++) {
            thirdOfLine.put(utterances.get(i).line(), i * THIRDS / utterances.size());
        }
        Set<Integer> covered = new HashSet<>();
        for (SummarySentence sentence : minutes.summary()) {
            covered.add(thirdOfLine.getOrDefault(sentence.evidence().line(), 0));
        }
        for (MeetingReport.Item item : items) {
            covered.add(thirdOfLine.getOrDefault(item.evidence().line(), 0));
        }
        results.add(new Check("timeline_covered", covered.size(), THIRDS));
        if (covered.size() < THIRDS) {
            issue(
                    "",
                    "a third of the meeting has left no trace in the report",
                    "en tredjedel av mötet har inte lämnat något spår i rapporten");
        }
    }

    private void owners() {
        Grounding grounding = new Grounding(meeting.transcript(), meeting.language());
        int known = 0;
        int owned = 0;
        for (int i = 0; i < minutes.actionItems().size(); i++) {
            ActionItem action = minutes.actionItems().get(i);
            String id = "A" + (i + 1);
            if (action.owner().isEmpty()) {
                issue(id, "nobody was named as owner", "ingen ansvarig nämndes");
                continue;
            }
            owned++;
            if (grounding.person(action.owner().get()).isPresent()) {
                known++;
            } else {
                issue(id, "its owner was not in the meeting", "den ansvarige var inte med på mötet");
            }
        }
        results.add(new Check("owners_known", known, owned));
    }

    private void dates() {
        int sound = 0;
        int dated = 0;
        for (int i = 0; i < minutes.actionItems().size(); i++) {
            ActionItem action = minutes.actionItems().get(i);
            if (action.due().isPresent()) {
                dated++;
                boolean past = meeting.transcript()
                        .date()
                        .filter(action.due().get()::isBefore)
                        .isPresent();
                if (past) {
                    issue("A" + (i + 1), "its due date lies before the meeting", "förfallodagen ligger före mötet");
                } else {
                    sound++;
                }
            } else if (action.dueText().isPresent()) {
                issue("A" + (i + 1), "its time was said too loosely for a date", "tiden sades för löst för ett datum");
            }
        }
        results.add(new Check("dates_sound", sound, dated));
    }

    /** Items that say the same, and decisions that say the opposite of each other. */
    private void repeats() {
        int alone = 0;
        for (int i = 0; i < items.size(); i++) {
            boolean repeated = false;
            for (int j = 0; j < i && !repeated; j++) {
                repeated = items.get(i).id().charAt(0) == items.get(j).id().charAt(0)
                        && alike(items.get(i).text(), items.get(j).text())
                        && isNegated(items.get(i).text())
                                == isNegated(items.get(j).text());
                if (repeated) {
                    issue(
                            items.get(i).id(),
                            "says the same as " + items.get(j).id(),
                            "säger detsamma som " + items.get(j).id());
                }
            }
            alone += repeated ? 0 : 1;
        }
        results.add(new Check("no_repeats", alone, items.size()));
        contradictions();
    }

    private void contradictions() {
        List<Finding> decisions = minutes.decisions();
        int agreeing = 0;
        for (int i = 0; i < decisions.size(); i++) {
            boolean against = false;
            for (int j = 0; j < i && !against; j++) {
                String one = decisions.get(i).text();
                String other = decisions.get(j).text();
                against = alike(one, other) && isNegated(one) != isNegated(other);
                if (against) {
                    issue("D" + (i + 1), "seems to contradict D" + (j + 1), "tycks motsäga D" + (j + 1));
                }
            }
            agreeing += against ? 0 : 1;
        }
        results.add(new Check("no_contradictions", agreeing, decisions.size()));
    }

    private void speakers() {
        long attributed =
                meeting.utterances().stream().filter(Utterance::hasKnownSpeaker).count();
        int all = meeting.utterances().size();
        results.add(new Check("speakers_known", (int) attributed, all));
        if (attributed < all) {
            issue(
                    "",
                    (all - attributed) + " of " + all + " turns have no speaker, so owners may be missing",
                    (all - attributed) + " av " + all + " inlägg saknar talare, så ansvariga kan saknas");
        }
    }

    private void instructions() {
        for (Utterance utterance : PlantedInstructions.in(meeting.utterances())) {
            issue(
                    "",
                    "line " + utterance.line() + " reads like an instruction to a model; it was treated as data",
                    "rad " + utterance.line() + " låter som en instruktion till en modell; den behandlades som data");
        }
    }

    private boolean alike(String one, String other) {
        Set<String> oneWords = content(one);
        Set<String> otherWords = content(other);
        int smaller = Math.min(oneWords.size(), otherWords.size());
        if (smaller < WORDS_FOR_ALIKE) {
            return false;
        }
        oneWords.retainAll(otherWords);
        return oneWords.size() >= ALIKE * smaller;
    }

    private Set<String> content(String text) {
        Set<String> content = new HashSet<>(Words.of(text));
        content.removeIf(word -> stopWords.contains(word) || NEGATIONS.contains(word));
        return content;
    }

    private static final Set<String> NEGATIONS =
            Set.of("not", "no", "never", "won't", "don't", "cannot", "can't", "isn't", "inte", "ej", "aldrig", "ingen");

    private static boolean isNegated(String text) {
        return Words.of(text).stream().anyMatch(NEGATIONS::contains);
    }

    private void issue(String item, String english, String swedish) {
        issues.add(new Issue(item, meeting.language() == Language.SV ? swedish : english, Source.RULES));
    }
}
