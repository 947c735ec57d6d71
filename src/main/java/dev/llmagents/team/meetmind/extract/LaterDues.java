package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.date.DuePhrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the date of a task that is told after the task itself: "When?" – "By Thursday." */
final class LaterDues {
    private static final int TURNS_AHEAD = 4;
    private static final int SENTENCES_AHEAD = 7;
    private static final int SHORT = 7;
    private static final Set<String> PRONOUNS = Set.of(
            "it", "it's", "it'll", "they", "they'll", "they're", "that", "that's", "this", "these", "those", "den",
            "det", "de", "dom", "dem");
    private static final Set<String> STRONG = Set.of("due", "deadline", "senast");

    /** What may stand beside a date without making another matter of it. */
    private static final Set<String> EMPTY = Set.of(
            "okay",
            "fine",
            "works",
            "ok",
            "enough",
            "latest",
            "evening",
            "morning",
            "afternoon",
            "noon",
            "end",
            "week",
            "says",
            "duger",
            "räcker",
            "funkar",
            "passar",
            "sagt",
            "senast",
            "kväll",
            "morgon",
            "eftermiddag",
            "gå",
            "klar",
            "klart");

    private final MeetingText meeting;
    private final Optional<LocalDate> anchor;
    private final Replies replies;

    LaterDues(MeetingText meeting, Optional<LocalDate> anchor) {
        this.meeting = meeting;
        this.anchor = anchor;
        replies = new Replies(meeting);
    }

    /** The tasks, with dates where one is told right after. */
    List<Task> in(List<Task> tasks) {
        Set<Integer> taken = new java.util.HashSet<>();
        for (Task task : tasks) {
            taken.add(task.remark());
        }
        List<Task> dated = new ArrayList<>();
        for (Task task : tasks) {
            boolean without = task.due().flatMap(DuePhrase::date).isEmpty() && task.kind() != Task.Kind.NOTE;
            Optional<DuePhrase> later = without ? after(task, taken) : Optional.empty();
            dated.add(later.isPresent() ? task.withDue(later) : task);
        }
        return dated;
    }

    private Optional<DuePhrase> after(Task task, Set<Integer> taken) {
        int first = task.remark();
        int end = Math.min(meeting.remarks().size(), first + 1 + SENTENCES_AHEAD);
        for (int i = first + 1; i < end; i++) {
            Remark remark = meeting.remarks().get(i);
            if (taken.contains(i)
                    || remark.turn() - meeting.remarks().get(first).turn() > TURNS_AHEAD
                    || remark.has(Cue.FAREWELL)) {
                return Optional.empty();
            }
            boolean told = isShortDate(i) || isDeadline(i, task);
            Optional<DuePhrase> due = told ? meeting.dueDates().in(plain(remark), anchor) : Optional.empty();
            if (due.flatMap(DuePhrase::date).isPresent() && !isRefused(i)) {
                return due;
            }
            boolean newMatter = meeting.contentOf(remark).size() >= 4 && !told && !overlaps(remark, task)
                    || remark.has(Cue.NO_DECISION)
                            && remark.turn() > meeting.remarks().get(first).turn();
            if (newMatter) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "By Thursday.", "Monday?", "a week today". */
    private boolean isShortDate(int index) {
        Remark remark = meeting.remarks().get(index);
        if (remark.size() > SHORT || isNotBefore(remark)) {
            return false;
        }
        String text = plain(remark);
        Optional<DuePhrase> due = meeting.dueDates().in(text, anchor);
        if (due.isEmpty()) {
            return false;
        }
        int at = text.indexOf(due.get().words());
        String rest = at < 0
                ? text
                : text.substring(0, at) + " "
                        + text.substring(at + due.get().words().length());
        for (SpokenWord word : SpokenWord.of(rest)) {
            boolean empty = meeting.isStopWord(word.lower())
                    || EMPTY.contains(word.lower())
                    || PRONOUNS.contains(word.lower())
                    || word.lower().contains("'");
            if (!empty) {
                return false;
            }
        }
        return true;
    }

    /** "Friday's fine": the day without its verb. */
    private static String plain(Remark remark) {
        return remark.text().replace("'s ", " ").replace("\u2019s ", " ");
    }

    /** "Not before September" tells when it will not be done. */
    static boolean isNotBefore(Remark remark) {
        for (int at = 0; at + 1 < remark.size(); at++) {
            String word = remark.word(at).lower();
            String next = remark.word(at + 1).lower();
            boolean not = word.equals("not") || word.equals("inte");
            if (not
                    && (next.equals("before")
                            || next.equals("until")
                            || next.equals("förrän")
                            || next.equals("före")
                            || next.equals("innan"))) {
                return true;
            }
        }
        return false;
    }

    /** "They need it before the tenth", "de ska vara inne senast den 20 mars". */
    private boolean isDeadline(int index, Task task) {
        Remark remark = meeting.remarks().get(index);
        if (!remark.has(Cue.DEADLINE)
                || isNotBefore(remark)
                || remark.has(Cue.CONDITION)
                || meeting.dueDates().in(remark.text(), anchor).isEmpty()) {
            return false;
        }
        int start = remark.start();
        boolean pronoun =
                start < remark.size() && PRONOUNS.contains(remark.word(start).lower());
        for (int at = start; at < Math.min(start + 4, remark.size()) && !pronoun; at++) {
            pronoun = PRONOUNS.contains(remark.word(at).lower());
        }
        boolean needed = false;
        for (int at = 0; at < remark.size(); at++) {
            String word = remark.word(at).lower();
            needed |= word.startsWith("need") || STRONG.contains(word) || word.startsWith("behöv");
        }
        boolean near = index - task.remark() <= 6;
        return pronoun || overlaps(remark, task) || needed && near;
    }

    private boolean overlaps(Remark remark, Task task) {
        Set<String> content = meeting.content(task.text());
        for (String word : meeting.contentOf(remark)) {
            if (content.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** "Monday?" – "No, Tuesday." */
    private boolean isRefused(int index) {
        if (!meeting.remarks().get(index).sentence().isQuestion()) {
            return false;
        }
        Optional<Integer> next = replies.nextTurnByAnother(index);
        return next.isPresent() && replies.answer(next.get()) == Replies.Answer.REFUSES;
    }
}
