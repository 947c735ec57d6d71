package dev.llmagents.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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
        Privacy privacy) {
    // Each part at most 255: with a larger one it is no address but a name that has to be looked up.
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}");

    public Settings {
        models = Map.copyOf(models);
    }

    /** Settings under which all personal data is masked. */
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
                new Privacy(true, true));
    }

    /** The same, with text masked wherever it goes. */
    Settings maskingEverywhere() {
        Privacy strict = new Privacy(privacy.names(), true);
        return new Settings(mode, tenant, openAiKey, openAiBaseUrl, providers, models, prompts, timeout, strict);
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
