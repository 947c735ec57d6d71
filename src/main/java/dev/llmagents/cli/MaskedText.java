package dev.llmagents.cli;

import dev.llmagents.app.App;
import dev.llmagents.app.Preview;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.Message;
import java.util.List;
import java.util.Optional;

/** The messages that would be sent, for people. */
final class MaskedText {
    private MaskedText() {}

    /**
     * @param preview empty if nothing would be sent
     * @param stages the agents of the team in the order in which they begin
     */
    static String of(String name, Optional<Preview> preview, List<List<String>> stages) {
        StringBuilder text = new StringBuilder();
        text.append("=== ").append(Sentence.of(name)).append('\n');
        if (preview.isEmpty()) {
            return text.append("Nothing would be sent (")
                    .append(App.OFFLINE)
                    .append(").\n")
                    .toString();
        }
        for (LLMRequest request :
                preview.get().take(stages.stream().flatMap(List::stream).toList())) {
            text.append("\n=== ")
                    .append(request.origin().step())
                    .append(" → ")
                    .append(request.primaryTarget())
                    .append('\n');
            append(request.messages(), text);
        }
        return text.append(
                        "\nNothing was sent. Agents that work on the answers of others were given those of the rules.\n")
                .toString();
    }

    /** Messages alone, each with its role above it. */
    static String of(List<Message> messages) {
        StringBuilder text = new StringBuilder();
        append(messages, text);
        return text.toString();
    }

    private static void append(List<Message> messages, StringBuilder text) {
        for (Message message : messages) {
            text.append("--- ").append(message.role().label()).append('\n');
            appendLines(message.text(), text);
            text.append('\n');
        }
    }

    /** The text letter by letter, but for what would steer the terminal. */
    private static void appendLines(String message, StringBuilder text) {
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            boolean steering = Character.isISOControl(c) && c != '\n' && c != '\t';
            text.append(steering ? '\uFFFD' : c);
        }
    }
}
