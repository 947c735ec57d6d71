package dev.llmagents.provider;

import java.net.URI;
import java.util.Optional;

/**
 * What an OpenAI-compatible server needs.
 *
 * @param baseUrl up to and including the version, for instance {@code https://api.openai.com/v1}
 * @param apiKey sent as bearer token; empty for servers that want none
 */
public record OpenAiSettings(URI baseUrl, Optional<String> apiKey) {
    public static final URI OPENAI = URI.create("https://api.openai.com/v1");

    /** Never shows the key. */
    @Override
    public String toString() {
        return "OpenAiSettings[baseUrl=" + baseUrl + ", apiKey=" + (apiKey.isPresent() ? "set" : "none") + "]";
    }
}
