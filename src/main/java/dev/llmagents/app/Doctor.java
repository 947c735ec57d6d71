package dev.llmagents.app;

import dev.llmagents.app.Health.AgentState;
import dev.llmagents.app.Health.Finding;
import dev.llmagents.app.Health.Level;
import dev.llmagents.app.Health.Shares;
import dev.llmagents.cache.CacheStore;
import dev.llmagents.llm.BreakerRecord;
import dev.llmagents.llm.BudgetLedger.Standing;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.prompt.Prompt;
import dev.llmagents.prompt.PromptException;
import dev.llmagents.prompt.PromptLibrary;
import dev.llmagents.state.SharedState;
import dev.llmagents.usage.stats.Dimension;
import dev.llmagents.usage.stats.TooManyGroups;
import dev.llmagents.usage.stats.UsageFigures;
import dev.llmagents.usage.stats.UsageQuery;
import dev.llmagents.usage.stats.UsageReport;
import dev.llmagents.usage.stats.UsageStats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Looks at everything a run depends on and says what is out of order. Writes nothing and asks nobody, unless told to look
 * at the providers too. Use once, from one thread.
 */
public final class Doctor {
    private static final Duration LOOKED_BACK = Duration.ofDays(30);
    // Providers change their prices a few times a year.
    private static final long OLD_PRICES_DAYS = 180;

    private final Settings settings;
    private final Folders folders;
    private final TimeSource time;
    private final RandomGenerator random;
    private final Instant now;
    private final Reach reach;
    private final ModelTable table;
    private final List<Finding> findings = new ArrayList<>();

    /** @param random makes the ids of calls that are made to look whether a provider answers */
    public Doctor(Settings settings, Folders folders, TimeSource time, RandomGenerator random) {
        this.settings = settings;
        this.folders = folders;
        this.time = time;
        this.random = random;
        this.now = time.now();
        this.reach = new Reach(settings, new RunOptions(false, Optional.empty(), Optional.empty(), false, false));
        this.table = PriceFile.table(settings.providers().prices());
    }

    /**
     * @param live whether each provider whose key is there is asked one question of a few tokens, and the usual ports of
     *     model servers on this machine are knocked at
     */
    public Health examine(boolean live) {
        configuration();
        keys();
        prices();
        stores();
        Map<String, BreakerRecord> breakers = breakers();
        List<Standing> budgets = budgets();
        if (live) {
            findings.addAll(new LiveCheck(settings, folders, time, random).of(reach.providers()));
            findings.addAll(LocalServers.findings());
        }
        Map<String, Shares> shares = shares();
        return new Health(findings, agents(shares, Optional.empty(), breakers, budgets));
    }

    /**
     * Who would answer for each agent now, without looking at anything else.
     *
     * @param model the only model to be asked; empty for those of the settings
     */
    public List<AgentState> agents(Optional<String> model) {
        return agents(Map.of(), model, breakers(), budgets());
    }

    private void found(String subject, Level level, String sentence) {
        findings.add(new Finding(subject, level, sentence));
    }

    private void configuration() {
        String file = folders.config()
                .map(folder -> folder.resolve("config.yaml"))
                .map(path -> Files.exists(path) ? "read " + path : "no file " + path + "; built-in settings hold")
                .orElse("neither HOME nor LLM_AGENTS_HOME is set, so nothing is kept");
        found(
                "configuration",
                folders.config().isPresent() ? Level.OK : Level.NOTE,
                "mode " + settings.mode().name().toLowerCase(java.util.Locale.ROOT) + ", tenant " + settings.tenant()
                        + "; " + file);
    }

    private void keys() {
        ProviderSettings others = settings.providers();
        key("OPENAI_API_KEY", settings.openAiKey().isPresent());
        key("GOOGLE_API_KEY", others.geminiKey().isPresent());
        key("AWS credentials", others.aws().isSetUp());
        settings.openAiBaseUrl().ifPresent(url -> found("keys", Level.OK, "OPENAI_BASE_URL names " + url.getHost()));
    }

    private void key(String name, boolean isThere) {
        found("keys", isThere ? Level.OK : Level.NOTE, name + (isThere ? " set" : " not set"));
    }

    private void prices() {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        long days = ChronoUnit.DAYS.between(table.asOf(), today);
        boolean old = days > OLD_PRICES_DAYS;
        found(
                "prices",
                old ? Level.NOTE : Level.OK,
                "compared with the providers' lists on " + table.asOf() + ", " + days + " days ago"
                        + (old ? ": state newer ones in a file named under prices in config.yaml" : ""));
    }

    private void stores() {
        folders.cache().ifPresent(this::cache);
        folders.state().ifPresent(folder -> {
            place("state", folder);
            place("usage log", folder.resolve("usage"));
            place("runs", folder.resolve("runs"));
            place("shared state", folder.resolve("shared"));
        });
    }

    private void cache(Path folder) {
        if (!place("cache", folder)) {
            return;
        }
        try {
            CacheStore.Verdict verdict = new CacheStore(folder, time.clock()).verify();
            if (verdict.damaged().isEmpty()) {
                found("cache", Level.OK, verdict.records() + " whole answers, nothing damaged");
            } else {
                found(
                        "cache",
                        Level.BROKEN,
                        verdict.damaged().get(0) + " 'llm-agents cache verify' tells all, 'cache clear' starts anew");
            }
        } catch (IOException unreadable) {
            found("cache", Level.BROKEN, unreadable.getMessage());
        }
    }

