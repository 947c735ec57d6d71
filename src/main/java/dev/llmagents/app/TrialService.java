package dev.llmagents.app;

import dev.llmagents.agent.ModelAccess;
import dev.llmagents.agent.SampleRequests;
import dev.llmagents.llm.BreakerWatch;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMService;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.llm.TokenUsage;
import dev.llmagents.prompt.PromptLibrary;
import dev.llmagents.provider.Providers;
import dev.llmagents.provider.simulated.Simulation;
import dev.llmagents.record.Terms;
import dev.llmagents.usage.CostCalculator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The LLM service of local mode on trial: the same steps, with cache, usage log and shared state in a folder of its own that
 * is gone when it is closed. Everything is on that a run has: accounting, masking, cache, budget, breakers and retries.
 */
public final class TrialService implements AutoCloseable {
    /** The providers it can be tried with. */
    public static final List<String> PROVIDERS =
            Stream.concat(Providers.IDS.stream(), Stream.of(Providers.STANDBY)).toList();
    /** The one that does what a script says. */
    public static final String SCRIPTED = Providers.SIMULATED;

    private final Settings settings;
    private final List<String> providers;
    private final Optional<String> model;
    private final Path folder;
    private final ModelTable table;
    private final Regions regions;
    private final Reach reach;
    private final TimeSource time;
    private final CostCalculator costs;
    private final LocalService local;

    /**
     * What is on trial.
     *
     * @param providers the one to ask, and those to fall back on, in order
     * @param model in place of those of the tiers; empty for these
     * @param simulation the script of the simulated provider
     * @param maxCost US dollars that all calls together may cost
     */
    public record Setup(
            List<String> providers, Optional<String> model, Optional<String> simulation, BigDecimal maxCost) {}

    /**
     * @param probe stands inside of the accounting and sees every attempt
     * @param breakers hears of breakers that change
     * @throws SettingsException if a provider cannot be asked or the script cannot be read
     */
    public TrialService(
            Settings userSettings,
            Setup setup,
            TimeSource time,
            RandomGenerator random,
            Consumer<String> warnings,
            LLMStep probe,
            Consumer<BreakerWatch.Change> breakers) {
        this.providers = List.copyOf(setup.providers());
        this.time = time;
        boolean simulated = providers.stream().allMatch(Reach::isSimulated);
        this.settings = onTrial(userSettings, setup, simulated);
        this.reach = new Reach(settings, providers);
        for (String provider : providers) {
            reach.whatIsMissing(provider).ifPresent(key -> {
                throw new SettingsException("The provider " + provider + " cannot be asked: set " + key + ".");
            });
        }
        this.table = PriceFile.table(settings.providers().prices());
        this.regions = new Regions(settings, AwsRegion.of(settings.providers().aws()));
        this.costs = new CostCalculator(table, withoutSimulated(reach.onThisMachine()), reach.gateways());
        this.model = setup.model();
        this.folder = newFolder();
        RunOptions options =
                new RunOptions(false, Optional.empty(), setup.model(), true, true, false, Optional.of(setup.maxCost()));
        Folders folders = new Folders(
                Optional.empty(), Optional.of(folder.resolve("cache")), Optional.of(folder.resolve("state")));
        RunTrail trail = new RunTrail(
                Keeping.NOTHING,
                "load",
                settings,
                Optional.empty(),
                new Terms(Map.of(), LocalService.sent(settings, false)),
                time,
                warnings);
        this.local = LocalService.of(
                settings,
                reach,
                regions,
                folders,
                options,
                table,
                time,
                random,
                warnings,
                trail,
                new LocalService.Observation(List.of(probe), breakers));
    }

    private static Settings onTrial(Settings user, Setup setup, boolean simulated) {
        ProviderSettings others = user.providers();
        ProviderSettings scripted = new ProviderSettings(
                others.geminiKey(),
                others.geminiBaseUrl(),
                others.aws(),
                setup.simulation().map(TrialService::parse).or(others::simulation),
                others.residency(),
                others.prices());
        return new Settings(
                user.mode(),
                user.tenant(),
                user.openAiKey(),
                user.openAiBaseUrl(),
                scripted,
                user.models(),
                user.prompts(),
                user.timeout(),
                new Settings.Privacy(user.privacy().names(), true),
                // A simulated provider is not to be spared; the limits of real ones hold here, too.
                simulated ? Settings.Allowance.UNLIMITED : user.allowance(),
                user.stores());
    }

    private static Simulation parse(String script) {
        try {
            return Simulation.parse(script);
        } catch (IllegalArgumentException unreadable) {
            throw new SettingsException(unreadable.getMessage(), unreadable);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("llm-agents-load");
        } catch (IOException e) {
            throw new SettingsException(
                    "A load test needs a folder for temporary files, and none can be made: name one that can be written"
                            + " to with LLM_AGENTS_JAVA_OPTS=-Djava.io.tmpdir=DIR.",
                    e);
        }
    }

    public LLMService service() {
        return local.service();
    }

    /** Requests of an agent, made of its prompt's examples. */
    public List<LLMRequest> requests(String agent, PromptLibrary prompts, Duration timeout) {
        ModelAccess.Policy policy = new ModelAccess.Policy(settings.tenant(), "load", timeout, true, true);
        return SampleRequests.of(agent, prompts, this::targets, policy);
    }

    private List<ModelTarget> targets(String tier) {
        List<ModelTarget> targets = new ArrayList<>();
        for (String provider : providers) {
            if (Reach.isSimulated(provider)) {
                targets.add(new ModelTarget(provider, "sample"));
            } else {
                RunOptions only = new RunOptions(false, Optional.of(provider), model, true, true);
                targets.addAll(new Models(
                                table,
                                settings,
                                only,
                                reach,
                                AwsRegion.of(settings.providers().aws()))
                        .targets(tier));
            }
        }
        if (targets.isEmpty()) {
            throw new SettingsException("No model of " + String.join(", ", providers) + " is known for the tier '"
                    + tier + "': name one with --model.");
        }
        return targets;
    }

    /** Whose prices {@link #cost} takes. */
    public String priceBasis() {
        return providers.stream().anyMatch(Reach::isSimulated)
                ? "tokens of simulated answers at the list price of " + listed()
                : withoutSimulated(reach.onThisMachine()).isEmpty()
                        ? "list prices"
                        : "list prices; a server on this machine that is sent no key costs nothing";
    }

    /** The model whose price stands for simulated ones: the first of the everyday tier. */
    private ModelTarget listed() {
        return table.tier("fast").get(0);
    }

    /** What an attempt's tokens cost: simulated ones what they would cost elsewhere, in no bill but the report. */
    public Optional<BigDecimal> cost(ModelTarget asked, String answeringModel, TokenUsage tokens) {
        ModelTarget priced = Reach.isSimulated(asked.provider()) ? listed() : asked;
        String named = Reach.isSimulated(asked.provider()) ? listed().model() : answeringModel;
        return costs.cost(
                priced, named, tokens, time.now().atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static Set<String> withoutSimulated(Set<String> own) {
        return own.stream().filter(provider -> !Reach.isSimulated(provider)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether calls cost money. */
    public static boolean isSimulated(String provider) {
        return Reach.isSimulated(provider);
    }

    @Override
    public void close() {
        local.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException leftOver) {
            // It lies among the temporary files, and the system clears those.
        }
    }
}
