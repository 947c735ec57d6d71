package dev.llmagents.app;

import dev.llmagents.cache.CacheStep;
import dev.llmagents.cache.MemoryCache;
import dev.llmagents.cache.ResponseCache;
import dev.llmagents.cache.SharedCache;
import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.BreakerWatch;
import dev.llmagents.llm.FailoverStep;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMService;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.ProviderCall;
import dev.llmagents.llm.RetryPolicy;
import dev.llmagents.llm.RetryStep;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.privacy.MaskingStep;
import dev.llmagents.record.Terms;
import dev.llmagents.state.SharedState;
import dev.llmagents.usage.CostCalculator;
import dev.llmagents.usage.JsonlUsageLog;
import dev.llmagents.usage.RulesRecord;
import dev.llmagents.usage.UsageLog;
import dev.llmagents.usage.UsageRecord;
import dev.llmagents.usage.UsageStep;
import dev.llmagents.usage.stats.UsageTotals;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** The LLM service of local mode: the steps of a call, stated once. Loaded only by runs that may ask a model. */
final class LocalService implements AutoCloseable {
    private static final Duration STALL = Duration.ofSeconds(30);

    private final LLMService service;
    private final ResponseCache cache;
    private final ProviderRoutes routes;
    private final Function<Attempt, Optional<BigDecimal>> price;
    private final Consumer<RulesAnswer> rules;
    private final Optional<JsonlUsageLog> log;
    private final SharedState shared;

    private record RulesAnswer(String runId, String agent, String reason, Optional<RuntimeException> failure) {}

    private LocalService(
            LLMService service,
            ResponseCache cache,
            ProviderRoutes routes,
            Function<Attempt, Optional<BigDecimal>> price,
            Consumer<RulesAnswer> rules,
            Optional<JsonlUsageLog> log,
            SharedState shared) {
        this.service = service;
        this.cache = cache;
        this.routes = routes;
        this.price = price;
        this.rules = rules;
        this.log = log;
        this.shared = shared;
    }

    static LocalService of(
            Settings settings,
            Reach reach,
            Regions regions,
            Folders folders,
            RunOptions options,
            ModelTable table,
            TimeSource time,
            RandomGenerator random,
            Consumer<String> warnings,
            RunTrail trail) {
        return of(settings, reach, regions, folders, options, table, time, random, warnings, trail, Observation.NOBODY);
    }

    /**
     * Who looks on.
     *
     * @param steps stand inside of the accounting and see every attempt
     * @param breakers hears of breakers that change
     */
    record Observation(List<LLMStep> steps, Consumer<BreakerWatch.Change> breakers) {
        static final Observation NOBODY = new Observation(List.of(), change -> {});
    }

    static LocalService of(
            Settings settings,
            Reach reach,
            Regions regions,
            Folders folders,
            RunOptions options,
            ModelTable table,
            TimeSource time,
            RandomGenerator random,
            Consumer<String> warnings,
            RunTrail trail,
            Observation observation) {
        LibraryLogs.keepToWarnings();
        ResponseCache cache = folders.cache()
                .map(folder -> (ResponseCache) new SharedCache(
                        folder, SharedCache.Limits.of(settings.stores().cacheBytes()), time.clock(), warnings))
                .orElseGet(() -> new MemoryCache(time.clock()));
        UsageTotals totals = new UsageTotals();
        UsageRecord.Who who =
                new UsageRecord.Who(System.getProperty("user.name", ""), regions::of, options.consentUnmasked());
        CostCalculator costs = new CostCalculator(table, reach.onThisMachine(), reach.gateways());
        Optional<JsonlUsageLog> log = usageLog(settings, folders.state(), warnings);
        UsageStep usage = new UsageStep(log.map(file -> (UsageLog) file).orElse(line -> {}), costs, totals, who, time);
        SharedState shared = new SharedState(folders.shared(), time.clock(), random, warnings);
        Safeguards safeguards = new Safeguards(
                settings.allowance().budgets().withRun(options.maxCost()).withRunOfAgents(options.agentCosts()),
                settings.allowance().limits(),
                shared,
                costs,
                time,
                warnings,
                observation.breakers());

        Residency residency = settings.providers().residency();
        ProviderRoutes routes = new ProviderRoutes(reach.providers(), settings, STALL, time, provider -> {
            List<LLMStep> way = new ArrayList<>();
            way.add(new ResidencyStep(residency, regions));
            way.add(safeguards.breaker(provider));
            way.add(new RetryStep(RetryPolicy.DEFAULT, random, time));
            way.addAll(safeguards.aroundAttempts());
            return LLMStep.chain(way, new ProviderCall(provider, time));
        });
        List<LLMStep> steps = new ArrayList<>();
        steps.add(usage);
        steps.addAll(observation.steps());
        // Before the cache: neither its keys nor its files hold what was masked.
        steps.addAll(privacy(settings, options.consentUnmasked()));
        // Before the cache, so that a run can be resumed with the cache off.
        Function<Attempt, Optional<BigDecimal>> price =
                attempt -> costs.cost(attempt.target(), attempt.model(), attempt.tokens(), today(time));
        steps.addAll(trail.steps(price));
        // What was sent as it is rests masked all the same.
        steps.add(new CacheStep(cache, RunTrail.atRest(sent(settings, options.consentUnmasked())), time));
        LLMService service = new LLMService(steps, new FailoverStep(routes.byProvider()), totals::stats, time);
        return new LocalService(
                service,
                cache,
                routes,
                price,
                answer -> log.ifPresent(file -> file.append(new RulesRecord(
                        time.now(),
                        answer.runId(),
                        settings.tenant(),
                        answer.agent(),
                        answer.reason(),
                        answer.failure()
                                .filter(LLMException.class::isInstance)
                                .map(failure -> ((LLMException) failure).type().label()),
                        who))),
                log,
                shared);
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
                        JsonlUsageLog.Limits.DEFAULT.fileBytes(),
                        settings.stores().usageDays()),
                warnings));
    }

    /** Notes in the usage log that rules answered where a model was to. */
    void rulesAnswered(String runId, String agent, String reason, Optional<RuntimeException> failure) {
        rules.accept(new RulesAnswer(runId, agent, reason, failure));
    }

    /** What a billed attempt cost; empty if its price is unknown. */
    Optional<BigDecimal> cost(Attempt attempt) {
        return price.apply(attempt);
    }

    LLMService service() {
        return service;
    }

    @Override
    public void close() {
        routes.close();
        cache.close();
        shared.close();
        try {
            if (log.isPresent()) {
                log.get().close();
            }
        } catch (IOException alreadyGone) {
            // Every line was written when its attempt ended.
        }
    }
}
