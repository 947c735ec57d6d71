package dev.llmagents.app;

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
    LIMITS_TOKENS("limits.tokens_per_minute", "LLM_AGENTS_LIMITS_TOKENS_PER_MINUTE");

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
        return new SettingsException(
                "Unknown setting '" + name + "' in " + place + ": did you mean '" + Nearest.to(name, known) + "'?");
    }
}
