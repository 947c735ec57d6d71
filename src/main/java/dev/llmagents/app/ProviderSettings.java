package dev.llmagents.app;

import dev.llmagents.provider.simulated.Simulation;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the providers beside OpenAI need, and what holds for all.
 *
 * @param geminiKey empty if there is none
 * @param geminiBaseUrl empty for Google's own servers
 * @param simulation what the simulated provider does; empty for its usual course
 * @param residency where models may run
 * @param prices a file of prices that count before the shipped ones
 */
public record ProviderSettings(
        Optional<Secret> geminiKey,
        Optional<URI> geminiBaseUrl,
        Aws aws,
        Optional<Simulation> simulation,
        Residency residency,
        Optional<Path> prices) {
    static final ProviderSettings NONE = new ProviderSettings(
            Optional.empty(), Optional.empty(), Aws.NONE, Optional.empty(), Residency.ANYWHERE, Optional.empty());

    /**
     * What is known of AWS without asking it.
     *
     * @param endpoint empty for the region's own
     * @param keyId of an access key
     * @param elsewhere whether the environment says where credentials are: a profile, a container, a web identity
     */
    public record Aws(
            Optional<URI> endpoint,
            Optional<String> region,
            Optional<Secret> bearerToken,
            Optional<String> keyId,
            Optional<Secret> secretKey,
            Optional<Secret> sessionToken,
            Optional<String> profile,
            boolean elsewhere) {
        static final Aws NONE = new Aws(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);

        /**
         * Whether credentials were given to this program, so that it may use them unasked. Files that lie in a home folder
         * for other programs are not enough.
         */
        boolean isSetUp() {
            return bearerToken.isPresent()
                    || (keyId.isPresent() && secretKey.isPresent())
                    || profile.isPresent()
                    || elsewhere;
        }
    }
}
