package dev.llmagents.app;

import dev.llmagents.provider.Providers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which providers a run may ask: by its mode, the keys that are there, and what the user named. */
final class Reach {
    private final Settings settings;
    private final Optional<String> onlyProvider;
    private final List<String> providers;

    Reach(Settings settings, RunOptions options) {
        this.settings = settings;
        this.onlyProvider = options.provider();
        this.providers = reachable();
    }

    /** Exactly these providers, whether they can be asked or not. */
    Reach(Settings settings, List<String> providers) {
        this.settings = settings;
        this.onlyProvider = Optional.empty();
        this.providers = List.copyOf(providers);
    }

    private List<String> reachable() {
        if (settings.mode() == Mode.OFFLINE) {
            return List.of();
        }
        if (onlyProvider.isPresent()) {
            // Who names a provider means it, whatever the mode would have chosen.
            return onlyProvider.filter(named -> whatIsMissing(named).isEmpty()).stream()
                    .toList();
        }
        List<String> found = new ArrayList<>();
        for (String provider : order()) {
            boolean wanted = settings.mode() == Mode.AWS && provider.equals(Providers.BEDROCK);
            if (wanted || isSetUp(provider)) {
                found.add(provider);
            }
        }
        return found;
    }

    /** The providers of the mode, those to ask first before the others. */
    List<String> order() {
        return switch (settings.mode()) {
            case AUTO -> List.of(Providers.OPENAI, Providers.BEDROCK, Providers.GEMINI);
            case LOCAL -> List.of(Providers.OPENAI, Providers.GEMINI);
            case AWS -> List.of(Providers.BEDROCK, Providers.OPENAI);
            case OFFLINE -> List.of();
        };
    }

    private boolean isSetUp(String provider) {
        ProviderSettings others = settings.providers();
        return switch (provider) {
            case Providers.OPENAI ->
                settings.openAiKey().isPresent() || settings.openAiBaseUrl().isPresent();
            case Providers.GEMINI -> others.geminiKey().isPresent();
            case Providers.BEDROCK -> others.aws().isSetUp();
            default -> false;
        };
    }

    /** What would have to be set for a provider that is asked by name; empty if nothing, as far as is known. */
    static Optional<String> whatIsMissing(String provider, boolean isSetUp) {
        if (isSetUp) {
            return Optional.empty();
        }
        return switch (provider) {
            case Providers.OPENAI -> Optional.of("OPENAI_API_KEY");
            case Providers.GEMINI -> Optional.of("GOOGLE_API_KEY");
            // Its credentials may lie where only the SDK looks.
            default -> Optional.empty();
        };
    }

    Optional<String> whatIsMissing(String provider) {
        return whatIsMissing(provider, isSetUp(provider));
    }

    /** The providers that may be asked. */
    List<String> providers() {
        return providers;
    }

    /** Whether the user has asked for a model or given a key. */
    boolean isWanted() {
        return onlyProvider.isPresent()
                || settings.mode() == Mode.LOCAL
                || settings.mode() == Mode.AWS
                || (settings.mode() == Mode.AUTO && !providers.isEmpty());
    }

    /** Those of them that run on this machine. */
    Set<String> onThisMachine() {
        return providers.stream().filter(this::isOnThisMachine).collect(Collectors.toUnmodifiableSet());
    }

    /** Those on this machine that are sent a key, so that they may well pass questions on to somebody who bills for them. */
    Set<String> gateways() {
        return onThisMachine().stream()
                .filter(provider -> !isSimulated(provider)
                        && (!provider.equals(Providers.OPENAI)
                                || settings.openAiKey().isPresent()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isOnThisMachine(String provider) {
        ProviderSettings others = settings.providers();
        return switch (provider) {
            case Providers.OPENAI -> settings.isOnThisMachine();
            case Providers.GEMINI ->
                others.geminiBaseUrl().filter(Settings::isLoopback).isPresent();
            case Providers.BEDROCK ->
                others.aws().endpoint().filter(Settings::isLoopback).isPresent();
            default -> isSimulated(provider);
        };
    }

    static boolean isSimulated(String provider) {
        return provider.equals(Providers.SIMULATED) || provider.equals(Providers.STANDBY);
    }

    /** Whether whatever provider answers, nothing leaves this machine. */
    boolean staysOnThisMachine() {
        return onThisMachine().size() == providers.size();
    }
}
