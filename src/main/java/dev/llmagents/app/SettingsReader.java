package dev.llmagents.app;

import dev.llmagents.app.SettingsSources.Origin;
import dev.llmagents.app.SettingsSources.Value;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what stands in files and the environment, and what the options say, into {@link Settings}. */
public final class SettingsReader {
    private static final int LONGEST_TENANT = 100;
    private static final int MOST_DAYS = 36_500;
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,5})\\s*([MG])(?:I?B)?");
    private static final String MASK = "mask";
    private static final String SEND = "send";
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(120);

    private final SettingsSources sources;
    private final Consumer<String> warnings;

    private SettingsReader(SettingsSources sources, Consumer<String> warnings) {
        this.sources = sources;
        this.warnings = warnings;
    }

    /**
     * What the options of a command say; empty where they are silent.
     *
     * @param configFile a settings file to read in place of the usual one
     */
    public record Options(
            Optional<Path> configFile, Optional<Mode> mode, Optional<String> tenant, Optional<Duration> timeout) {}

    /**
     * @param environment the process's variables
     * @param workingFolder where a {@code .env} may lie
     * @param warnings is told of settings that are not followed, and why
     * @throws SettingsException if a setting cannot be used
     */
    public static Settings read(
            Map<String, String> environment, Path workingFolder, Options options, Consumer<String> warnings) {
        SettingsSources sources = SettingsSources.read(environment, workingFolder, options.configFile());
        return new SettingsReader(sources, warnings).settings(options);
    }

    private Settings settings(Options options) {
        Map<String, String> models = new HashMap<>();
        text(SettingKey.MODEL_FAST).ifPresent(model -> models.put("fast", model));
        AllowanceReader allowance = new AllowanceReader(sources);
        text(SettingKey.MODEL_STRONG).ifPresent(model -> models.put("strong", model));
        text(SettingKey.MODEL_SWEDISH).ifPresent(model -> models.put("swedish", model));
        text(SettingKey.MODEL_BANKING).ifPresent(model -> models.put("banking", model));
        return new Settings(
                options.mode()
                        .or(() -> sources.get(SettingKey.MODE).map(SettingsReader::mode))
                        .orElse(Mode.AUTO),
                tenant(options),
                text(SettingKey.OPENAI_API_KEY).map(Secret::new),
                baseUrl(),
                new ProviderReader(sources, warnings).read(),
                models,
                sources.get(SettingKey.PROMPTS).map(SettingsReader::folder),
                options.timeout()
                        .or(() -> sources.get(SettingKey.TIMEOUT).map(SettingsReader::timeout))
                        .orElse(DEFAULT_TIMEOUT),
                new Settings.Privacy(masks(SettingKey.PRIVACY_NAMES), masks(SettingKey.PRIVACY_LOCAL)),
                new Settings.Allowance(allowance.budgets(), allowance.limits()),
                stores());
    }

    private Settings.Stores stores() {
        return new Settings.Stores(
                sources.get(SettingKey.CACHE_MAX_SIZE)
                        .map(SettingsReader::bytes)
                        .orElse(Settings.Stores.DEFAULT.cacheBytes()),
                sources.get(SettingKey.USAGE_RETENTION)
                        .map(SettingsReader::days)
                        .orElse(Settings.Stores.DEFAULT.usageDays()),
                sources.get(SettingKey.RUNS_KEEP).map(SettingsReader::runsKept).orElse(Settings.Stores.DEFAULT.runs()));
    }

    private static long bytes(Value value) {
        Matcher size = SIZE.matcher(value.text().toUpperCase(Locale.ROOT));
        if (!size.matches()) {
            throw new SettingsException("The size '" + value.text() + "' for " + SettingKey.CACHE_MAX_SIZE.key()
                    + " in " + value.place() + " is no size such as 512M or 2G.");
        }
        return Long.parseLong(size.group(1)) << (size.group(2).equals("G") ? 30 : 20);
    }

    private static Period days(Value value) {
        return Durations.parse(value.text())
                .filter(kept -> kept.toDays() > 0 && kept.toDays() <= MOST_DAYS)
                .map(kept -> Period.ofDays((int) kept.toDays()))
                .orElseThrow(() -> new SettingsException("The time '" + value.text() + "' for "
                        + SettingKey.USAGE_RETENTION.key() + " in " + value.place()
                        + " is no number of days such as 400d."));
    }

    private static int runsKept(Value value) {
        if (!value.text().matches("[0-9]{1,5}")) {
            throw new SettingsException("The number of runs to keep '" + value.text() + "' in " + value.place()
                    + " is no number from 0 to 99999.");
        }
        return Integer.parseInt(value.text());
    }

    /** Whether what {@code key} stands for is masked: so unless somebody says {@code send}. */
    private boolean masks(SettingKey key) {
        Optional<Value> value = sources.get(key);
        if (value.isEmpty()) {
            return true;
        }
        String wanted = value.get().text().toLowerCase(Locale.ROOT);
        if (!wanted.equals(MASK) && !wanted.equals(SEND)) {
            throw new SettingsException("Unknown value '" + value.get().text() + "' for " + key.key() + " in "
                    + value.get().place() + ": use " + MASK + " or " + SEND + ".");
        }
        if (wanted.equals(SEND) && value.get().origin() == Origin.DOT_ENV) {
            // A file that happens to lie in the working folder must not open what is closed.
            warnings.accept(key.key() + " in " + value.get().place() + " was ignored: set it to " + SEND
                    + " in the environment or in config.yaml.");
            return true;
        }
        return wanted.equals(MASK);
    }

    private String tenant(Options options) {
        Optional<Value> stated = options.tenant()
                .map(name -> new Value(name, Origin.ENVIRONMENT, "--tenant"))
                .or(() -> sources.get(SettingKey.TENANT));
        return stated.map(SettingsReader::tenant).orElse("default");
    }

    private static String tenant(Value value) {
        String name = value.text().strip();
        if (name.isEmpty() || name.length() > LONGEST_TENANT || name.chars().anyMatch(Character::isISOControl)) {
            throw new SettingsException("The tenant in " + value.place() + " is no name of 1 to " + LONGEST_TENANT
                    + " characters on one line.");
        }
        return name;
    }

    private static Path folder(Value value) {
        try {
            Path folder = Path.of(value.text());
            if (Files.isDirectory(folder)) {
                return folder;
            }
        } catch (InvalidPathException noPath) {
            // Said below.
        }
        throw new SettingsException("The folder of prompts '" + value.text() + "' in " + value.place()
                + " does not exist: name a folder that holds <team>/<agent>.prompt files.");
    }

    private Optional<String> text(SettingKey key) {
        return sources.get(key).map(Value::text);
    }

    private static Mode mode(Value value) {
        String wanted = value.text().toLowerCase(Locale.ROOT);
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.label().equals(wanted))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> known =
                            Arrays.stream(Mode.values()).map(Mode::label).toList();
                    return new SettingsException("Unknown mode '" + value.text() + "' in " + value.place()
                            + ": use one of " + String.join(", ", known) + ".");
                });
    }

    private static Duration timeout(Value value) {
        return Durations.parse(value.text())
                .orElseThrow(() -> new SettingsException("The timeout '" + value.text() + "' in " + value.place()
                        + " is no duration such as 90s or 2m."));
    }

    private Optional<URI> baseUrl() {
        return new ServerAddress(SettingKey.OPENAI_BASE_URL, "https://host/v1", "OPENAI_API_KEY")
                .read(sources, sources.get(SettingKey.OPENAI_API_KEY), warnings);
    }
}
