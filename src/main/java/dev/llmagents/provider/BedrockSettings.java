package dev.llmagents.provider;

import java.net.URI;
import java.util.Optional;

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
