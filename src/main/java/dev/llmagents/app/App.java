package dev.llmagents.app;

import dev.llmagents.agent.ModelAccess;
import dev.llmagents.agent.Workers;
import dev.llmagents.llm.LLMService;
import dev.llmagents.llm.LLMUsageStats;
import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.prompt.PromptLibrary;
import dev.llmagents.team.meetmind.MeetMindTeam;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The program for one run: what may be asked of a model, and the teams. Close it when the run is over. */
public final class App implements AutoCloseable {
    /** The reason of runs that were asked for without a model. */
    public static final String OFFLINE = "offline mode";

    private static final int CALLS_AT_ONCE = 8;
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
    private Optional<LocalService> service = Optional.empty();
    private Optional<ExecutorService> calls = Optional.empty();

    /**
     * @param random makes the run's id and spreads retries
     * @param warnings is told, a sentence each, of trouble that does not stop the run
     */
    public App(
            Settings settings,
            Folders folders,
            RunOptions options,
            TimeSource time,
            RandomGenerator random,
            Consumer<String> warnings) {
        this.reach = new Reach(settings, options);
        // Text may go out as it is to a server of this machine only if no other can be asked in its place.
        this.settings = reach.staysOnThisMachine() ? settings : settings.maskingEverywhere();
        this.options = options;
        this.time = time;
        ModelTable table = PriceFile.table(settings.providers().prices());
        Supplier<Optional<String>> awsRegion = AwsRegion.of(settings.providers().aws());
        this.regions = new Regions(settings, awsRegion);
        this.models = new Models(table, settings, options, reach, awsRegion);
        this.runId = newRunId(random);
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
        if (preview.isPresent()) {
            ready = preview.get().service(LocalService.privacy(settings, options.consentUnmasked()), time);
        } else {
            LocalService local =
                    LocalService.of(settings, reach, regions, folders, options.consentUnmasked(), table, time, random, warnings);
            service = Optional.of(local);
            ready = local.service();
        }
        return new ModelAccess.Open(
                ready,
                new PromptLibrary(settings.prompts()),
                preview.isPresent() ? models::wanted : models::targets,
                workers,
                new Semaphore(CALLS_AT_ONCE),
                new ModelAccess.Policy(
                        settings.tenant(), runId, settings.timeout(), options.readCache(), options.writeCache()));
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
        return options.model().isPresent() || reach.isWanted();
    }

    /** The models a team's call would go to, in order, each with where it answers and why not where it may not. */
    public List<String> ways(String team, String tier) {
        List<String> ways = new ArrayList<>();
        for (ModelTarget target : models.wanted(tier)) {
            if (reach.providers().contains(target.provider())) {
                String region = regions.of(target);
                boolean refused = settings.providers().residency().refusal(team, region).isPresent();
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

    public MeetMindTeam meetMind() {
        LocalDate today = time.now().atOffset(ZoneOffset.UTC).toLocalDate();
        return new MeetMindTeam(
                new MeetMindTeam.Settings(
                        models.chunkTokens(MEETMIND_TIER), models.pricing(MEETMIND_TIER, today)),
                time.nanos());
    }

    /** What the run's model calls came to; empty if none could be made. */
    public Optional<LLMUsageStats> usage() {
        return service.map(local -> local.service().usageStats());
    }

    @Override
    public void close() {
        calls.ifPresent(ExecutorService::shutdownNow);
        service.ifPresent(LocalService::close);
    }
}
