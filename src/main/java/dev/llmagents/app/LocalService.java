package dev.llmagents.app;

import dev.llmagents.cache.CacheStep;
import dev.llmagents.cache.MemoryCache;
import dev.llmagents.cache.ResponseCache;
import dev.llmagents.cache.SharedCache;
import dev.llmagents.llm.BreakerStep;
import dev.llmagents.llm.FailoverStep;
import dev.llmagents.llm.LLMService;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.ProviderCall;
import dev.llmagents.llm.RetryPolicy;
import dev.llmagents.llm.RetryStep;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.privacy.MaskingStep;
import dev.llmagents.usage.CostCalculator;
import dev.llmagents.usage.JsonlUsageLog;
import dev.llmagents.usage.UsageLog;
import dev.llmagents.usage.UsageRecord;
import dev.llmagents.usage.UsageStep;
import dev.llmagents.usage.UsageTotals;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The LLM service of local mode: the steps of a call, stated once. Loaded only by runs that may ask a model. */
final class LocalService implements AutoCloseable {
    private static final Duration STALL = Duration.ofSeconds(30);

    private final LLMService service;
    private final ResponseCache cache;
    private final ProviderRoutes routes;

    private LocalService(LLMService service, ResponseCache cache, ProviderRoutes routes) {
        this.service = service;
        this.cache = cache;
        this.routes = routes;
    }

    static LocalService of(
            Settings settings,
            Reach reach,
            Regions regions,
            Folders folders,
            boolean consent,
            ModelTable table,
            TimeSource time,
            RandomGenerator random,
            Consumer<String> warnings) {
        ResponseCache cache = folders.cache()
                .map(folder -> (ResponseCache) new SharedCache(folder, time.clock(), warnings))
                .orElseGet(() -> new MemoryCache(time.clock()));
        UsageTotals totals = new UsageTotals();
        UsageRecord.Who who = new UsageRecord.Who(System.getProperty("user.name", ""), regions::of, consent);
        UsageStep usage = new UsageStep(
                usageLog(folders.state(), warnings), new CostCalculator(table, reach.onThisMachine()), totals, who, time);

        Residency residency = settings.providers().residency();
        ProviderRoutes routes = new ProviderRoutes(
                reach.providers(),
                settings,
                STALL,
                time,
                provider -> LLMStep.chain(
                        List.of(
                                new ResidencyStep(residency, regions),
                                new BreakerStep(provider.id(), time),
                                new RetryStep(RetryPolicy.DEFAULT, random, time)),
                        new ProviderCall(provider, time)));
        List<LLMStep> steps = new ArrayList<>();
        steps.add(usage);
        // Before the cache: neither its keys nor its files hold what was masked.
        steps.addAll(privacy(settings, consent));
        steps.add(new CacheStep(cache, time));
        LLMService service =
                new LLMService(steps, new FailoverStep(routes.byProvider()), totals::stats, time);
        return new LocalService(service, cache, routes);
    }

    /** The step that masks; none where the user or the settings let text go out as it is. */
    static List<LLMStep> privacy(Settings settings, boolean consent) {
        return consent || !settings.masks()
                ? List.of()
                : List.of(new MaskingStep(settings.privacy().names()));
    }

    private static UsageLog usageLog(Optional<Path> state, Consumer<String> warnings) {
        if (state.isEmpty()) {
            warnings.accept("Usage is not logged, since neither HOME nor LLM_AGENTS_HOME is set.");
            return usage -> {};
        }
        return new JsonlUsageLog(state.get().resolve("usage"), warnings);
    }

    LLMService service() {
        return service;
    }

    @Override
    public void close() {
        routes.close();
        cache.close();
    }
}
