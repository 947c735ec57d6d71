package dev.llmagents.team.meetmind.extract;

import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.date.DuePhrase;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what somebody is to do after the meeting: who, what, by when. Stateless. */
public final class ActionItems {
    /** Below it a task is more likely talk. */
    private static final double LEAST = 0.5;

    /** Fitted together with the weights of {@link TaskSignal}. */
    private static final double LEAST_STRENGTH = 0.1;

    private static final int MOST_PICKED = 6;

    private ActionItems() {}

    /**
     * The action items of a meeting, by line.
     *
     * @param anchor the day of the meeting, against which "by Friday" is resolved; without it only full dates have a day
     */
    public static List<ActionItem> in(MeetingText meeting, Optional<LocalDate> anchor) {
        TaskFinder finder = new TaskFinder(meeting, anchor);
        List<Task> found = new ArrayList<>();
        for (int i = 0; i < meeting.remarks().size(); i++) {
            found.addAll(finder.in(i));
        }
        boolean brief = !meeting.isLongTalk() && !meeting.isFormal();
        if (brief) {
            found = new Takings(meeting, anchor, finder.wording()).joined(found);
        }
        List<Task> merged = new TaskMerger(meeting, anchor).merge(found);
        if (brief) {
            merged = new LaterDues(meeting, anchor).in(merged);
        }
        List<ActionItem> items = new ArrayList<>();
        for (Task task : meeting.isLongTalk() ? ofLongTalk(meeting, merged) : merged) {
            if (task.confidence() >= LEAST) {
                items.add(item(meeting, task));
            }
        }
        items.sort((one, two) ->
                Integer.compare(one.evidence().line(), two.evidence().line()));
        return items;
    }

    /**
     * What stays of the tasks in a long talk: those that leave no doubt, and those that are said where work is handed out,
     * even if the grammar of the sentence does not show them.
     */
    private static List<Task> ofLongTalk(MeetingText meeting, List<Task> tasks) {
        LongTalkTasks scorer = new LongTalkTasks(meeting, tasks);
        double[] scores = new double[meeting.remarks().size()];
        boolean[] eligible = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = scorer.score(i);
            eligible[i] = scorer.isEligible(i);
        }
        Set<Integer> picked =
                new HashSet<>(new Picker(meeting, scores, eligible, -1).strongest(LEAST_STRENGTH, MOST_PICKED, 1));
        Set<Integer> pickedTurns = new HashSet<>();
        for (int remark : picked) {
            pickedTurns.add(meeting.remarks().get(remark).turn());
        }
        List<Task> kept = new ArrayList<>();
        for (Task task : tasks) {
            boolean handedOut = task.kind() == Task.Kind.ASSIGNED || task.kind() == Task.Kind.TOLD;
            int turn = meeting.remarks().get(task.remark()).turn();
            double score = scores[task.remark()];
            boolean wanted = picked.remove(task.remark()) || handedOut && pickedTurns.contains(turn);
            if (meeting.content(task.text()).isEmpty()) {
                continue; // "you have to do"
            }
            if (wanted) {
                kept.add(task.withConfidence(Math.max(LEAST, Math.min(0.9, 0.4 + score))));
            } else if (isBeyondDoubt(task)) {
                kept.add(task);
            }
        }
        TaskWording wording = new TaskWording(meeting, Optional.empty());
        for (int remark : picked) {
            Remark said = meeting.remarks().get(remark);
            String text = wording.of(said, "", work(meeting, said), said.size(), Optional.empty());
            kept.add(new Task(
                    remark,
                    Task.Kind.SHARED,
                    meeting.names().only(said.words()),
                    text,
                    false,
                    Optional.empty(),
                    LEAST));
        }
        return kept;
    }

    /** Where the work begins: "the designer over here is going to work on it" has it behind its verb of future. */
    private static int work(MeetingText meeting, Remark remark) {
        boolean owned = meeting.names().only(remark.words()).isPresent() && !remark.asks();
        for (CueHit hit : remark.hits()) {
            boolean future = hit.cue() == Cue.THIRD_AUX
                    && hit.end() < remark.size()
                    && (hit.end() - hit.at() > 1
                            || remark.word(hit.at()).lower().equals("will"));
            if (owned && future && remark.hasAt(Cue.ACTION_VERB, hit.end())) {
                return hit.end();
            }
        }
        return remark.start();
    }

    /** Written down, or asked of somebody by name who said yes, or promised by a day. */
    private static boolean isBeyondDoubt(Task task) {
        return switch (task.kind()) {
            case NOTE -> true;
            case REQUESTED, ASSIGNED -> task.owner().isPresent() && task.confidence() >= 0.85 && !task.pointing();
            case COMMITTED -> task.due().isPresent() && task.confidence() >= 0.85;
            case TOLD, ASKED_AROUND, OFFERED, SHARED -> false;
        };
    }

    private static ActionItem item(MeetingText meeting, Task task) {
        Remark remark = meeting.remarks().get(task.remark());
        return new ActionItem(
                task.text(),
                task.owner().filter(owner -> !owner.equals(Utterance.UNKNOWN)),
                task.due().flatMap(DuePhrase::date),
                task.due().map(DuePhrase::words),
                Evidence.of(remark.sentence().utterance(), remark.text()),
                Math.round(task.confidence() * 100) / 100.0,
                Source.RULES);
    }
}
