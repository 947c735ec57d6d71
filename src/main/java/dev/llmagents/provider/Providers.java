package dev.llmagents.provider;

import dev.llmagents.llm.LLMProvider;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.provider.simulated.SimulatedProvider;
import dev.llmagents.provider.simulated.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The one place that knows every provider. Asking for one loads no class of the others. */
public final class Providers {
    public static final String OPENAI = "openai";
    public static final String BEDROCK = "bedrock";
    public static final String GEMINI = "gemini";
    public static final String SIMULATED = "simulated";

    /** A second simulated provider, for a first one to fall back on. */
    public static final String STANDBY = "standby";

    /** The ids of all providers. */
    public static final List<String> IDS = List.of(OPENAI, BEDROCK, GEMINI, SIMULATED);

    private Providers() {}

    public static LLMProvider openAi(OpenAiSettings settings, Duration stall, TimeSource time) {
        return new OpenAiProvider(settings, stall, time);
    }

    public static LLMProvider bedrock(BedrockSettings settings, Duration stall, TimeSource time) {
        return new BedrockProvider(settings, stall, time);
    }

    public static LLMProvider gemini(GeminiSettings settings, Duration stall, TimeSource time) {
        return new GeminiProvider(settings, stall, time);
    }

    public static LLMProvider simulated(Simulation simulation, Duration stall, TimeSource time) {
        return new SimulatedProvider(simulation, stall, time);
    }

    public static LLMProvider standby(Simulation simulation, Duration stall, TimeSource time) {
        return new SimulatedProvider(STANDBY, simulation, stall, time);
    }

    /** The AWS region of the profile files or of the instance; loads the AWS SDK, and may ask the instance. */
    public static Optional<String> awsRegion(Optional<String> profile) {
        return AwsAccess.region(profile);
    }
}
