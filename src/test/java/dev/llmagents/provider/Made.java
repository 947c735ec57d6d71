package dev.llmagents.provider;

import dev.llmagents.llm.LLMProvider;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.provider.simulated.Simulation;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Makes one provider as the program does, for a class loader that watches. */
public final class Made {
    private static final URI SERVER = URI.create("http://127.0.0.1:1/");
    private static final Duration STALL = Duration.ofSeconds(1);

    private Made() {}

    public static String openAi() {
        return idOf(Providers.openAi(new OpenAiSettings(SERVER, Optional.empty()), STALL, TimeSource.system()));
    }

    public static String gemini() {
        return idOf(Providers.gemini(new GeminiSettings(SERVER, "key"), STALL, TimeSource.system()));
    }

    public static String bedrock() {
        return idOf(Providers.bedrock(
                new BedrockSettings(
                        Optional.of(SERVER),
                        Optional.of("eu-north-1"),
                        Optional.of("token"),
                        Optional.empty(),
                        Optional.empty()),
                STALL,
                TimeSource.system()));
    }

    public static String simulated() {
        return idOf(Providers.simulated(Simulation.usual(), STALL, TimeSource.system()));
    }

    private static String idOf(LLMProvider provider) {
        try (provider) {
            return provider.id();
        }
    }
}