    /** Whether {@code folder} is there and can be used; one that is not there has to be one that can be made. */
    private boolean place(String subject, Path folder) {
        Path nearest = folder.toAbsolutePath();
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        boolean usable = Files.isDirectory(nearest) && Files.isReadable(nearest) && Files.isWritable(nearest);
        if (!usable) {
            found(
                    subject,
                    Level.BROKEN,
                    nearest + " is " + (Files.isDirectory(nearest) ? "not writable" : "no folder")
                            + ": make it a folder of yours, or set LLM_AGENTS_HOME to another");
        } else if (!Files.exists(folder)) {
            found(subject, Level.OK, folder + " is not there yet and will be made");
            return false;
        } else if (!subject.equals("cache")) {
            found(subject, Level.OK, folder + " can be read and written");
        }
        return usable;
    }

    private Map<String, BreakerRecord> breakers() {
        Map<String, BreakerRecord> all;
        try (SharedState shared = new SharedState(
                folders.shared(), time.clock(), random, sentence -> found("breaker", Level.BROKEN, sentence))) {
            all = shared.breakers().all();
        }
        boolean quiet = true;
        for (Map.Entry<String, BreakerRecord> known : all.entrySet()) {
            BreakerRecord.State state = known.getValue().state(now);
            if (state != BreakerRecord.State.CLOSED) {
                quiet = false;
                found("breaker", state == BreakerRecord.State.OPEN ? Level.BROKEN : Level.NOTE, breaker(known));
            }
        }
        if (quiet) {
            found("breaker", Level.OK, "no provider is left alone");
        }
        return all;
    }

    private List<Standing> budgets() {
        List<Standing> standings =
                BudgetStandings.today(settings, folders, time, random, Optional.of(settings.tenant()));
        if (standings.isEmpty()) {
            found("budgets", Level.OK, "no daily budget is set");
        }
        for (Standing standing : standings) {
            boolean usedUp = standing.left().signum() == 0;
            found(
                    "budgets",
                    usedUp ? Level.NOTE : Level.OK,
                    BudgetStandings.words(standing)
                            + (usedUp ? "; the rules answer until the day of Universal Time is over" : ""));
        }
        return standings;
    }

    private String breaker(Map.Entry<String, BreakerRecord> known) {
        BreakerRecord record = known.getValue();
        boolean open = record.state(now) == BreakerRecord.State.OPEN;
        return known.getKey()
                + (open ? " is left alone until " + record.openUntil().orElseThrow() : " is tried again")
                + record.lastError()
                        .map(error -> ", since calls failed: " + error.label())
                        .orElse("")
                + (open
                        ? ". To ask it at once, delete breakers.state in "
                                + folders.shared().map(Path::toString).orElse("the folder of the shared state")
                        : "");
    }

    private Map<String, Shares> shares() {
        Map<String, Shares> shares = new TreeMap<>();
        if (folders.state().isEmpty()) {
            return shares;
        }
        UsageQuery query = UsageQuery.ALL
                .between(now.minus(LOOKED_BACK), now.plusSeconds(1))
                .by(Dimension.AGENT);
        try {
            UsageReport report = new UsageStats(folders.state().get().resolve("usage")).report(query);
            for (UsageReport.Group group : report.groups()) {
                UsageFigures figures = group.figures();
                shares.put(
                        group.key().get(0),
                        new Shares(
                                figures.latency().count(), figures.cacheHits() + figures.coalesced(), figures.rules()));
            }
            if (report.log().damaged() > 0) {
                found("usage log", Level.NOTE, report.log().damaged() + " lines cannot be read and do not count");
            }
        } catch (IOException | TooManyGroups unreadable) {
            found("usage log", Level.BROKEN, unreadable.getMessage());
        }
        return shares;
    }

    private List<AgentState> agents(
            Map<String, Shares> shares,
            Optional<String> model,
            Map<String, BreakerRecord> breakers,
            List<Standing> budgets) {
        RunOptions options = new RunOptions(false, Optional.empty(), model, false, false);
        AgentOutlook outlook = new AgentOutlook(settings, reach, table, breakers, budgets, time);
        Models models =
                new Models(table, settings, options, reach, settings.providers().aws()::region);
        PromptLibrary prompts = new PromptLibrary(settings.prompts());
        List<AgentState> agents = new ArrayList<>();
        try {
            for (String id : prompts.ids()) {
                agents.add(agent(id, prompts, models, outlook, Optional.ofNullable(shares.get(id))));
            }
        } catch (PromptException unlisted) {
            found("prompts", Level.BROKEN, unlisted.getMessage());
        }
        return agents;
    }

    private AgentState agent(
            String id, PromptLibrary prompts, Models models, AgentOutlook outlook, Optional<Shares> shares) {
        String tier = "?";
        try {
            Prompt prompt = prompts.prompt(id);
            tier = prompt.tier();
            if (reach.providers().isEmpty()) {
                String why = settings.mode() == Mode.OFFLINE ? App.OFFLINE : "no API key";
                return new AgentState(id, tier, Optional.empty(), Optional.of(why), shares);
            }
            List<ModelTarget> targets = models.targets(tier);
            if (targets.isEmpty()) {
                return new AgentState(id, tier, Optional.empty(), Optional.of("no such tier"), shares);
            }
            AgentOutlook.Verdict verdict = outlook.of(prompt, targets);
            Optional<String> why = verdict.passedOver().isEmpty()
                    ? Optional.empty()
                    : Optional.of(String.join("; ", verdict.passedOver()));
            return new AgentState(id, tier, verdict.model().map(ModelTarget::toString), why, shares);
        } catch (PromptException broken) {
            found("prompts", Level.BROKEN, broken.getMessage());
            return new AgentState(id, tier, Optional.empty(), Optional.of("its prompt is broken"), shares);
        } catch (LLMException none) {
            return new AgentState(id, tier, Optional.empty(), Optional.of(none.getMessage()), shares);
        }
    }
}
