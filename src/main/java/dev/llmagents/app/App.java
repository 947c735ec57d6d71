package dev.llmagents.app;

import dev.llmagents.agent.ModelAccess;
import dev.llmagents.agent.Workers;
import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMService;
import dev.llmagents.llm.LLMUsageStats;
import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.llm.TokenEstimate;
import dev.llmagents.prompt.PromptLibrary;
import dev.llmagents.record.Recording;
import dev.llmagents.record.ReplayStep;
import dev.llmagents.record.Terms;
import dev.llmagents.team.felicia.FeliciaTeam;
import dev.llmagents.team.meetmind.MeetMindTeam;
import dev.llmagents.team.svea.SveaTeam;
import dev.llmagents.team.svea.rule.RuleCatalogue;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The program for one run: what may be asked of a model, and the teams. Close it when the run is over. */
public final class App implements AutoCloseable {
    /** The reason of runs that were asked for without a model. */
    public static final String OFFLINE = "offline mode";

    private static final int CALLS_AT_ONCE = 8;
    private static final Duration TIME_TO_END = Duration.ofSeconds(1);
    private static final String MEETMIND_TIER = "fast";

    private final Settings settings;
    private final RunOptions options;
    private final TimeSource time;
    private final Reach reach;
    private final Regions regions;
    private final Models models;
    private final String runId;
    private final Optional<Preview> preview;
    private final ModelAccess access;
    private final Keeping keeping;
    private Optional<RunTrail> trail = Optional.empty();
    private Optional<LocalService> service = Optional.empty();
    private volatile Optional<ExecutorService> calls = Optional.empty();
    private Optional<Thread> atShutdown = Optional.empty();
    private volatile boolean brokenOff;

    /** A run that leaves nothing behind. */
    public App(
            Settings settings,
            Folders folders,
            RunOptions options,
            TimeSource time,
            RandomGenerator random,
            Consumer<String> warnings) {
        this(settings, folders, options, time, random, warnings, Keeping.NOTHING);
    }

    /**
     * @param random makes the run's id and spreads retries
     * @param warnings is told, a sentence each, of trouble that does not stop the run
     * @param keeping what is kept of the run, and what kept calls are to serve it
     */
    public App(
            Settings settings,
            Folders folders,
            RunOptions options,
            TimeSource time,
            RandomGenerator random,
            Consumer<String> warnings,
            Keeping keeping) {
        this.reach = new Reach(settings, options);
        // Text may go out as it is to a server of this machine only if no other can be asked in its place.
        this.settings = reach.staysOnThisMachine() ? settings : settings.maskingEverywhere();
        this.options = options;
        this.time = time;
        ModelTable table = PriceFile.table(settings.providers().prices());
        Supplier<Optional<String>> awsRegion = AwsRegion.of(settings.providers().aws());
        this.regions = new Regions(settings, awsRegion);
        this.keeping = keeping;
        Optional<Terms> earlier = keeping.replay()
                .map(Recording::terms)
                .or(() ->
                        keeping.resumption().map(resumption -> resumption.run().terms()));
        this.models = new Models(
                table,
                settings,
                options,
                reach,
                awsRegion,
                earlier.map(Terms::models).orElse(Map.of()));
        this.runId =
                keeping.resumption().map(resumption -> resumption.run().id()).orElseGet(() -> newRunId(random));
        this.preview = options.preview() ? Optional.of(new Preview()) : Optional.empty();
        Optional<String> closed = whyClosed();
        this.access =
                closed.isPresent() ? new ModelAccess.Closed(closed.get()) : open(folders, table, random, warnings);
    }

