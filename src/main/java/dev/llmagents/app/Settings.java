package dev.llmagents.app;

import dev.llmagents.llm.RateLimits;
import dev.llmagents.usage.Budgets;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What holds for a run, whoever said it.
 *
 * @param openAiKey empty if there is none
 * @param openAiBaseUrl empty for OpenAI's own servers
 * @param providers what the other providers need
 * @param models models set for tiers, by the tier's name
 * @param prompts folder whose prompts replace the shipped ones
 * @param timeout how long a model call may take, retries included
 * @param privacy what is masked before it is sent
 * @param allowance what may be spent and asked
 * @param stores how much is kept, and how long
 */
public record Settings(
        Mode mode,
        String tenant,
        Optional<Secret> openAiKey,
        Optional<URI> openAiBaseUrl,
        ProviderSettings providers,
        Map<String, String> models,
        Optional<Path> prompts,
        Duration timeout,
        Privacy privacy,
        Allowance allowance,
        Stores stores) {
    // Each part at most 255: with a larger one it is no address but a name that has to be looked up.
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}");

    public Settings {
        models = Map.copyOf(models);
    }

    /** Settings under which all personal data is masked, without limits, and with stores of their usual sizes. */
    public Settings(
            Mode mode,
            String tenant,
            Optional<Secret> openAiKey,
            Optional<URI> openAiBaseUrl,
            Map<String, String> models,
            Optional<Path> prompts,
            Duration timeout) {
        this(
                mode,
                tenant,
                openAiKey,
                openAiBaseUrl,
                ProviderSettings.NONE,
                models,
                prompts,
                timeout,
                new Privacy(true, true),
                Allowance.UNLIMITED,
                Stores.DEFAULT);
    }

    /** The same, with text masked wherever it goes. */
    Settings maskingEverywhere() {
        Privacy strict = new Privacy(privacy.names(), true);
        return new Settings(
                mode, tenant, openAiKey, openAiBaseUrl, providers, models, prompts, timeout, strict, allowance, stores);
    }

    /**
     * How much is kept on this machine, and how long.
     *
     * @param cacheBytes what the cache takes at most
     * @param usageDays how long the files of the usage log are kept
     * @param runs how many runs are kept to be shown and resumed; zero for none
     */
    public record Stores(long cacheBytes, Period usageDays, int runs) {
        public static final Stores DEFAULT = new Stores(512L << 20, Period.ofDays(400), 200);
    }

    /**
     * What may be spent and asked.
     *
     * @param budgets daily ones; that of a run is an option of the run
     */
    public record Allowance(Budgets budgets, RateLimits limits) {
        public static final Allowance UNLIMITED = new Allowance(Budgets.NONE, RateLimits.NONE);
    }

    /**
     * What is masked before it is sent; numbers and addresses always are.
     *
     * @param names whether names are
     * @param local whether anything is on the way to a server on this machine
     */
    public record Privacy(boolean names, boolean local) {}

    /** Whether what is sent to the model of this run is masked, as far as the settings say. */
    public boolean masks() {
        return privacy.local() || !isOnThisMachine();
    }

    /** Whether the server that speaks OpenAI's language is on this very machine. */
    public boolean isOnThisMachine() {
        return openAiBaseUrl.map(Settings::isLoopback).orElse(false);
    }

    static boolean isLoopback(URI url) {
        String host = url.getHost() == null ? "" : url.getHost();
        // By name only: an address that has to be looked up may be anywhere tomorrow.
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || LOOPBACK.matcher(host).matches();
    }
}
