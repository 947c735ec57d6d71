package dev.llmagents.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMProvider;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.testing.Requests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What is sent with access keys: reckoned anew here by the rules of Signature Version 4, as the service does it. */
class BedrockSignatureTest {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String ANSWER =
            "{\"output\":{\"message\":{\"content\":[{\"text\":\"Yes.\"}]}},\"stopReason\":\"end_turn\"}";

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private BedrockSettings settings(Optional<String> sessionToken) {
        return new BedrockSettings(
                Optional.of(server.url("/").uri()),
                Optional.of("eu-north-1"),
                Optional.empty(),
                Optional.of(new BedrockSettings.Keys("AKIDEXAMPLE", SECRET, sessionToken)),
                Optional.empty());
    }

    private static void ask(LLMProvider provider, String model, TokenSink sink) {
        Duration timeout = Duration.ofSeconds(30);
        provider.complete(
                Requests.request().build(), model, sink, TimeSource.system().deadlineIn(timeout));
    }

    private RecordedRequest sent(BedrockSettings settings, String model, TokenSink sink) throws InterruptedException {
        server.enqueue(new MockResponse.Builder().body(ANSWER).build());
        try (LLMProvider provider = Providers.bedrock(settings, Duration.ofSeconds(30), TimeSource.system())) {
            ask(provider, model, sink);
        }
        return server.takeRequest();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eu.anthropic.claude-sonnet-4-5-20250929-v1:0",
                "arn:aws:bedrock:eu-north-1:123456789012:inference-profile/eu.amazon.nova-pro-v1:0",
                "arn:aws:bedrock:eu-north-1:123456789012:application-inference-profile/abc 1+2"
            })
    void the_signature_is_the_one_the_service_reckons(String model) throws Exception {
        RecordedRequest sent = sent(settings(Optional.empty()), model, TokenSink.NONE);
        String encoded = URLEncoder.encode(model, StandardCharsets.UTF_8).replace("+", "%20");
        assertEquals("/model/" + encoded + "/converse", sent.getTarget());
        String authorization = sent.getHeaders().get("Authorization");
        assertTrue(authorization.startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/"), authorization);
        assertEquals(signatureOf(sent, authorization), authorization.replaceAll(".*Signature=", ""));
        assertFalse(sent.getHeaders().toString().contains(SECRET));
    }

    @Test
    void a_stream_and_a_temporary_key_are_signed_as_well() throws Exception {
        RecordedRequest sent = sent(settings(Optional.of("the-token")), "amazon.nova-lite-v1:0", piece -> {});
        assertEquals("/model/amazon.nova-lite-v1%3A0/converse-stream", sent.getTarget());
        assertEquals("the-token", sent.getHeaders().get("X-Amz-Security-Token"));
        String authorization = sent.getHeaders().get("Authorization");
        assertTrue(authorization.contains("x-amz-security-token"), authorization);
        assertEquals(signatureOf(sent, authorization), authorization.replaceAll(".*Signature=", ""));
    }

    /** AWS General Reference, "Create a signed AWS API request": the path is encoded once more than on the wire. */
    private static String signatureOf(RecordedRequest sent, String authorization) throws GeneralSecurityException {
        String signedHeaders = authorization.replaceAll(".*SignedHeaders=([^,]*),.*", "$1");
        String path = Arrays.stream(sent.getTarget().split("/", -1))
                .map(segment -> URLEncoder.encode(segment, StandardCharsets.UTF_8))
                .collect(Collectors.joining("/"));
        String headers = Arrays.stream(signedHeaders.split(";", -1))
                .map(name -> name.toLowerCase(Locale.ROOT) + ":"
                        + sent.getHeaders().get(name).strip() + "\n")
                .collect(Collectors.joining());
        String canonical = String.join(
                "\n",
                "POST",
                path,
                "",
                headers,
                signedHeaders,
                sha256(sent.getBody().toByteArray()));
        String moment = sent.getHeaders().get("X-Amz-Date");
        String day = moment.substring(0, 8);
        String scope = day + "/eu-north-1/bedrock/aws4_request";
        String toSign = String.join(
                "\n", "AWS4-HMAC-SHA256", moment, scope, sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
        for (String part : List.of(day, "eu-north-1", "bedrock", "aws4_request", toSign)) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            key = mac.doFinal(part.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(key);
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private LLMException failureWithout(Optional<String> region) {
        BedrockSettings nothing = new BedrockSettings(
                Optional.of(server.url("/").uri()), region, Optional.empty(), Optional.empty(), Optional.empty());
        AwsAccess access = new AwsAccess(
                () -> {
                    throw SdkClientException.create("looked at " + SECRET);
                },
                TimeSource.system().clock());
        try (BedrockProvider provider = new BedrockProvider(
                nothing, Duration.ofSeconds(30), TimeSource.system(), () -> access, Optional::empty)) {
            return assertThrows(LLMException.class, () -> ask(provider, "amazon.nova-lite-v1:0", TokenSink.NONE));
        }
    }

    @Test
    void missing_credentials_and_a_missing_region_are_matters_of_settings() {
        LLMException keys = failureWithout(Optional.of("eu-north-1"));
        assertEquals(ErrorType.AUTH, keys.type());
        assertTrue(keys.getMessage().contains("AWS_ACCESS_KEY_ID"), keys.getMessage());
        assertFalse(ProviderContract.trace(keys).contains(SECRET));
        LLMException region = failureWithout(Optional.empty());
        assertEquals(ErrorType.AUTH, region.type());
        assertTrue(region.getMessage().contains("AWS_REGION"), region.getMessage());
        assertEquals(0, server.getRequestCount());
    }

    @Test
    void the_settings_show_no_key() {
        String shown = settings(Optional.of("the-token")).toString();
        assertFalse(shown.contains(SECRET) || shown.contains("the-token"), shown);
    }
}
