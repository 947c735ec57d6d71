package dev.llmagents.report.todo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.report.clean.JsonText;
import dev.llmagents.report.clean.MarkdownText;
import dev.llmagents.report.clean.PlainText;
import java.time.LocalDate;
import java.util.List;

/**
 * Tasks as a JSON array for issue trackers: {@code title}, {@code body} in Markdown with the quote, {@code assignee} as the
 * meeting names them, {@code due}, {@code labels}, and {@code id} to find the task again. Pure and safe for threads.
 */
public final class TodoIssues {
    private static final int TITLE = 200;
    private static final int QUOTE = 600;
    private static final int NAME = 60;

    private TodoIssues() {}

    public static String of(List<Todo> todos) {
        ArrayNode issues = Json.object().putArray("issues");
        for (Todo todo : todos) {
            ObjectNode issue = issues.addObject();
            issue.put("title", PlainText.of(todo.text(), TITLE));
            issue.put("body", body(todo));
            issue.put(
                    "assignee",
                    todo.owner().map(name -> PlainText.of(name, NAME)).orElse(null));
            issue.put("due", todo.due().map(LocalDate::toString).orElse(null));
            todo.labels().forEach(issue.putArray("labels")::add);
            issue.put("id", todo.uid());
        }
        return JsonText.safe(Json.writePretty(issues)) + "\n";
    }

    private static String body(Todo todo) {
        StringBuilder body = new StringBuilder("> ");
        body.append(silent(MarkdownText.of(todo.evidence().quote(), QUOTE))).append("\n>\n> – ");
        body.append(silent(MarkdownText.of(todo.evidence().speaker(), NAME))).append(", ");
        body.append(silent(MarkdownText.of(todo.place(), 200))).append('\n');
        todo.due().ifPresent(due -> body.append("\nDue: ").append(due).append('\n'));
        return body.toString();
    }

    /** A tracker writes to everybody named behind an at sign; words of a meeting must call nobody. */
    private static String silent(String text) {
        return text.replace("@", "@\u2060");
    }
}
