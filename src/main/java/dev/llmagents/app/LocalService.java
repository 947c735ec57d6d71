package dev.llmagents.app;

import dev.llmagents.cache.CacheStep;
import dev.llmagents.cache.MemoryCache;
import dev.llmagents.cache.ResponseCache;
import dev.llmagents.cache.SharedCache;
import dev.llmagents.llm.FailoverStep;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMProvider;
import dev.llmagents.llm.LLMService;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.ProviderCall;
import dev.llmagents.llm.RetryPolicy;
import dev.llmagents.llm.RetryStep;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.privacy.MaskingStep;
import dev.llmagents.provider.OpenAiSettings;
import dev.llmagents.provider.Providers;
import dev.llmagents.state.SharedState;
import dev.llmagents.record.Terms;
import dev.llmagents.usage.CostCalculator;
import dev.llmagents.usage.JsonlUsageLog;
import dev.llmagents.usage.RulesRecord;
import dev.llmagents.usage.UsageLog;
import dev.llmagents.usage.UsageRecord;
import dev.llmagents.usage.UsageStep;
import dev.llmagents.usage.UsageTotals;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The LLM service of local mode: the steps of a call, stated once. Loaded only by runs that may ask a model. */
final class LocalService implements AutoCloseable {
    private static final Duration STALL = Duration.ofSeconds(30);

    private final LLMService service;
    private final ResponseCache cache;
    private final LLMProvider provider;
    private final Consumer<RulesAnswer> rules;

    private record RulesAnswer(String runId, String agent, String reason, Optional<RuntimeException> failure) {}

    private LocalService(
            LLMService service, ResponseCache cache, LLMProvider provider, Consumer<RulesAnswer> rules) {
        this.service = service;
        this.cache = cache;
        this.provider = provider;
        this.rules = rules;
    }

    static LocalService of(
            Settings settings,
            Folders folders,
            RunOptions options,
            ModelTable table,
            TimeSource time,
            RandomGenerator random,
            Consumer<String> warnings,
            RunTrail trail) {
        LLMProvider provider = Providers.openAi(
                new OpenAiSettings(
                        settings.openAiBaseUrl().orElse(OpenAiSettings.OPENAI),
                        settings.openAiKey().map(Secret::value)),
                STALL,
                time);
        ResponseCache cache = folders.cache()
                .map(folder -> (ResponseCache) new SharedCache(
                        folder, SharedCache.Limits.of(settings.stores().cacheBytes()), time.clock(), warnings))
                .orElseGet(() -> new MemoryCache(time.clock()));
        Set<String> ownProviders = settings.isOnThisMachine() ? Set.of(provider.id()) : Set.of();
        UsageTotals totals = new UsageTotals();
        UsageRecord.Who who = new UsageRecord.Who(
                System.getProperty("user.name", ""), region(settings), options.consentUnmasked());
        CostCalculator costs = new CostCalculator(table, ownProviders);
        Optional<JsonlUsageLog> log = usageLog(settings, folders.state(), warnings);
        UsageStep usage =
                new UsageStep(log.map(file -> (UsageLog) file).orElse(line -> {}), costs, totals, who, time);
        Safeguards safeguards = new Safeguards(
                settings.allowance().budgets().withRun(options.maxCost()),
                settings.allowance().limits(),
                new SharedState(folders.shared(), time.clock(), random, warnings),
                costs,
                time,
                warnings);

        List<LLMStep> wayToOpenAi = new ArrayList<>();
        wayToOpenAi.add(safeguards.breaker(provider));
        wayToOpenAi.add(new RetryStep(RetryPolicy.DEFAULT, random, time));
        wayToOpenAi.addAll(safeguards.aroundAttempts());
        LLMStep.Next toOpenAi = LLMStep.chain(wayToOpenAi, new ProviderCall(provider, time));
        List<LLMStep> steps = new ArrayList<>();
        steps.add(usage);
        // Before the cache: neither its keys nor its files hold what was masked.
        steps.addAll(privacy(settings, options.consentUnmasked()));
        // Before the cache, so that a run can be resumed with the cache off.
        steps.addAll(
                trail.steps(attempt -> costs.cost(attempt.target(), attempt.model(), attempt.tokens(), today(time))));
        steps.add(new CacheStep(cache, time));
        LLMService service =
                new LLMService(steps, new FailoverStep(Map.of(provider.id(), toOpenAi)), totals::stats, time);
        return new LocalService(service, cache, provider, answer -> log.ifPresent(
                file -> file.append(new RulesRecord(
                        time.now(),
                        answer.runId(),
                        settings.tenant(),
                        answer.agent(),
                        answer.reason(),
                        answer.failure().filter(LLMException.class::isInstance).map(failure ->
                                ((LLMException) failure).type().label()),
                        who))));
    }

    /** Where the model runs, as far as it can be known: OpenAI's own servers answer from the United States. */
    private static String region(Settings settings) {
        if (settings.isOnThisMachine()) {
            return "local";
        }
        return settings.openAiBaseUrl().isPresent() ? "unknown" : "us";
    }

    private static LocalDate today(TimeSource time) {
        return time.now().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** What of the personal data is sent, as the user and the settings have it. */
    static Terms.Sent sent(Settings settings, boolean consent) {
        if (consent || !settings.masks()) {
            return Terms.Sent.UNMASKED;
        }
        return settings.privacy().names() ? Terms.Sent.MASKED : Terms.Sent.NAMES;
    }

    /** The step that masks; none where the user or the settings let text go out as it is. */
    static List<LLMStep> privacy(Settings settings, boolean consent) {
        return privacy(sent(settings, consent));
    }

    static List<LLMStep> privacy(Terms.Sent sent) {
        return switch (sent) {
            case MASKED -> List.of(new MaskingStep(true));
            case NAMES -> List.of(new MaskingStep(false));
            case UNMASKED -> List.of();
        };
    }

    private static Optional<JsonlUsageLog> usageLog(
            Settings settings, Optional<Path> state, Consumer<String> warnings) {
        if (state.isEmpty()) {
            warnings.accept("Usage is not logged, since neither HOME nor LLM_AGENTS_HOME is set.");
            return Optional.empty();
        }
        return Optional.of(new JsonlUsageLog(
                state.get().resolve("usage"),
                new JsonlUsageLog.Limits(
                        JsonlUsageLog.Limits.DEFAULT.fileBytes(), settings.stores().usageDays()),
                warnings));
    }

    /** Notes in the usage log that rules answered where a model was to. */
    void rulesAnswered(String runId, String agent, String reason, Optional<RuntimeException> failure) {
        rules.accept(new RulesAnswer(runId, agent, reason, failure));
    }

    LLMService service() {
        return service;
    }

    @Override
    public void close() {
        provider.close();
        cache.close();
    }
}
