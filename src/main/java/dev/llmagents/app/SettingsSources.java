package dev.llmagents.app;

import dev.llmagents.file.FileProblem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Settings by key, from the places they may stand in, lowest first: {@code config.yaml}, {@code .env} in the working
 * folder, the environment. Options come on top by the one who asks.
 */
final class SettingsSources {
    private final Map<String, Value> values = new LinkedHashMap<>();

    /**
     * A setting.
     *
     * @param origin where it stands, for messages
     */
    record Value(String text, Origin origin, String place) {}

    enum Origin {
        CONFIG,
        DOT_ENV,
        ENVIRONMENT
    }

    /** @param configFile named by the user, and so has to be there; else the one in the settings folder is read if it is */
    static SettingsSources read(Map<String, String> environment, Path workingFolder, Optional<Path> configFile) {
        SettingsSources sources = new SettingsSources();
        Optional<Path> config = configFile.or(() -> Folders.of(environment)
                .config()
                .map(folder -> folder.resolve("config.yaml"))
                .filter(Files::isRegularFile));
        config.ifPresent(file -> ConfigFile.read(file)
                .forEach((key, text) -> sources.values.put(key, new Value(text, Origin.CONFIG, file.toString()))));
        Path dotEnv = workingFolder.resolve(".env");
        if (Files.isRegularFile(dotEnv)) {
            sources.addVariables(DotEnv.parse(dotEnv, text(dotEnv)), Origin.DOT_ENV, dotEnv.toString());
        }
        sources.addVariables(environment, Origin.ENVIRONMENT, "the environment");
        return sources;
    }

    private void addVariables(Map<String, String> variables, Origin origin, String place) {
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            Optional<SettingKey> key = SettingKey.ofVariable(variable.getKey(), place);
            if (key.isPresent() && !variable.getValue().isBlank()) {
                values.put(key.get().key(), new Value(variable.getValue().strip(), origin, place));
            }
        }
    }

    Optional<Value> get(SettingKey key) {
        return Optional.ofNullable(values.get(key.key()));
    }

    /** The settings that hold for somebody with a name. */
    Map<NamedSetting, Value> named() {
        Map<NamedSetting, Value> named = new LinkedHashMap<>();
        values.forEach((key, value) -> NamedSetting.of(key).ifPresent(setting -> named.put(setting, value)));
        return named;
    }

    static String text(Path file) {
        if (Files.isDirectory(file)) {
            throw new SettingsException("The settings file " + file + " is a folder: name a file with --config.");
        }
        try {
            String text = Files.readString(file);
            // Some editors begin a file with a byte order mark; the first key is not to be missed for it.
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new SettingsException("The settings file " + file + " does not exist: check --config.", e);
        } catch (CharacterCodingException e) {
            throw new SettingsException(file + ": settings have to be written in UTF-8.", e);
        } catch (IOException e) {
            throw new SettingsException(FileProblem.explain("read", file, e).getMessage() + ".", e);
        }
    }
}
