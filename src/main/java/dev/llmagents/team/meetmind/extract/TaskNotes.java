package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.date.DuePhrase;
import java.util.Optional;
import java.util.function.Function;

/** Reads tasks that were written down as such: "Action: Ben to …", "TODO: Ann - …", "- [ ] Ann: …". */
final class TaskNotes {
    private TaskNotes() {}

    static Optional<Task> read(
            MeetingText meeting, int index, Function<String, Optional<DuePhrase>> dueOf, TaskWording wording) {
        Remark remark = meeting.remarks().get(index);
        Optional<Integer> after = Labels.after(remark, Labels.Kind.ACTION);
        if (after.isEmpty() || after.get() >= remark.size()) {
            return Optional.empty();
        }
        int from = after.get();
        Optional<String> owner = Optional.empty();
        Optional<Names.Hit> name = meeting.names().at(remark.words(), from);
        if (name.isPresent() && name.get().end() < remark.size()) {
            owner = name.map(Names.Hit::person);
            from = name.get().end();
            String next = remark.word(from).lower();
            if (next.equals("to") || next.equals("will") || next.equals("ska") || next.equals("att")) {
                from++;
            }
        } else {
            int last = remark.size() - 1;
            Optional<Names.Hit> behind = meeting.names().at(remark.words(), last);
            if (behind.isPresent() && last > from && remark.word(last - 1).mark() == '.') {
                owner = behind.map(Names.Hit::person);
            }
        }
        Optional<DuePhrase> due = dueOf.apply(remark.text());
        int to = remark.size();
        for (int at = from + 2; at < to; at++) {
            String word = remark.word(at).lower();
            boolean bracketed = remark.word(at - 1).mark() == '.';
            if (bracketed
                    && (word.equals("due")
                            || word.equals("deadline")
                            || word.equals("senast")
                            || word.equals("klart"))) {
                to = at;
            }
        }
        String text = wording.of(remark, "", from, to, due);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Task(index, Task.Kind.NOTE, owner, text, false, due, 0.95));
    }
}