    private String newRunId(RandomGenerator random) {
        byte[] bytes = new byte[6];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Why no model may be asked, in a few words; empty if one may. */
    private Optional<String> whyClosed() {
        if (keeping.replay().isPresent()) {
            return Optional.empty();
        }
        if (settings.mode() == Mode.OFFLINE) {
            return Optional.of(OFFLINE);
        }
        if (preview.isPresent()) {
            return Optional.empty();
        }
        if (!reach.providers().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(options.provider()
                .flatMap(reach::whatIsMissing)
                .map(key -> key + " is not set")
                .orElse("no API key"));
    }

    private ModelAccess open(Folders folders, ModelTable table, RandomGenerator random, Consumer<String> warnings) {
        ExecutorService workers = Workers.forWaiting();
        calls = Optional.of(workers);
        LLMService ready;
        if (keeping.replay().isPresent()) {
            trail = Optional.of(trail(folders, warnings));
            ready = replaying(keeping.replay().get());
        } else if (preview.isPresent()) {
            ready = preview.get().service(LocalService.privacy(settings, options.consentUnmasked()), time);
        } else {
            RunTrail own = trail(folders, warnings);
            trail = Optional.of(own);
            LocalService local =
                    LocalService.of(settings, reach, regions, folders, options, table, time, random, warnings, own);
            service = Optional.of(local);
            ready = local.service();
            endCallsAtShutdown();
        }
        return new ModelAccess.Open(
                ready,
                new PromptLibrary(settings.prompts()),
                preview.isPresent() ? models::wanted : models::targets,
                workers,
                new Semaphore(CALLS_AT_ONCE),
                new ModelAccess.Policy(
                                settings.tenant(), runId, settings.timeout(), options.readCache(), options.writeCache())
                        .with(this::rulesAnswered));
    }

    private void rulesAnswered(String agent, String reason, Optional<RuntimeException> failure) {
        // Of a run that was broken off nobody gets an answer, the rules' neither.
        if (!brokenOff) {
            service.ifPresent(local -> local.rulesAnswered(runId, agent, reason, failure));
        }
    }

    /**
     * Has the calls that are on their way end when the process is told to, by Ctrl-C for instance, so that each leaves its
     * line in the usage log and gives back what it reserved.
     */
    private void endCallsAtShutdown() {
        Thread hook = new Thread(this::breakOff, "llm-agents-end");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            atShutdown = Optional.of(hook);
        } catch (IllegalStateException endsAlready) {
            calls.ifPresent(ExecutorService::shutdownNow);
        }
    }

    /**
     * Has the calls that are on their way end, so that each leaves its line in the usage log and gives back what it
     * reserved, and waits for that a second at most. The run still has to be closed. May be called from any thread.
     */
    public void breakOff() {
        brokenOff = true;
        if (calls.isEmpty()) {
            return;
        }
        calls.get().shutdownNow();
        try {
            // Beyond it whoever asked for the end has waited long enough.
            calls.get().awaitTermination(TIME_TO_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the run was told to end while it was on its way: what it comes to is of no use to anybody. */
    public boolean isBrokenOff() {
        return brokenOff;
    }

    private RunTrail trail(Folders folders, Consumer<String> warnings) {
        Terms terms = new Terms(models.byTier(), LocalService.sent(settings, options.consentUnmasked()));
        return new RunTrail(keeping, runId, settings, folders.state(), terms, time, warnings);
    }

    /** A service that asks nobody. What was masked when the recording was made is masked now: the questions are to match. */
    private LLMService replaying(Recording recording) {
        Terms.Sent sent = recording.terms().sent();
        return new LLMService(
                LocalService.privacy(sent),
                new ReplayStep(recording, RunTrail.atRest(sent), time),
                () -> Preview.NOTHING_USED,
                time);
    }

    /**
     * Notes what the run is about to read, if models may be asked.
     *
     * @return the inputs to read in their place
     * @throws IOException if an input has changed since the run that is carried on, or nothing can be recorded
     */
    public List<Inputs.Input> begin(List<Inputs.Input> inputs) throws IOException {
        if (access instanceof ModelAccess.Closed closed) {
            refuseToKeep(closed.reason());
            return inputs;
        }
        return trail.isPresent() ? trail.get().begin(inputs) : inputs;
    }

    private void refuseToKeep(String reason) {
        if (keeping.record().isPresent()) {
            throw new SettingsException("There is nothing to record, since no model may be asked (" + reason
                    + "): set OPENAI_API_KEY or OPENAI_BASE_URL, or leave out --record.");
        }
        if (keeping.resumption().isPresent()) {
            throw new SettingsException("The run " + runId + " asked a model, and now none may be asked (" + reason
                    + "): set what it was run with, for instance OPENAI_API_KEY, and resume it then.");
        }
    }

    /**
     * Notes how the run ended, and returns {@code exitCode}.
     *
     * @param isDone whether it came to a result
     * @param tell hears what was recorded
     * @throws IOException if a recording cannot be written
     */
    public int finished(int exitCode, boolean isDone, Consumer<String> tell) throws IOException {
        if (trail.isPresent()) {
            trail.get().finished(exitCode, isDone, tell);
        }
        return exitCode;
    }

    /** What would be sent, if that was asked for and is not known to be nothing. */
    public Optional<Preview> preview() {
        return access instanceof ModelAccess.Open ? preview : Optional.empty();
    }

    public String runId() {
        return runId;
    }

    public ModelAccess access() {
        return access;
    }

    /** Whether the user has asked for a model or given a key, so that rules alone are less than was wanted. */
    public boolean isModelWanted() {
        return keeping.replay().isPresent() || options.model().isPresent() || reach.isWanted();
    }

    /** The models a team's call would go to, in order, each with where it answers and why not where it may not. */
    public List<String> ways(String team, String tier) {
        List<String> ways = new ArrayList<>();
        for (ModelTarget target : models.wanted(tier)) {
            if (reach.providers().contains(target.provider())) {
                String region = regions.of(target);
                boolean refused =
                        settings.providers().residency().refusal(team, region).isPresent();
                ways.add(target + " in region " + region + (refused ? ", refused since residency is eu" : ""));
            }
        }
        return ways;
    }

    /** Whether what is sent is masked, as far as the settings say. */
    boolean masks() {
        return settings.masks();
    }

    /** The ways of MeetMind's calls. */
    public List<String> meetMindWays() {
        return ways("meetmind", MEETMIND_TIER);
    }

    /** What a call that was only made in preview would come to. */
    public CallEstimate estimate(LLMRequest request) {
        ModelTarget target = request.primaryTarget();
        int prompt = TokenEstimate.atMost(request);
        int answer = request.parameters().maxTokens();
        LocalDate today = time.now().atOffset(ZoneOffset.UTC).toLocalDate();
        return new CallEstimate(
                request.origin().step(),
                target.toString(),
                regions.of(target),
                prompt,
                answer,
                models.price(target, prompt, answer, today));
    }

    /**
     * A call as it is planned.
     *
     * @param promptTokens not fewer than will be counted
     * @param answerTokens the longest answer
     * @param costUsd at most; empty if the price is unknown
     */
    public record CallEstimate(
            String step,
            String model,
            String region,
            int promptTokens,
            int answerTokens,
            Optional<BigDecimal> costUsd) {}

    public SveaTeam svea(RuleCatalogue catalogue) {
        return new SveaTeam(catalogue, time.nanos());
    }

    public FeliciaTeam felicia() {
        return new FeliciaTeam(time.nanos());
    }

    public MeetMindTeam meetMind() {
        LocalDate today = time.now().atOffset(ZoneOffset.UTC).toLocalDate();
        return new MeetMindTeam(
                new MeetMindTeam.Settings(models.chunkTokens(MEETMIND_TIER), models.pricing(MEETMIND_TIER, today)),
                time.nanos());
    }

    /** What the run's model calls came to; empty if none could be made. */
    public Optional<LLMUsageStats> usage() {
        return service.map(local -> local.service().usageStats());
    }

    /** What an attempt of this run was billed; empty if its price is unknown. */
    public Optional<BigDecimal> cost(Attempt attempt) {
        return service.isPresent() && attempt.cause().isBillable()
                ? service.get().cost(attempt)
                : Optional.of(BigDecimal.ZERO);
    }

    @Override
    public void close() {
        atShutdown.ifPresent(App::forget);
        calls.ifPresent(ExecutorService::shutdownNow);
        trail.ifPresent(RunTrail::close);
        service.ifPresent(LocalService::close);
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endsAlready) {
            // It is running, or has run.
        }
    }
}
