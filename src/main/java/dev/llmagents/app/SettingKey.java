package dev.llmagents.app;

import dev.llmagents.json.NearName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every setting there is, by its key in {@code config.yaml} and its environment variable. */
enum SettingKey {
    MODE("mode", "LLM_AGENTS_MODE"),
    TENANT("tenant", "LLM_AGENTS_TENANT"),
    TIMEOUT("timeout", "LLM_AGENTS_TIMEOUT"),
    PROMPTS("prompts", "LLM_AGENTS_PROMPTS"),
    PRIVACY_NAMES("privacy.names", "LLM_AGENTS_PRIVACY_NAMES"),
    PRIVACY_LOCAL("privacy.local", "LLM_AGENTS_PRIVACY_LOCAL"),
    RUNS_KEEP("runs.keep", "LLM_AGENTS_RUNS_KEEP"),
    CACHE_MAX_SIZE("cache.max_size", "LLM_AGENTS_CACHE_MAX_SIZE"),
    USAGE_RETENTION("usage.retention", "LLM_AGENTS_USAGE_RETENTION"),
    OPENAI_API_KEY("openai.api_key", "OPENAI_API_KEY"),
    OPENAI_BASE_URL("openai.base_url", "OPENAI_BASE_URL"),
    MODEL_FAST("models.fast", "LLM_AGENTS_MODEL_FAST"),
    MODEL_STRONG("models.strong", "LLM_AGENTS_MODEL_STRONG"),
    BUDGETS_DAILY("budgets.daily", "LLM_AGENTS_BUDGETS_DAILY"),
    BUDGETS_WARN("budgets.warn", "LLM_AGENTS_BUDGETS_WARN"),
    LIMITS_REQUESTS("limits.requests_per_minute", "LLM_AGENTS_LIMITS_REQUESTS_PER_MINUTE"),
    LIMITS_TOKENS("limits.tokens_per_minute", "LLM_AGENTS_LIMITS_TOKENS_PER_MINUTE"),
    MODEL_SWEDISH("models.swedish", "LLM_AGENTS_MODEL_SWEDISH"),
    MODEL_BANKING("models.banking", "LLM_AGENTS_MODEL_BANKING"),
    PRICES("prices", "LLM_AGENTS_PRICES"),
    GOOGLE_API_KEY("gemini.api_key", "GOOGLE_API_KEY"),
    GEMINI_API_KEY("gemini.gemini_api_key", "GEMINI_API_KEY"),
    GEMINI_BASE_URL("gemini.base_url", "GEMINI_BASE_URL"),
    AWS_REGION("aws.region", "AWS_REGION"),
    AWS_DEFAULT_REGION("aws.default_region", "AWS_DEFAULT_REGION"),
    AWS_PROFILE("aws.profile", "AWS_PROFILE"),
    AWS_ACCESS_KEY_ID("aws.access_key_id", "AWS_ACCESS_KEY_ID"),
    AWS_SECRET_ACCESS_KEY("aws.secret_access_key", "AWS_SECRET_ACCESS_KEY"),
    AWS_SESSION_TOKEN("aws.session_token", "AWS_SESSION_TOKEN"),
    AWS_BEARER_TOKEN_BEDROCK("aws.bearer_token_bedrock", "AWS_BEARER_TOKEN_BEDROCK"),
    AWS_ENDPOINT_URL("aws.endpoint_url", "AWS_ENDPOINT_URL"),
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME("aws.endpoint_url_bedrock_runtime", "AWS_ENDPOINT_URL_BEDROCK_RUNTIME"),
    AWS_ROLE_OF_WEB_IDENTITY("aws.web_identity_token_file", "AWS_WEB_IDENTITY_TOKEN_FILE"),
    AWS_CONTAINER("aws.container_credentials_relative_uri", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"),
    AWS_CONTAINER_FULL("aws.container_credentials_full_uri", "AWS_CONTAINER_CREDENTIALS_FULL_URI"),
    SIMULATION("simulation", "LLM_AGENTS_SIMULATION"),
    RESIDENCY("residency", "LLM_AGENTS_RESIDENCY"),
    RESIDENCY_MEETMIND("teams.meetmind.residency", "LLM_AGENTS_TEAMS_MEETMIND_RESIDENCY"),
    RESIDENCY_SVEA("teams.svea.residency", "LLM_AGENTS_TEAMS_SVEA_RESIDENCY"),
    RESIDENCY_FELICIA("teams.felicia.residency", "LLM_AGENTS_TEAMS_FELICIA_RESIDENCY");

    private static final String PREFIX = "LLM_AGENTS_";
    // Read elsewhere: by the folders and by the launcher.
    private static final List<String> OTHER_VARIABLES =
            List.of("LLM_AGENTS_HOME", "LLM_AGENTS_JAVA_HOME", "LLM_AGENTS_JAVA_OPTS");

    private final String key;
    private final String variable;

    SettingKey(String key, String variable) {
        this.key = key;
        this.variable = variable;
    }

    String key() {
        return key;
    }

    String variable() {
        return variable;
    }

    /** @throws SettingsException if there is no such key; the message names the nearest */
    static SettingKey ofKey(String key, String place) {
        return Arrays.stream(values())
                .filter(known -> known.key.equals(key))
                .findFirst()
                .orElseThrow(() -> unknown(
                        key,
                        place,
                        Stream.concat(
                                        Arrays.stream(values()).map(known -> known.key),
                                        NamedSetting.likely(key).stream())
                                .toList()));
    }

    /**
     * The setting a variable stands for; empty for variables that are not ours.
     *
     * @throws SettingsException if the name is of our form but unknown
     */
    static Optional<SettingKey> ofVariable(String variable, String place) {
        Optional<SettingKey> known = Arrays.stream(values())
                .filter(key -> key.variable.equals(variable))
                .findFirst();
        if (known.isEmpty() && variable.startsWith(PREFIX) && !OTHER_VARIABLES.contains(variable)) {
            throw unknown(
                    variable,
                    place,
                    Arrays.stream(values()).map(key -> key.variable).toList());
        }
        return known;
    }

    private static SettingsException unknown(String name, String place, List<String> known) {
        return new SettingsException("Unknown setting '" + name + "' in " + place
                + NearName.to(name, known)
                        .map(near -> ": did you mean '" + near + "'?")
                        .orElse(": docs/settings.md lists them all."));
    }
}
