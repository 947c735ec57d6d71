package dev.llmagents.bench;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** LangChain4j's client for OpenAI as it comes: no cache, no masking, no budget, no log. */
final class LangChain4jClient implements Caller {
    private final OpenAiChatModel model;
    private final Function<String, List<String[]>> messages;

    LangChain4jClient(String baseUrl, Function<String, List<String[]>> messages) {
        this.messages = messages;
        this.model = OpenAiChatModel.builder()
                .baseUrl(baseUrl)
                .apiKey("bench-key")
                .modelName("gpt-4o-mini")
                .temperature(0.1)
                .maxTokens(1500)
                .timeout(Duration.ofMinutes(1))
                .maxRetries(0)
                .build();
    }

    @Override
    public List<String[]> messages(String mark) {
        return messages.apply(mark);
    }

    @Override
    public void ask(String mark) {
        List<ChatMessage> all = new ArrayList<>();
        for (String[] message : messages(mark)) {
            all.add(switch (message[0]) {
                case "system" -> SystemMessage.from(message[1]);
                case "assistant" -> AiMessage.from(message[1]);
                default -> UserMessage.from(message[1]);
            });
        }
        if (model.chat(all).aiMessage().text().isEmpty()) {
            throw new IllegalStateException("no answer");
        }
    }

    @Override
    public void close() {
        // Holds nothing that has to be given back.
    }
}
