package dev.llmagents.provider;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Amazon Bedrock needs. What is empty is looked for where the AWS SDK looks: profile files, container, instance.
 *
 * @param endpoint empty for the region's own
 * @param region for instance {@code eu-north-1}
 * @param bearerToken a Bedrock API key, which takes the place of a signature
 * @param keys access keys the program was given
 * @param profile the profile of the AWS files
 */
public record BedrockSettings(
        Optional<URI> endpoint,
        Optional<String> region,
        Optional<String> bearerToken,
        Optional<Keys> keys,
        Optional<String> profile) {

    // A region becomes part of a host name.
    private static final Pattern REGION = Pattern.compile("[a-z]{2,6}(-[a-z0-9]{1,12}){1,4}");

    /** The service's own address in {@code region}; empty if that is no region's name. */
    public static Optional<URI> endpointIn(String region) {
        return isRegion(region)
                ? Optional.of(URI.create("https://bedrock-runtime." + region + ".amazonaws.com"))
                : Optional.empty();
    }

    static boolean isRegion(String name) {
        return REGION.matcher(name).matches();
    }

    /** An access key, and the token that belongs to it if it is a temporary one. */
    public record Keys(String id, String secret, Optional<String> sessionToken) {
        /** Never shows them. */
        @Override
        public String toString() {
            return "Keys[set]";
        }
    }

    /** Never shows a key. */
    @Override
    public String toString() {
        String access = bearerToken.isPresent() ? "token" : keys.isPresent() ? "keys" : "default";
        return "BedrockSettings[endpoint=" + endpoint + ", region=" + region + ", access=" + access + "]";
    }
}
