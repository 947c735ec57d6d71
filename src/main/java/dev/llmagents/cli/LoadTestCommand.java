package dev.llmagents.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.agent.Workers;
import dev.llmagents.app.OutputFile;
import dev.llmagents.app.Settings;
import dev.llmagents.app.SettingsException;
import dev.llmagents.app.SettingsReader;
import dev.llmagents.app.TrialService;
import dev.llmagents.json.Json;
import dev.llmagents.load.LoadPlan;
import dev.llmagents.load.LoadProbe;
import dev.llmagents.load.LoadReport;
import dev.llmagents.load.LoadResult;
import dev.llmagents.load.LoadTest;
import dev.llmagents.load.Machine;
import dev.llmagents.load.MemoryGauge;
import dev.llmagents.load.Prices;
import dev.llmagents.load.Slo;
import dev.llmagents.load.Workload;
import dev.llmagents.prompt.PromptException;
import dev.llmagents.prompt.PromptLibrary;
import dev.llmagents.report.load.LoadFormats;
import dev.llmagents.report.load.LoadJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code llm-agents load-test}. */
@Command(
        name = "load-test",
        description =
                "Drive the LLM service with many requests and measure what becomes of them. Without further options"
                        + " against a simulated provider, which costs nothing.",
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done",
            "  2  wrong usage or setting",
            "  3  the report of --compare cannot be read",
            "  7  a goal of --slo was missed, or the generator was too slow to tell",
            "  130  interrupted; the report tells what was measured until then",
            "",
            "Examples:",
            "  llm-agents load-test --rate 1000/m --duration 60s --slo 'p95<2s,error_rate<1%%'",
            "  llm-agents load-test --rate 50/s --fault 'latency 200ms; outage 20s-40s' --fallback standby -o load.html",
            "  llm-agents load-test --concurrency 32 --provider openai --max-cost 0.20 --duration 30s"
        })
final class LoadTestCommand implements Callable<Integer> {
    // What threads of the system cost in memory; virtual ones are bounded by the requests they hold.
    private static final int MOST_ON_PLATFORM_THREADS = 1_000;
    private static final int MOST_ON_VIRTUAL_THREADS = 10_000;
    private static final int FIRST_JAVA_WITH_VIRTUAL_THREADS = 21;
    private static final long TIME_TO_REPORT = 5;
    // Ours have a few hundred KiB at most, with a series for each of several providers.
    private static final int LARGEST_REPORT = 16 << 20;

    private final CommandContext context;
    private final AtomicReference<LoadTest> current = new AtomicReference<>();
    private volatile boolean broken;

    @Mixin
    private LoadTestOptions options;

    @Option(
            names = "--compare",
            paramLabel = "OLD.json",
            description = "Show the changes since this report, made by --format json.")
    private Path compare;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, json or html; by the ending of -o, else text.")
    private LoadFormats format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the report to this file.")
    private Path output;

