package dev.llmagents.app;

import dev.llmagents.llm.ModelTarget;
import dev.llmagents.provider.Providers;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where a model answers, as far as it can be known before it is asked: {@code local}, a region or geography, {@code global},
 * or {@code unknown}.
 */
final class Regions {
    static final String LOCAL = "local";
    static final String UNKNOWN = "unknown";

    /** AWS regions in member states. London, Zurich are in Europe and not in the Union. */
    private static final Set<String> EU = Set.of(
            LOCAL,
            "eu",
            "eu-north-1",
            "eu-west-1",
            "eu-west-3",
            "eu-central-1",
            "eu-south-1",
            "eu-south-2",
            "eusc-de-east-1");
    /** What stands before the id of a model that Bedrock serves by several regions. */
    private static final List<String> GEOGRAPHIES = List.of("eu", "us", "apac", "jp", "au", "ca", "us-gov", "global");

    private final Settings settings;
    private final Supplier<Optional<String>> awsRegion;

    /** @param awsRegion the region Bedrock is asked in; asked for only where it matters */
    Regions(Settings settings, Supplier<Optional<String>> awsRegion) {
        this.settings = settings;
        this.awsRegion = awsRegion;
    }

    static boolean isInEu(String region) {
        return EU.contains(region);
    }

    String of(ModelTarget target) {
        ProviderSettings providers = settings.providers();
        return switch (target.provider()) {
            case Providers.OPENAI -> ofServer(settings.openAiBaseUrl(), "us");
            case Providers.GEMINI -> ofServer(providers.geminiBaseUrl(), "global");
            case Providers.BEDROCK -> ofBedrock(target.model());
            case Providers.SIMULATED -> LOCAL;
            default -> UNKNOWN;
        };
    }

    private static String ofServer(Optional<URI> url, String usual) {
        if (url.isEmpty()) {
            return usual;
        }
        if (Settings.isLoopback(url.get())) {
            return LOCAL;
        }
        String host = url.get().getHost().toLowerCase(Locale.ROOT);
        // OpenAI's address for projects whose data stays in Europe.
        return host.equals("eu.api.openai.com") ? "eu" : UNKNOWN;
    }

    private String ofBedrock(String model) {
        Optional<URI> endpoint = settings.providers().aws().endpoint();
        if (endpoint.filter(Settings::isLoopback).isPresent()) {
            return LOCAL;
        }
        boolean ofAmazon = endpoint.map(url -> url.getHost().toLowerCase(Locale.ROOT))
                .map(host -> host.endsWith(".amazonaws.com") || host.endsWith(".amazonaws.eu"))
                .orElse(true);
        if (!ofAmazon) {
            return UNKNOWN;
        }
        String region = awsRegion.get().orElse(UNKNOWN);
        if (!model.startsWith("arn:")) {
            return geography(model).map(served -> both(served, region)).orElse(region);
        }
        // arn:aws:bedrock:REGION:ACCOUNT:TYPE/ID
        String[] parts = model.split(":", 6);
        if (parts.length < 6) {
            return UNKNOWN;
        }
        String id = parts[5].substring(parts[5].indexOf('/') + 1);
        if (parts[5].startsWith("application-inference-profile/")) {
            // What it was made from is known to the account alone.
            return UNKNOWN;
        }
        return geography(id).map(served -> both(served, parts[3])).orElse(parts[3]);
    }

    /** A profile of the Union that is asked from outside of it has the prompt pass there. */
    private static String both(String geography, String region) {
        return geography.equals("eu") && !isInEu(region) ? region : geography;
    }

    /** The geography of a model's id; empty for a model of one region. */
    static Optional<String> geography(String model) {
        return GEOGRAPHIES.stream()
                .filter(prefix -> model.startsWith(prefix + "."))
                .findFirst();
    }

    /** Whether a model of Bedrock can be asked from {@code region}. */
    static boolean isServed(String model, String region) {
        Optional<String> geography = geography(model);
        return geography.isEmpty()
                || geography.get().equals("global")
                || region.startsWith(geography.get().equals("apac") ? "ap-" : geography.get() + "-");
    }
}
