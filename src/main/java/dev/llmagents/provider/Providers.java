package dev.llmagents.provider;

import dev.llmagents.llm.LLMProvider;
import dev.llmagents.llm.TimeSource;
import java.time.Duration;

/** The one place that knows every provider. */
public final class Providers {
    private Providers() {}

    public static LLMProvider openAi(OpenAiSettings settings, Duration stall, TimeSource time) {
        return new OpenAiProvider(settings, stall, time);
    }
}