    @Option(names = "--config", paramLabel = "FILE", description = "Read settings from this file.")
    private Path config;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing on standard error but failures.")
    private boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    LoadTestCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        LoadPlan plan = options.plan();
        Optional<Slo> goals = options.slo();
        List<List<String>> chains = options.providers();
        Optional<JsonNode> older = compare == null ? Optional.empty() : Optional.of(older());
        Optional<Path> file = Optional.ofNullable(output).map(context.workingFolder()::resolve);
        if (file.isPresent()) {
            OutputFile.check(file.get());
        }
        Settings settings = SettingsReader.read(
                context.environment(),
                context.workingFolder(),
                new SettingsReader.Options(
                        Optional.ofNullable(config), Optional.empty(), Optional.empty(), Optional.empty()),
                this::tell);
        PromptLibrary prompts = new PromptLibrary(settings.prompts());
        Map<String, Integer> weights = options.workload(prompts.ids());
        boolean virtual = Runtime.version().feature() >= FIRST_JAVA_WITH_VIRTUAL_THREADS;
        Machine machine = Machine.ofThisProcess(virtual);
        Instant started = context.time().now();
        CountDownLatch reported = new CountDownLatch(1);
        Thread hook = stopAtShutdown(reported);
        if (context.isWatched()) {
            context.onlooker().began(this::stop, Optional::empty);
        }
        try {
            List<LoadResult> results = new ArrayList<>();
            for (List<String> chain : chains) {
                if (!broken) {
                    results.add(test(chain, plan, weights, settings, prompts, virtual));
                }
            }
            LoadReport report = new LoadReport(
                    started, Version.number(), plan, weights, options.fault(), machine, results, broken, goals);
            write(report, older, file);
            if (broken) {
                return ExitCode.INTERRUPTED.code();
            }
            return (report.isPassed() ? ExitCode.DONE : ExitCode.GATE).code();
        } finally {
            reported.countDown();
            forget(hook);
        }
    }

    private LoadResult test(
            List<String> chain,
            LoadPlan plan,
            Map<String, Integer> weights,
            Settings settings,
            PromptLibrary prompts,
            boolean virtual) {
        LoadProbe probe = new LoadProbe(context.time().nanos());
        String name = String.join(" + ", chain);
        try (TrialService trial = new TrialService(
                settings, options.setup(chain), context.time(), context.random(), this::tell, probe, probe::changed)) {
            List<Workload.Part> parts = new ArrayList<>();
            weights.forEach((agent, weight) ->
                    parts.add(new Workload.Part(agent, weight, trial.requests(agent, prompts, plan.timeout()))));
            LoadTest test = new LoadTest(
                    plan,
                    new Workload(parts),
                    new LoadTest.Subject(name, trial.service(), probe, new Prices(trial.priceBasis(), trial::cost)),
                    Workers::forWaiting,
                    virtual ? MOST_ON_VIRTUAL_THREADS : MOST_ON_PLATFORM_THREADS,
                    context.time(),
                    MemoryGauge.ofProcess());
            current.set(test);
            if (broken) {
                test.stop();
            }
            LoadProgress progress = new LoadProgress(
                    context.streams(),
                    context.terminal().isLive(context.environment()) && !quiet,
                    context.terminal().columns(),
                    name,
                    plan);
            LoadResult result = test.run(progress);
            progress.clear();
            return result;
        } catch (PromptException unknown) {
            throw new SettingsException("--workload: " + unknown.getMessage(), unknown);
        }
    }

    private JsonNode older() throws IOException {
        byte[] text;
        try (InputStream in = Files.newInputStream(context.workingFolder().resolve(compare))) {
            text = in.readNBytes(LARGEST_REPORT);
        } catch (NoSuchFileException missing) {
            throw new IOException(compare + " does not exist: name a report made by load-test --format json.", missing);
        } catch (IOException unreadable) {
            throw new IOException(
                    compare + " cannot be read: name a report made by load-test --format json.", unreadable);
        }
        JsonNode report = Json.object();
        try {
            // One that is cut off there is no JSON.
            report = Json.parse(new String(text, StandardCharsets.UTF_8));
        } catch (JsonProcessingException noJson) {
            // Said below.
        }
        String schema = report.path("schema").asText();
        if (schema.equals(LoadJson.SCHEMA)) {
            return report;
        }
        throw new IOException(
                schema.startsWith(LoadJson.SCHEMA_OF_ANY_VERSION)
                        ? compare
                                + " was made by a version of llm-agents with other reports: make it anew with this one."
                        : compare + " is no report of load-test --format json: name one with --compare.");
    }

    private void write(LoadReport report, Optional<JsonNode> older, Optional<Path> file) throws IOException {
        LoadFormats chosen = Optional.ofNullable(format)
                .or(() -> file.flatMap(path -> LoadFormats.ofFile(path.toString())))
                .orElse(LoadFormats.TEXT);
        String text = chosen.render(report, older);
        if (file.isPresent()) {
            OutputFile.write(file.get(), text);
        } else {
            context.streams().result(text);
        }
    }

    private void tell(String sentence) {
        if (!quiet) {
            context.streams().tell(sentence);
        }
    }

    private void stop() {
        broken = true;
        Optional.ofNullable(current.get()).ifPresent(LoadTest::stop);
    }

    /** On Ctrl-C the test ends, and the process waits until what was measured is reported. */
    private Thread stopAtShutdown(CountDownLatch reported) {
        Thread hook = new Thread(
                () -> {
                    stop();
                    try {
                        if (!reported.await(TIME_TO_REPORT, TimeUnit.SECONDS)) {
                            tell("The load test did not end in time, and its report is lost.");
                        }
                    } catch (InterruptedException over) {
                        Thread.currentThread().interrupt();
                    }
                },
                "llm-agents-load-end");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException endsAlready) {
            broken = true;
        }
        return hook;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endsAlready) {
            // It is running, or has run.
        }
    }
}
