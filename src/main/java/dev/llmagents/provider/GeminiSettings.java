package dev.llmagents.provider;

import java.net.URI;

/**
 * What the Gemini API needs.
 *
 * @param baseUrl server and path up to the version, for instance {@code https://generativelanguage.googleapis.com}
 * @param apiKey sent in a header, never in the address
 */
public record GeminiSettings(URI baseUrl, String apiKey) {
    public static final URI GOOGLE = URI.create("https://generativelanguage.googleapis.com");

    /** Never shows the key. */
    @Override
    public String toString() {
        return "GeminiSettings[baseUrl=" + baseUrl + ", apiKey=" + (apiKey.isEmpty() ? "none" : "set") + "]";
    }
}
