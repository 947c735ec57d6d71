package dev.llmagents.cli.repl;

import dev.llmagents.app.App;
import dev.llmagents.app.Folders;
import dev.llmagents.app.RunOptions;
import dev.llmagents.app.Settings;
import dev.llmagents.app.SettingsReader;
import dev.llmagents.llm.TimeSource;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Everything a session takes from outside.
 *
 * @param colour whether the terminal shows colours and the user wants them
 * @param version for instance {@code llm-agents 0.1.0}
 */
public record Outside(
        InputStream in,
        OutputStream out,
        OutputStream err,
        boolean colour,
        Map<String, String> environment,
        Path workingFolder,
        TimeSource time,
        RandomGenerator random,
        String version) {

    Folders folders() {
        return Folders.of(environment);
    }

    /** The settings as a team's command in this session would have them. */
    Settings settings(SessionDefaults defaults, Consumer<String> warnings) {
        return SettingsReader.read(
                environment,
                workingFolder,
                new SettingsReader.Options(Optional.empty(), defaults.mode(), defaults.tenant(), Optional.empty()),
                warnings);
    }

    /** A run of the session's own. */
    App app(SessionDefaults defaults, Consumer<String> warnings) {
        return new App(
                settings(defaults, warnings),
                folders(),
                new RunOptions(false, Optional.empty(), defaults.model(), true, true),
                time,
                random,
                warnings);
    }
}
