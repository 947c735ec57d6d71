package dev.llmagents.provider;

import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Credentials, region and signature as the AWS SDK finds and makes them. Safe for use by several threads. */
final class AwsAccess {
    private static final String SERVICE = "bedrock";

    private final Supplier<AwsCredentialsIdentity> credentials;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final Clock clock;

    AwsAccess(Supplier<AwsCredentialsIdentity> credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** With the keys of {@code settings}, or whatever the SDK's own chain finds when the first call is made. */
    static AwsAccess of(BedrockSettings settings, Clock clock) {
        return new AwsAccess(settings.keys().map(AwsAccess::fixed).orElseGet(() -> chain(settings.profile())), clock);
    }

    private static Supplier<AwsCredentialsIdentity> fixed(BedrockSettings.Keys keys) {
        AwsCredentialsIdentity identity = keys.sessionToken()
                .<AwsCredentialsIdentity>map(token -> AwsSessionCredentials.create(keys.id(), keys.secret(), token))
                .orElseGet(() -> AwsBasicCredentials.create(keys.id(), keys.secret()));
        return () -> identity;
    }

    private static Supplier<AwsCredentialsIdentity> chain(Optional<String> profile) {
        DefaultCredentialsProvider.Builder builder = DefaultCredentialsProvider.builder();
        profile.ifPresent(builder::profileName);
        return builder.build()::resolveCredentials;
    }

    /** The region the SDK's own chain finds: profile file, then the instance the program runs on. */
    static Optional<String> region(Optional<String> profile) {
        try {
            DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
            profile.ifPresent(chain::profileName);
            return Optional.of(chain.build().getRegion().id());
        } catch (SdkException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /**
     * The headers of a signed POST, host included.
     *
     * @param url encoded as it goes over the wire; the signature rests on its path encoded once more, as the rules for all
     *     services but S3 want it
     */
    Map<String, List<String>> sign(URI url, Map<String, String> headers, byte[] body, String region) {
        SdkHttpRequest.Builder request =
                SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(url);
        headers.forEach(request::putHeader);
        AwsCredentialsIdentity identity = identity();
        SignedRequest signed = signer.sign(toSign -> toSign.identity(identity)
                .request(request.build())
                .payload(() -> new ByteArrayInputStream(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(HttpSigner.SIGNING_CLOCK, clock));
        return signed.request().headers();
    }

    private AwsCredentialsIdentity identity() {
        try {
            return credentials.get();
        } catch (SdkException | IllegalArgumentException | IllegalStateException none) {
            // Not as the cause: its message lists every place that was looked at, with what was found there.
            throw new LLMException.Failed(
                    ErrorType.AUTH,
                    "No usable AWS credentials were found: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AWS_PROFILE or "
                            + BedrockProvider.TOKEN_SETTING + "; if AWS_PROFILE is set, sign on anew with 'aws sso login', or"
                            + " take what 'aws configure export-credentials --format env' prints.");
        }
    }
}
