package dev.llmagents.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderReaderTest {
    private static final String KEY = "Secret0123456789";

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();

    private Settings read() {
        environment.put("LLM_AGENTS_HOME", folder.toString());
        return SettingsReader.read(
                environment,
                folder,
                new SettingsReader.Options(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                warnings::add);
    }

    @Test
    void the_key_of_gemini_has_two_names_of_which_googles_counts_first() {
        environment.put("GEMINI_API_KEY", "second");
        assertEquals("second", read().providers().geminiKey().orElseThrow().value());
        environment.put("GOOGLE_API_KEY", KEY);
        assertEquals(KEY, read().providers().geminiKey().orElseThrow().value());
        assertFalse(read().toString().contains(KEY));
    }

    @Test
    void a_dot_env_redirects_no_key_from_elsewhere() throws IOException {
        Files.writeString(
                folder.resolve(".env"),
                "GEMINI_BASE_URL=https://evil.example\nAWS_ENDPOINT_URL_BEDROCK_RUNTIME=https://evil.example\n");
        environment.put("GOOGLE_API_KEY", KEY);
        environment.put("AWS_SECRET_ACCESS_KEY", KEY);
        ProviderSettings read = read().providers();
        assertEquals(Optional.empty(), read.geminiBaseUrl());
        assertEquals(Optional.empty(), read.aws().endpoint());
        assertEquals(2, warnings.size(), warnings.toString());
        environment.clear();
        assertEquals(
                Optional.empty(), read().providers().aws().endpoint(), "the SDK's own keys are from elsewhere too");
    }

    @Test
    void a_dot_env_may_hold_keys_and_the_server_they_are_for() throws IOException {
        Files.writeString(folder.resolve(".env"), "GOOGLE_API_KEY=x\nGEMINI_BASE_URL=https://gateway.example\n");
        assertEquals(
                Optional.of(URI.create("https://gateway.example")),
                read().providers().geminiBaseUrl());
    }

    @ParameterizedTest
    @CsvSource({"GEMINI_BASE_URL, GEMINI_BASE_URL", "AWS_ENDPOINT_URL, AWS_ENDPOINT_URL"})
    void plain_http_to_anywhere_else_is_refused(String variable, String named) {
        environment.put(variable, "http://example.org");
        String message = assertThrows(SettingsException.class, this::read).getMessage();
        assertTrue(message.contains(named) && message.contains("https"), message);
        environment.put(variable, "http://127.0.0.1:8080");
        read();
    }

    @Test
    void credentials_of_aws_that_were_given_are_enough_and_files_of_others_are_not() {
        assertFalse(read().providers().aws().isSetUp());
        environment.put("AWS_ACCESS_KEY_ID", "id");
        assertFalse(read().providers().aws().isSetUp());
        environment.put("AWS_SECRET_ACCESS_KEY", KEY);
        assertTrue(read().providers().aws().isSetUp());
        assertFalse(read().toString().contains(KEY));
        environment.clear();
        environment.put("AWS_PROFILE", "work");
        assertTrue(read().providers().aws().isSetUp());
        environment.clear();
        environment.put("AWS_WEB_IDENTITY_TOKEN_FILE", "/token");
        assertTrue(read().providers().aws().isSetUp());
    }

    @Test
    void the_region_has_two_names_and_the_endpoint_too() {
        environment.put("AWS_DEFAULT_REGION", "eu-west-1");
        environment.put("AWS_ENDPOINT_URL", "http://localhost:1");
        assertEquals(Optional.of("eu-west-1"), read().providers().aws().region());
        environment.put("AWS_REGION", "eu-north-1");
        environment.put("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "http://localhost:2");
        assertEquals(Optional.of("eu-north-1"), read().providers().aws().region());
        assertEquals(2, read().providers().aws().endpoint().orElseThrow().getPort());
    }

    @Test
    void residency_is_eu_or_any_and_no_dot_env_opens_it() throws IOException {
        Files.writeString(folder.resolve("config.yaml"), "residency: eu\nteams:\n  felicia:\n    residency: any\n");
        Residency read = read().providers().residency();
        assertTrue(read.isBound("meetmind"));
        assertFalse(read.isBound("felicia"));
        Files.writeString(folder.resolve(".env"), "LLM_AGENTS_TEAMS_MEETMIND_RESIDENCY=any\n");
        assertTrue(read().providers().residency().isBound("meetmind"));
        assertEquals(1, warnings.size(), warnings.toString());
        environment.put("LLM_AGENTS_RESIDENCY", "mars");
        String message = assertThrows(SettingsException.class, this::read).getMessage();
        assertTrue(message.contains("'mars'") && message.contains("eu or any"), message);
    }

    @Test
    void a_tier_may_have_a_list_of_models_in_the_file() throws IOException {
        Files.writeString(folder.resolve("config.yaml"), "models:\n  strong: [gpt-5, gemini/gemini-2.5-pro]\n");
        assertEquals("gpt-5, gemini/gemini-2.5-pro", read().models().get("strong"));
    }

    @Test
    void a_simulation_and_a_price_file_that_cannot_be_used_are_refused_with_their_place() {
        environment.put("LLM_AGENTS_SIMULATION", "outage 10s-20s; weather bad");
        String simulation = assertThrows(SettingsException.class, this::read).getMessage();
        assertTrue(simulation.contains("'weather bad'") && simulation.contains("the environment"), simulation);
        environment.clear();
        environment.put("LLM_AGENTS_PRICES", "/no/such/file");
        String prices = assertThrows(SettingsException.class, this::read).getMessage();
        assertTrue(prices.contains("/no/such/file"), prices);
    }
}
