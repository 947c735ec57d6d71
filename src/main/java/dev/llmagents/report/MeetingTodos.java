package dev.llmagents.report;

import dev.llmagents.report.todo.Todo;
import dev.llmagents.report.todo.TodoCalendar;
import dev.llmagents.report.todo.TodoIssues;
import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/** The action items of meetings for other programs. Safe for threads. */
final class MeetingTodos {
    private MeetingTodos() {}

    static MeetingRenderer calendar() {
        return (reports, facts) -> TodoCalendar.of(todos(reports));
    }

    static MeetingRenderer issues() {
        return (reports, facts) -> TodoIssues.of(todos(reports));
    }

    private static List<Todo> todos(MeetingReports reports) {
        List<Todo> todos = new ArrayList<>();
        for (MeetingTask task : MeetingTask.inOrder(reports)) {
            MeetingReport meeting = reports.meetings().get(task.meeting());
            Transcript transcript = meeting.transcript();
            ActionItem item = task.item();
            todos.add(new Todo(
                    Todo.uid(transcript, item.text(), item.evidence()),
                    0,
                    item.text(),
                    item.owner(),
                    item.due(),
                    transcript.date(),
                    Todo.place(meeting, item.evidence()),
                    item.evidence(),
                    List.of("meeting")));
        }
        return todos;
    }
}
