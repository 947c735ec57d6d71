package dev.llmagents.cli;

import dev.llmagents.app.Durations;
import dev.llmagents.app.TrialService;
import dev.llmagents.json.NearName;
import dev.llmagents.load.LoadPlan;
import dev.llmagents.load.Rate;
import dev.llmagents.load.Slo;
import dev.llmagents.usage.Usd;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say what a load test does. */
final class LoadTestOptions {
    private static final Pattern PART = Pattern.compile("([a-z]+(?:\\.[a-z_]+)?)(?:=([1-9]\\d{0,3}))?");
    private static final int MOST_CALLERS = 20_000;
    private static final int MOST_PROMPT_CHARS = 2_000_000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            description = "Send at this rate whatever happens (an open loop): 1000/m, 50/s. 10/s if neither it nor"
                    + " --concurrency is given.")
    private String rate;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description =
                    "So many callers, each sending when it is answered (a closed loop); with --rate the most requests"
                            + " on their way at once.")
    private Integer concurrency;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            defaultValue = "60s",
            description = "What is measured: 60s, 10m (60s if not given).")
    private String duration;

    @Option(
            names = "--warmup",
            paramLabel = "TIME",
            defaultValue = "5s",
            description = "At full rate before that, not counted (5s if not given).")
    private String warmup;

    @Option(
            names = "--ramp",
            paramLabel = "TIME",
            defaultValue = "0s",
            description = "In which the rate rises, before the warm-up, not counted either.")
    private String ramp;

    @Option(
            names = "--workload",
            paramLabel = "MIX",
            defaultValue = "meetmind",
            description =
                    "Agents and their weights, meetmind.qa=2,meetmind.architect=1, or teams: meetmind, svea, felicia.")
    private String workload;

    @Option(
            names = "--hit-share",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "Share of requests that the cache can answer, 0 to 1.")
    private String hitShare;

    @Option(names = "--prompt-chars", paramLabel = "N", description = "Cut or fill each prompt to this length.")
    private Integer promptChars;

    @Option(
            names = "--stream",
            description = "Read answers while they are written: time to first token, time between tokens.")
    private boolean stream;

    @Option(
            names = "--provider",
            paramLabel = "NAMES",
            defaultValue = "simulated",
            completionCandidates = ProviderNames.class,
            description = "simulated, openai, bedrock or gemini; several with commas are tested one after the other.")
    private String provider;

    @Option(
            names = "--fallback",
            paramLabel = "NAMES",
            description = "Whom to ask when that fails: standby (a second simulated provider) or a real one.")
    private String fallback;

    @Option(names = "--model", paramLabel = "NAME", description = "Ask this model of a real provider.")
    private String model;

    @Option(
            names = "--fault",
            paramLabel = "SCRIPT",
            description =
                    "What the simulated provider does: 'latency 100ms; outage 10s-20s'. Times count from the first request.")
    private String fault;

    @Option(
            names = "--max-cost",
            paramLabel = "USD",
            defaultValue = "0.50",
            description =
                    "What real providers may cost at most, warm-up included; beyond it requests fail (0.50 if not given).")
    private String maxCost;

    @Option(
            names = "--slo",
            paramLabel = "GOALS",
            description = "Exit with 7 if missed: 'p95<2s,error_rate<1%%,cost_per_1000<1.50'.")
    private String slo;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            description = "How long a call may take, retries included (30s if not given).")
    private String timeout;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Another mixture and other chances.")
    private long seed;

    LoadPlan plan() {
        Optional<Rate> sent = Optional.ofNullable(rate)
                .map(text -> Rate.parse(text)
                        .orElseThrow(() -> wrong("'" + text + "' for --rate is no rate such as 1000/m or 50/s")));
        if (concurrency != null && (concurrency < 1 || concurrency > MOST_CALLERS)) {
            throw wrong("--concurrency " + concurrency + " is not between 1 and " + MOST_CALLERS);
        }
        if (promptChars != null && (promptChars < 1 || promptChars > MOST_PROMPT_CHARS)) {
            throw wrong("--prompt-chars " + promptChars + " is not between 1 and " + MOST_PROMPT_CHARS);
        }
        if (!hitShare.matches("0|1|0?\\.\\d{1,6}|1\\.0{1,6}|0\\.0")) {
            throw wrong("'" + hitShare + "' for --hit-share is no share between 0 and 1, such as 0.3");
        }
        Duration measured = time("--duration", duration, false);
        if (measured.compareTo(LoadPlan.LONGEST) > 0) {
            throw wrong("--duration " + duration + " is longer than a day");
        }
        return new LoadPlan(
                sent.isEmpty() && concurrency == null ? Rate.parse("10/s") : sent,
                concurrency == null ? OptionalInt.empty() : OptionalInt.of(concurrency),
                measured,
                time("--warmup", warmup, true),
                time("--ramp", ramp, true),
                Double.parseDouble(hitShare),
                promptChars == null ? OptionalInt.empty() : OptionalInt.of(promptChars),
                stream,
                seed,
                time("--timeout", timeout, false));
    }

    private Duration time(String option, String text, boolean orNone) {
        if (orNone && text.matches("0(ms|s|m|h)?")) {
            return Duration.ZERO;
        }
        return Durations.parse(text)
                .filter(known -> known.compareTo(Duration.ofDays(2)) < 0)
                .orElseThrow(() -> wrong("'" + text + "' for " + option + " is no duration such as 30s or 2m"));
    }

    /**
     * Weights by agent.
     *
     * @param agents all there are
     */
    Map<String, Integer> workload(SortedSet<String> agents) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        for (String part : workload.split(",", -1)) {
            Matcher matcher = PART.matcher(part.strip());
            if (!matcher.matches()) {
                throw wrong("'" + part.strip()
                        + "' in --workload is neither an agent such as meetmind.qa=2 nor a team such as meetmind");
            }
            String name = matcher.group(1);
            List<String> meant = agents.stream()
                    .filter(agent -> agent.equals(name) || agent.startsWith(name + "."))
                    .toList();
            if (meant.isEmpty()) {
                throw wrong("There is no agent or team '" + name + "' for --workload" + near(name, agents));
            }
            int weight = Integer.parseInt(Optional.ofNullable(matcher.group(2)).orElse("1"));
            meant.forEach(agent -> weights.merge(agent, weight, Integer::sum));
        }
        return weights;
    }

    private static String near(String name, SortedSet<String> agents) {
        SortedSet<String> known = new TreeSet<>(agents);
        agents.forEach(agent -> known.add(agent.substring(0, agent.indexOf('.'))));
        return NearName.to(name, known)
                .map(near -> ": did you mean " + near + "?")
                .orElseGet(() -> ". There are " + String.join(", ", known));
    }

    /** Each with those it falls back on. */
    List<List<String>> providers() {
        List<String> standIns = fallback == null ? List.of() : names("--fallback", fallback);
        List<List<String>> chains = new ArrayList<>();
        for (String first : names("--provider", provider)) {
            List<String> chain = new ArrayList<>(List.of(first));
            standIns.stream().filter(name -> !name.equals(first)).forEach(chain::add);
            chains.add(chain);
        }
        if (!standIns.isEmpty() && chains.size() == 1 && chains.get(0).size() == 1) {
            throw wrong("--fallback " + fallback + " is the provider that is to fail: name another");
        }
        boolean anyScripted = chains.stream().anyMatch(chain -> chain.contains(TrialService.SCRIPTED));
        if (fault != null && !anyScripted) {
            throw wrong("--fault is what the provider " + TrialService.SCRIPTED + " does, and it is not asked:"
                    + " leave --fault out, or name that provider, too");
        }
        boolean anyReal = chains.stream().anyMatch(chain -> !chain.stream().allMatch(TrialService::isSimulated));
        if (model != null && !anyReal) {
            throw wrong("--model " + model + " is for a real provider: name one with --provider");
        }
        return chains;
    }

    private List<String> names(String option, String text) {
        List<String> names = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String name = part.strip();
            if (!TrialService.PROVIDERS.contains(name)) {
                throw wrong("Unknown provider '" + name + "' for " + option
                        + NearName.to(name, TrialService.PROVIDERS)
                                .map(near -> ": did you mean " + near + "?")
                                .orElse(".")
                        + " There are "
                        + String.join(", ", TrialService.PROVIDERS));
            }
            if (names.contains(name)) {
                throw wrong("The provider " + name + " is named twice in " + option);
            }
            names.add(name);
        }
        return names;
    }

    TrialService.Setup setup(List<String> chain) {
        return new TrialService.Setup(
                chain,
                Optional.ofNullable(model),
                fault().map(script -> "seed " + Math.floorMod(seed, 1_000_000_000) + "; " + script),
                cap());
    }

    Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    private BigDecimal cap() {
        return Usd.parse(maxCost)
                .orElseThrow(() -> wrong("'" + maxCost + "' for --max-cost is no amount of USD such as 0.50"));
    }

    Optional<Slo> slo() {
        try {
            return Optional.ofNullable(slo).map(Slo::parse);
        } catch (IllegalArgumentException unreadable) {
            throw wrong("--slo: " + unreadable.getMessage());
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
