package dev.llmagents.cli;

import dev.llmagents.app.Durations;
import dev.llmagents.app.Keeping;
import dev.llmagents.app.Mode;
import dev.llmagents.app.RunOptions;
import dev.llmagents.app.SettingsReader;
import dev.llmagents.record.Recording;
import dev.llmagents.usage.Usd;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options every team command has. */
final class TeamOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "Which models may be asked: auto (those whose keys are present), local (OpenAI, Gemini), aws (Bedrock, then"
                            + " OpenAI) or offline (the rules alone).")
    private Mode mode;

    @Option(names = "--offline", description = "Short for --mode offline: the rules alone, nothing is sent.")
    private boolean offline;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            completionCandidates = ProviderNames.class,
            description = "Ask this provider only: openai, bedrock, gemini or simulated.")
    private String provider;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            completionCandidates = ModelNames.class,
            description = "Ask this model only: a name such as gpt-4.1, claude-sonnet or gemini/gemini-2.5-pro.")
    private String model;

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            description = "Whose data it is; answers are never shared between tenants.")
    private String tenant;

    @Option(names = "--no-cache", description = "Neither use the cache of models' answers nor add to it.")
    private boolean noCache;

    @Option(names = "--refresh", description = "Ask anew, and keep the new answers.")
    private boolean refresh;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long a model call may take, retries included: 90s, 2m (120s if not given).")
    private Duration timeout;

    @Option(
            names = "--max-cost",
            paramLabel = "USD",
            converter = UsdConverter.class,
            description = "What this run may spend at most; beyond it the rules answer.")
    private BigDecimal maxCost;

    @Option(names = "--consent-unmasked", description = "Send text to models as it is: personal data is not masked.")
    private boolean consentUnmasked;

    @Option(
            names = "--show-masked",
            description = "Show the messages that would be sent, personal data masked; send nothing.")
    private boolean showMasked;

    @Option(
            names = "--strict",
            description = "Exit with 4 if rules answered where a model was asked for, with 5 if for a budget.")
    private boolean strict;

    @Option(names = "--no-fallback", description = "Exit with 6 if a provider fails; the rules do not step in.")
    private boolean noFallback;

    @Option(
            names = "--record",
            paramLabel = "DIR",
            description =
                    "Keep the model's answers in this folder, to be replayed without a key; nothing personal in it.")
    private Path record;

    @Option(
            names = "--replay",
            paramLabel = "DIR",
            description = "Take the model's answers from this recording: no network, no key, the same result.")
    private Path replay;

    @Option(names = "--config", paramLabel = "FILE", description = "Read settings from this file.")
    private Path config;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing on standard error but failures.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say on standard error who answered and how long it took.")
    private boolean verbose;

    @Option(
            names = "--events",
            description = "Tell on standard error what happens, a line of JSON for each event, and nothing else.")
    private boolean events;

    @Option(names = "--no-color", description = "No colours; the variable NO_COLOR does the same.")
    private boolean noColor;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    /** Checks what the library cannot: options that contradict each other, names that are not known. */
    void check() {
        if (offline && mode != null && mode != Mode.OFFLINE) {
            throw wrong("--offline and --mode " + mode.label() + " contradict each other: give one of them");
        }
        if (provider != null && !ProviderNames.ALL.contains(provider)) {
            throw wrong("Unknown provider '" + provider + "' for --provider: use one of "
                    + String.join(", ", ProviderNames.ALL));
        }
        checkKept();
        if (noCache && refresh) {
            throw wrong("--no-cache and --refresh contradict each other: give one of them");
        }
        if (quiet && verbose) {
            throw wrong("--quiet and --verbose contradict each other: give one of them");
        }
        if (quiet && events) {
            throw wrong("--quiet and --events contradict each other: give one of them");
        }
        if (tenant != null && !tenant.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw wrong("The name for --tenant has letters, digits, '.', '_' and '-' only, at most 64 of them");
        }
    }

    /** What contradicts {@code --dry-run}, where a command has it and it is given. */
    void checkDryRun(boolean dryRun) {
        if (dryRun && showMasked) {
            throw wrong("--dry-run and --show-masked show different things: give one of them");
        }
        if (dryRun && isKept()) {
            throw wrong("--dry-run asks no model: leave out --record or --replay, or --dry-run");
        }
    }

    /** What contradicts a recording or its replay. */
    private void checkKept() {
        boolean offlineToo = offline || mode == Mode.OFFLINE;
        String kept = record != null ? "--record" : "--replay";
        if (record != null && replay != null) {
            throw wrong("--record and --replay contradict each other: give one of them");
        }
        if ((record != null || replay != null) && offlineToo) {
            throw wrong(kept + " needs a model and --offline forbids one: give one of them");
        }
        if ((record != null || replay != null) && showMasked) {
            throw wrong("--show-masked asks no model, so there is nothing for " + kept + ": give one of them");
        }
        if (replay != null && refresh) {
            throw wrong("--replay and --refresh contradict each other: give one of them");
        }
    }

    /**
     * What is to be kept of the run, and what kept calls are to serve it.
     *
     * @throws IOException if the recording cannot be replayed
     */
    Keeping keeping(CommandContext context) throws IOException {
        CommandSpec root = spec.root();
        List<String> arguments = root.commandLine().getParseResult().originalArgs();
        return new Keeping(
                Optional.of(KeptCommand.of(spec.qualifiedName(" "), arguments, context)),
                Optional.ofNullable(record).map(context.workingFolder()::resolve),
                replay == null ? Optional.empty() : Optional.of(recording(context)),
                context.resumption());
    }

    private Recording recording(CommandContext context) throws IOException {
        Recording recording = Recording.read(context.workingFolder().resolve(replay));
        Set<String> models = new TreeSet<>();
        recording.calls().forEach(call -> models.add(call.asked().model()));
        if (model != null
                && !models.isEmpty()
                && models.stream().noneMatch(known -> model.equals(known) || model.endsWith("/" + known))) {
            throw wrong("The recording " + replay + " is of " + String.join(", ", models) + ", not of " + model
                    + ": leave out --model");
        }
        return recording;
    }

    boolean isKept() {
        return record != null || replay != null;
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    SettingsReader.Options settings() {
        return new SettingsReader.Options(
                Optional.ofNullable(config),
                offline ? Optional.of(Mode.OFFLINE) : Optional.ofNullable(mode),
                Optional.ofNullable(tenant),
                Optional.ofNullable(timeout));
    }

    RunOptions run() {
        return new RunOptions(
                consentUnmasked,
                Optional.ofNullable(provider),
                Optional.ofNullable(model),
                !noCache && !refresh,
                !noCache,
                showMasked,
                Optional.ofNullable(maxCost));
    }

    boolean isShowMasked() {
        return showMasked;
    }

    boolean isStrict() {
        return strict;
    }

    boolean isNoFallback() {
        return noFallback;
    }

    boolean isQuiet() {
        return quiet;
    }

    boolean isVerbose() {
        return verbose;
    }

    boolean isNoColor() {
        return noColor;
    }

    /** Reads amounts. */
    static final class UsdConverter implements ITypeConverter<BigDecimal> {
        @Override
        public BigDecimal convert(String value) {
            return Usd.parse(value)
                    .orElseThrow(() -> new TypeConversionException("'" + value + "' is no amount of USD such as 0.50"));
        }
    }

    /** Reads durations. */
    static final class DurationConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String value) {
            return Durations.parse(value)
                    .orElseThrow(() -> new TypeConversionException("'" + value + "' is no duration such as 90s or 2m"));
        }
    }
}
