package dev.llmagents.app;

import dev.llmagents.llm.LLMCall;
import dev.llmagents.llm.LLMProvider;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.provider.BedrockSettings;
import dev.llmagents.provider.GeminiSettings;
import dev.llmagents.provider.OpenAiSettings;
import dev.llmagents.provider.Providers;
import dev.llmagents.provider.simulated.Simulation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The way to each provider of a run. A provider is made, and its classes are loaded, with the first call that goes there.
 * Safe for use by several threads.
 */
final class ProviderRoutes implements AutoCloseable {
    private final Settings settings;
    private final Duration stall;
    private final TimeSource time;
    private final Map<String, Route> routes = new LinkedHashMap<>();

    /**
     * @param providers ids of those that may be asked
     * @param way the steps that lead to a provider, the asking included
     */
    ProviderRoutes(
            List<String> providers,
            Settings settings,
            Duration stall,
            TimeSource time,
            Function<LLMProvider, LLMStep.Next> way) {
        this.settings = settings;
        this.stall = stall;
        this.time = time;
        for (String provider : providers) {
            routes.put(provider, new Route(() -> make(provider), way));
        }
    }

    Map<String, LLMStep.Next> byProvider() {
        return Map.copyOf(routes);
    }

    private LLMProvider make(String provider) {
        ProviderSettings others = settings.providers();
        return switch (provider) {
            case Providers.OPENAI ->
                Providers.openAi(
                        new OpenAiSettings(
                                settings.openAiBaseUrl().orElse(OpenAiSettings.OPENAI),
                                settings.openAiKey().map(Secret::value)),
                        stall,
                        time);
            case Providers.GEMINI ->
                Providers.gemini(
                        new GeminiSettings(
                                others.geminiBaseUrl().orElse(GeminiSettings.GOOGLE),
                                others.geminiKey().map(Secret::value).orElse("")),
                        stall,
                        time);
            case Providers.BEDROCK -> Providers.bedrock(bedrock(others.aws()), stall, time);
            case Providers.SIMULATED ->
                Providers.simulated(others.simulation().orElseGet(Simulation::usual), stall, time);
            case Providers.STANDBY -> Providers.standby(Simulation.usual(), stall, time);
            default -> throw new IllegalArgumentException("there is no provider " + provider);
        };
    }

    private static BedrockSettings bedrock(ProviderSettings.Aws aws) {
        return new BedrockSettings(
                aws.endpoint(),
                aws.region(),
                aws.bearerToken().map(Secret::value),
                aws.keyId()
                        .flatMap(id -> aws.secretKey()
                                .map(secret -> new BedrockSettings.Keys(
                                        id, secret.value(), aws.sessionToken().map(Secret::value)))),
                aws.profile());
    }

    /** Ends the calls that are on their way. */
    @Override
    public void close() {
        routes.values().forEach(Route::close);
    }

    /** The way to one provider. */
    private static final class Route implements LLMStep.Next {
        private final Supplier<LLMProvider> maker;
        private final Function<LLMProvider, LLMStep.Next> way;
        private LLMProvider provider;
        private LLMStep.Next steps;
        private boolean closed;

        Route(Supplier<LLMProvider> maker, Function<LLMProvider, LLMStep.Next> way) {
            this.maker = maker;
            this.way = way;
        }

        @Override
        public LLMResponse proceed(LLMCall call) {
            return steps().proceed(call);
        }

        private synchronized LLMStep.Next steps() {
            if (steps == null) {
                provider = maker.get();
                if (closed) {
                    provider.close();
                }
                steps = way.apply(provider);
            }
            return steps;
        }

        synchronized void close() {
            closed = true;
            if (provider != null) {
                provider.close();
            }
        }
    }
}
