package dev.llmagents.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
    private static final String KEY = "sk-Secret0123456789";

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private SettingsReader.Options options =
            new SettingsReader.Options(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @BeforeEach
    void home() throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(folder.resolve("work"));
        environment.put("LLM_AGENTS_HOME", folder.resolve("home").toString());
    }

    private Path config(String text) throws IOException {
        return Files.writeString(folder.resolve("home/config.yaml"), text);
    }

    private Path dotEnv(String text) throws IOException {
        return Files.writeString(folder.resolve("work/.env"), text);
    }

    private Settings read() {
        return SettingsReader.read(environment, folder.resolve("work"), options, warnings::add);
    }

    private String refusal() {
        SettingsException refused = assertThrows(SettingsException.class, this::read);
        String message = refused.getMessage();
        assertTrue(message.endsWith(".") || message.endsWith("?"), message);
        assertFalse(message.contains("\n"), message);
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            assertFalse(String.valueOf(cause.getMessage()).contains("Secret0123"), cause.toString());
        }
        return message;
    }

    @Test
    void without_anything_there_are_defaults() {
        Settings settings = read();
        assertEquals(Mode.AUTO, settings.mode());
        assertEquals("default", settings.tenant());
        assertEquals(Duration.ofSeconds(120), settings.timeout());
        assertEquals(Optional.empty(), settings.openAiKey());
        assertEquals(Optional.empty(), settings.openAiBaseUrl());
        assertFalse(settings.isOnThisMachine());
    }

    @Test
    void options_come_before_the_environment_before_dot_env_before_the_file() throws IOException {
        config("tenant: from-config\ntimeout: 10s\nmode: offline\nmodels:\n  fast: m1\n");
        assertEquals("from-config", read().tenant());
        assertEquals(Map.of("fast", "m1"), read().models());
        dotEnv("LLM_AGENTS_TENANT=from-dot-env\nLLM_AGENTS_TIMEOUT=20s\n");
        assertEquals("from-dot-env", read().tenant());
        environment.put("LLM_AGENTS_TENANT", "from-environment");
        assertEquals("from-environment", read().tenant());
        assertEquals(Duration.ofSeconds(20), read().timeout());
        options = new SettingsReader.Options(
                Optional.empty(), Optional.of(Mode.LOCAL), Optional.of("from-option"), Optional.of(Duration.ofDays(1)));
        assertEquals("from-option", read().tenant());
        assertEquals(Duration.ofDays(1), read().timeout());
        assertEquals(Mode.LOCAL, read().mode());
    }

    @Test
    void a_file_named_by_the_user_is_read_in_place_of_the_usual_one_and_has_to_be_there() throws IOException {
        config("tenant: usual\n");
        Path named = Files.writeString(folder.resolve("named.yaml"), "timeout: 5s\n");
        options = new SettingsReader.Options(Optional.of(named), Optional.empty(), Optional.empty(), Optional.empty());
        assertEquals("default", read().tenant());
        Files.delete(named);
        assertEquals("The settings file " + named + " does not exist: check --config.", refusal());
    }

    @ParameterizedTest
    @CsvSource({"tennant, tenant", "openai.apikey, openai.api_key", "modes, mode", "models.quick, models.strong"})
    void an_unknown_key_is_refused_with_the_nearest(String key, String nearest) throws IOException {
        int point = key.indexOf('.');
        config(point < 0 ? key + ": x\n" : key.substring(0, point) + ":\n  " + key.substring(point + 1) + ": x\n");
        String message = refusal();
        assertTrue(message.startsWith("Unknown setting '" + key + "' in "), message);
        if (!key.equals("models.quick")) {
            assertTrue(message.endsWith("did you mean '" + nearest + "'?"), message);
        }
    }

    @Test
    void an_unknown_variable_of_ours_is_refused_wherever_it_stands_and_others_are_not() throws IOException {
        environment.put("LLM_AGENTS_TENNANT", "x");
        assertEquals(
                "Unknown setting 'LLM_AGENTS_TENNANT' in the environment: did you mean 'LLM_AGENTS_TENANT'?",
                refusal());
        environment.remove("LLM_AGENTS_TENNANT");
        environment.put("LLM_AGENTS_JAVA_OPTS", "-Xmx1g");
        environment.put("LLM_AGENTS_JAVA_HOME", "/jdk");
        dotEnv("DATABASE_URL=x\nLLM_AGENTS_MODUS=local\n");
        assertTrue(refusal().contains("LLM_AGENTS_MODE"));
        dotEnv("DATABASE_URL=x\n");
        assertEquals("default", read().tenant());
    }

    @Test
    void a_dot_env_never_redirects_a_key_from_elsewhere() throws IOException {
        dotEnv("OPENAI_BASE_URL=https://evil.example/v1\n");
        environment.put("OPENAI_API_KEY", KEY);
        assertEquals(Optional.empty(), read().openAiBaseUrl());
        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).contains("was ignored"), warnings.get(0));
        assertFalse(warnings.get(0).contains(KEY));
        environment.remove("OPENAI_API_KEY");
        config("openai:\n  api_key: " + KEY + "\n");
        assertEquals(Optional.empty(), read().openAiBaseUrl());
        dotEnv("OPENAI_BASE_URL=https://evil.example/v1\nOPENAI_API_KEY=other\n");
        assertEquals(Optional.of(URI.create("https://evil.example/v1")), read().openAiBaseUrl());
        assertEquals("other", read().openAiKey().orElseThrow().value());
        environment.put("OPENAI_API_KEY", KEY);
        assertEquals(
                Optional.empty(),
                read().openAiBaseUrl(),
                "the environment's key comes first, so it is the one to guard");
    }

    @Test
    void an_address_of_the_users_own_is_followed() {
        environment.put("OPENAI_API_KEY", KEY);
        environment.put("OPENAI_BASE_URL", "https://gateway.example:8443/openai/v1");
        assertEquals(Optional.of(URI.create("https://gateway.example:8443/openai/v1")), read().openAiBaseUrl());
        assertEquals(List.of(), warnings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:11434/v1",
                "http://LOCALHOST/v1",
                "http://127.0.0.1:8080/v1",
                "http://127.255.0.9/v1",
                "http://[::1]:8080/v1",
                "HTTP://127.0.0.1/v1"
            })
    void plain_http_is_for_this_machine(String url) {
        environment.put("OPENAI_BASE_URL", url);
        assertTrue(read().isOnThisMachine());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/v1",
                "http://localhost.example.org/v1",
                "http://127.0.0.1.example.org/v1",
                "http://127.999.1.1/v1",
                "http://10.0.0.1/v1",
                "http://[::2]/v1",
                "http://127.1/v1"
            })
    void plain_http_to_anywhere_else_is_refused(String url) {
        environment.put("OPENAI_BASE_URL", url);
        String message = refusal();
        assertTrue(message.contains("OPENAI_BASE_URL in the environment"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:" + KEY + "@example.org/v1",
                "https://" + KEY + "@example.org/v1",
                "example.org/v1",
                "ftp://example.org/v1",
                "https:///v1",
                "https://exa mple.org/" + KEY,
                "file:///etc/passwd",
                "https:/v1",
                "https://example.org/v1?key=" + KEY,
                "https://example.org/v1#" + KEY,
                "http://localhost:99999/v1",
                "https://example.org:0x50/" + KEY,
                "\\" + KEY
            })
    void an_address_that_cannot_be_used_is_refused_without_being_shown(String url) {
        environment.put("OPENAI_BASE_URL", url);
        String message = refusal();
        assertTrue(message.contains("OPENAI_BASE_URL"), message);
        assertFalse(message.contains(url), message);
    }

    @Test
    void secrets_are_not_shown() throws IOException {
        config("openai:\n  api_key: " + KEY + "\n");
        Settings settings = read();
        assertEquals(KEY, settings.openAiKey().orElseThrow().value());
        assertFalse(settings.toString().contains(KEY));
        assertEquals("(secret)", new Secret(KEY).toString());
    }

    @Test
    void keys_without_a_value_say_nothing() throws IOException {
        config("openai:\n  api_key:\n  base_url: ''\ntenant: ~\n");
        Settings settings = read();
        assertEquals(Optional.empty(), settings.openAiKey());
        assertEquals("default", settings.tenant());
        environment.put("OPENAI_API_KEY", "  ");
        assertEquals(Optional.empty(), read().openAiKey());
        config("");
        assertEquals("default", read().tenant());
        config("# nothing\n");
        assertEquals("default", read().tenant());
    }

    @Test
    void a_file_that_is_none_of_ours_is_refused_with_its_place() throws IOException {
        Path file = config("tenant: [a, b]\n");
        assertEquals(file + ": 'tenant' is a single value, not a list.", refusal());
        config("openai:\n  api_key: " + KEY + "\n bad: [\n");
        assertTrue(refusal().matches("(?s).*config\\.yaml, line \\d+: this is no YAML\\."));
        config("- a\n- b\n");
        assertEquals(file + ": settings are 'key: value' pairs.", refusal());
        Files.write(file, "tenant: Växjö".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(file + ": settings have to be written in UTF-8.", refusal());
        Path env = dotEnv("OPENAI_API_KEY " + KEY + "\n");
        config("");
        assertEquals(env + ", line 1: expected NAME=value.", refusal());
    }

    @Test
    void a_byte_order_mark_hides_no_key() throws IOException {
        dotEnv("\uFEFFOPENAI_API_KEY=" + KEY + "\n");
        assertEquals(KEY, read().openAiKey().orElseThrow().value());
        config("\uFEFFtenant: acme\n");
        assertEquals("acme", read().tenant());
    }

    @ParameterizedTest
    @CsvSource({"LLM_AGENTS_MODE, cloud, auto", "LLM_AGENTS_TIMEOUT, soon, 90s", "LLM_AGENTS_PROMPTS, /no/such, folder"
    })
    void a_value_that_cannot_be_used_is_refused_with_the_way_out(String variable, String value, String wayOut) {
        environment.put(variable, value);
        String message = refusal();
        assertTrue(message.contains(value) && message.contains(wayOut) && message.contains("the environment"), message);
    }

    @Test
    void a_mode_may_be_written_in_capitals() {
        environment.put("LLM_AGENTS_MODE", "OFFLINE");
        assertEquals(Mode.OFFLINE, read().mode());
    }

    @Test
    void a_tenant_is_a_short_name_on_one_line() {
        for (String name : List.of("", " ", "a\nb", "t".repeat(101), "a\u001b[31m")) {
            options =
                    new SettingsReader.Options(Optional.empty(), Optional.empty(), Optional.of(name), Optional.empty());
            assertTrue(refusal().contains("--tenant"), name);
        }
    }

    @Test
    void a_folder_of_prompts_is_used() throws IOException {
        Path prompts = Files.createDirectories(folder.resolve("prompts"));
        environment.put("LLM_AGENTS_PROMPTS", prompts.toString());
        assertEquals(Optional.of(prompts), read().prompts());
    }
}
