package dev.llmagents.prompt;

import dev.llmagents.llm.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The marks that divide a rendered template into messages. */
final class RoleMarks {
    // A control character no text of ours holds; taken out of everything that is inserted.
    private static final String MARK = "\u0001";
    private static final String HISTORY = "#history";

    private RoleMarks() {}

    static String begin(String role) {
        return MARK + role + MARK;
    }

    static String history() {
        return begin(HISTORY);
    }

    static String without(CharSequence text) {
        return text.toString().replace(MARK, "");
    }

    /**
     * @param history stands where the template says; where it says nothing, before the last message if that is a user's,
     *     else behind it
     */
    static List<Message> messages(String id, String rendered, List<Message> history) {
        List<Message> messages = new ArrayList<>();
        String[] parts = rendered.split(MARK, -1);
        // What stands before the first role mark is white space of the file, or a prompt of a single user message.
        if (!parts[0].isBlank()) {
            messages.add(Message.user(parts[0]));
        }
        boolean placed = false;
        for (int i = 1; i + 1 < parts.length; i += 2) {
            boolean isHistory = parts[i].equals(HISTORY);
            if (isHistory) {
                messages.addAll(history);
                placed = true;
            }
            if (!parts[i + 1].isBlank()) {
                messages.add(new Message(isHistory ? Message.Role.ASSISTANT : role(id, parts[i]), parts[i + 1]));
            }
        }
        if (!placed && !history.isEmpty()) {
            int last = messages.size() - 1;
            boolean beforeLast = last >= 0 && messages.get(last).role() == Message.Role.USER;
            messages.addAll(beforeLast ? last : last + 1, history);
        }
        return messages;
    }

    private static Message.Role role(String id, String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "system" -> Message.Role.SYSTEM;
            case "user" -> Message.Role.USER;
            // Dotprompt's word for the assistant.
            case "model" -> Message.Role.ASSISTANT;
            default -> throw new PromptException("The template of " + id + " names an unknown role '" + name + "'.");
        };
    }
}
