package dev.llmagents.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the program keeps things, after the XDG Base Directory Specification; {@code LLM_AGENTS_HOME} puts all of them
 * under one folder. Empty where the environment names no home: then nothing is kept.
 */
public record Folders(Optional<Path> config, Optional<Path> cache, Optional<Path> state) {
    private static final String NAME = "llm-agents";

    public static Folders of(Map<String, String> environment) {
        Optional<Path> own = path(environment, "LLM_AGENTS_HOME");
        if (own.isPresent()) {
            return new Folders(
                    own, own.map(folder -> folder.resolve("cache")), own.map(folder -> folder.resolve("state")));
        }
        return new Folders(
                xdg(environment, "XDG_CONFIG_HOME", ".config"),
                xdg(environment, "XDG_CACHE_HOME", ".cache"),
                xdg(environment, "XDG_STATE_HOME", ".local/state"));
    }

    /** Where processes of this machine keep what they share: budgets, rate limits, breaks of providers. */
    public Optional<Path> shared() {
        return state.map(folder -> folder.resolve("shared"));
    }

    private static Optional<Path> xdg(Map<String, String> environment, String variable, String underHome) {
        return path(environment, variable)
                // The specification: a relative path is to be ignored.
                .filter(Path::isAbsolute)
                .or(() -> path(environment, "HOME").map(home -> home.resolve(underHome)))
                .map(base -> base.resolve(NAME));
    }

    private static Optional<Path> path(Map<String, String> environment, String variable) {
        String value = environment.getOrDefault(variable, "");
        return value.isBlank() ? Optional.empty() : Optional.of(Path.of(value));
    }
}
