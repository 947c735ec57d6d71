package dev.llmagents.app;

import dev.llmagents.agent.ModelAccess;
import dev.llmagents.agent.SampleRequests;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.Message;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.prompt.Prompt;
import java.util.List;
import java.util.Map;

/** Shows what a prompt and an input come to when they are sent: masked as the settings say, and sent to nobody. */
public final class PromptPreview {
    private PromptPreview() {}

    /** @throws dev.llmagents.prompt.PromptException if the template cannot be filled with {@code input} */
    public static List<Message> messages(Settings settings, TimeSource time, Prompt prompt, Map<String, Object> input) {
        Preview preview = new Preview();
        ModelAccess.Policy policy =
                new ModelAccess.Policy(settings.tenant(), "preview", settings.timeout(), false, false);
        LLMRequest request = SampleRequests.of(prompt, input, List.of(new ModelTarget("preview", "preview")), policy);
        try {
            preview.service(LocalService.privacy(settings, false), time).complete(request);
        } catch (LLMException sentToNobody) {
            // As it is to be.
        }
        List<LLMRequest> made = preview.take(List.of(prompt.id()));
        if (made.isEmpty()) {
            throw new SettingsException("What would be sent cannot be masked, so it would not be sent.");
        }
        return made.get(0).messages();
    }
}
