package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Profiles whose credentials have to be fetched: the program in a process of its own, since the AWS SDK reads that process's
 * environment, against one server that is Bedrock, the token service and single sign-on at once.
 */
@Timeout(120)
class AwsProfilesTest {
    private static final String FETCHED = "ASIAFETCHED";
    private static final String CREDENTIALS = "<Credentials><AccessKeyId>" + FETCHED + "</AccessKeyId>"
            + "<SecretAccessKey>fetched-secret</SecretAccessKey><SessionToken>fetched-token</SessionToken>"
            + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>";

    @TempDir
    private Path home;

    private final MockWebServer server = new MockWebServer();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
        Files.createDirectories(home.resolve(".aws/sso/cache"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private MockResponse answer(RecordedRequest request) {
        String target = request.getTarget();
        if (target.startsWith("/model/")) {
            authorizations.add(String.valueOf(request.getHeaders().get("Authorization")));
            return json("{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[{\"text\":\"Yes.\"}]}},"
                    + "\"stopReason\":\"end_turn\",\"usage\":{\"inputTokens\":5,\"outputTokens\":2,\"totalTokens\":7}}");
        }
        if (target.startsWith("/federation/credentials")) {
            asked.add("sso " + request.getHeaders().get("x-amz-sso_bearer_token"));
            return json("{\"roleCredentials\":{\"accessKeyId\":\"" + FETCHED
                    + "\",\"secretAccessKey\":\"fetched-secret\",\"sessionToken\":\"fetched-token\","
                    + "\"expiration\":4070908800000}}");
        }
        String form = request.getBody().utf8();
        String action = form.contains("Action=AssumeRoleWithWebIdentity") ? "AssumeRoleWithWebIdentity" : "AssumeRole";
        asked.add(action + (form.contains("web-identity-token") ? " web-identity-token" : ""));
        return new MockResponse.Builder()
                .setHeader("Content-Type", "text/xml")
                .body("<" + action + "Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><" + action
                        + "Result>" + CREDENTIALS + "</" + action + "Result></" + action + "Response>")
                .build();
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(home.resolve(".aws").resolve(file), text);
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private String doctor(Map<String, String> more) throws IOException, InterruptedException {
        Path out = home.resolve("out.txt");
        // Whoever debugs the libraries must not find keys in what they log.
        Path logging = home.resolve("logback.xml");
        Files.writeString(
                logging,
                "<configuration><appender name=\"OUT\" class=\"ch.qos.logback.core.ConsoleAppender\"><encoder>"
                        + "<pattern>%level %logger %msg%n</pattern></encoder></appender><root level=\"TRACE\">"
                        + "<appender-ref ref=\"OUT\"/></root></configuration>");
        ProcessBuilder process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + home,
                "-Dlogback.configurationFile=" + logging,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.llmagents.Main",
                "doctor",
                "--live",
                "--mode",
                "aws");
        Map<String, String> environment = process.environment();
        environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.endsWith("_API_KEY"));
        String url = "http://127.0.0.1:" + server.getPort();
        environment.put("HOME", home.toString());
        environment.put("LLM_AGENTS_HOME", home.resolve("own").toString());
        environment.put("AWS_CONFIG_FILE", home.resolve(".aws/config").toString());
        environment.put(
                "AWS_SHARED_CREDENTIALS_FILE", home.resolve(".aws/credentials").toString());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_REGION", "eu-north-1");
        for (String service : List.of("BEDROCK_RUNTIME", "STS", "SSO", "SSO_OIDC")) {
            environment.put("AWS_ENDPOINT_URL_" + service, url);
        }
        environment.putAll(more);
        Process running = process.redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .directory(home.toFile())
                .start();
        try {
            assertTrue(running.waitFor(100, TimeUnit.SECONDS), "it does not end");
        } finally {
            running.destroyForcibly();
        }
        return Files.readString(out);
    }

    private void assertSignedWithTheFetchedKey(String said) {
        assertEquals(1, authorizations.size(), said);
        assertTrue(authorizations.get(0).contains("Credential=" + FETCHED + "/"), authorizations::toString);
        assertFalse(said.contains("fetched-secret") || said.contains("fetched-token"), said);
    }

    @Test
    void a_profile_that_takes_on_a_role_asks_the_token_service_with_the_keys_of_its_source() throws Exception {
        write("credentials", "[base]\naws_access_key_id = AKIABASE\naws_secret_access_key = base-secret\n");
        write(
                "config",
                "[profile role]\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = base\nregion = eu-north-1\n");
        String said = doctor(Map.of("AWS_PROFILE", "role"));
        assertEquals(List.of("AssumeRole"), asked, said);
        assertSignedWithTheFetchedKey(said);
    }

    @Test
    void a_web_identity_takes_its_token_to_the_token_service() throws Exception {
        Path token = home.resolve("token");
        Files.writeString(token, "web-identity-token");
        String said = doctor(Map.of(
                "AWS_WEB_IDENTITY_TOKEN_FILE",
                token.toString(),
                "AWS_ROLE_ARN",
                "arn:aws:iam::123456789012:role/r",
                "AWS_ROLE_SESSION_NAME",
                "s"));
        assertEquals(List.of("AssumeRoleWithWebIdentity web-identity-token"), asked, said);
        assertSignedWithTheFetchedKey(said);
    }

    @Test
    void single_sign_on_uses_the_token_that_aws_sso_login_has_left() throws Exception {
        String start = "https://example.awsapps.com/start";
        write(
                "config",
                "[profile single]\nsso_start_url = " + start
                        + "\nsso_region = eu-north-1\nsso_account_id = 123456789012\nsso_role_name = r\n");
        write(
                "sso/cache/" + sha1(start) + ".json",
                "{\"startUrl\":\"" + start
                        + "\",\"region\":\"eu-north-1\",\"accessToken\":\"sign-on-token\",\"expiresAt\":\"2099-01-01T00:00:00Z\"}");
        String said = doctor(Map.of("AWS_PROFILE", "single"));
        assertEquals(List.of("sso sign-on-token"), asked, said);
        assertSignedWithTheFetchedKey(said);
        assertFalse(said.contains("sign-on-token"), said);
    }

    @Test
    void a_session_of_single_sign_on_is_found_by_its_name() throws Exception {
        write(
                "config",
                "[profile single]\nsso_session = my\nsso_account_id = 123456789012\nsso_role_name = r\n\n"
                        + "[sso-session my]\nsso_region = eu-north-1\nsso_start_url = https://example.awsapps.com/start\n"
                        + "sso_registration_scopes = sso:account:access\n");
        write(
                "sso/cache/" + sha1("my") + ".json",
                "{\"startUrl\":\"https://example.awsapps.com/start\",\"region\":\"eu-north-1\","
                        + "\"accessToken\":\"session-token\",\"expiresAt\":\"2099-01-01T00:00:00Z\"}");
        String said = doctor(Map.of("AWS_PROFILE", "single"));
        assertEquals(List.of("sso session-token"), asked, said);
        assertSignedWithTheFetchedKey(said);
    }

    @Test
    void a_sign_on_that_has_run_out_is_said_with_the_way_out() throws Exception {
        write(
                "config",
                "[profile single]\nsso_start_url = https://example.awsapps.com/start\nsso_region = eu-north-1\n"
                        + "sso_account_id = 123456789012\nsso_role_name = r\n");
        String said = doctor(Map.of("AWS_PROFILE", "single"));
        assertEquals(List.of(), authorizations, said);
        assertTrue(said.contains("aws sso login") && said.contains("aws configure export-credentials"), said);
    }
}
