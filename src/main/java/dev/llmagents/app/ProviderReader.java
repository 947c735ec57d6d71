package dev.llmagents.app;

import dev.llmagents.app.SettingsSources.Origin;
import dev.llmagents.app.SettingsSources.Value;
import dev.llmagents.provider.simulated.Simulation;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads what stands in the settings about the providers beside OpenAI. */
final class ProviderReader {
    private static final String EU = "eu";
    private static final String ANY = "any";

    private final SettingsSources sources;
    private final Consumer<String> warnings;

    ProviderReader(SettingsSources sources, Consumer<String> warnings) {
        this.sources = sources;
        this.warnings = warnings;
    }

    /** @throws SettingsException if a setting cannot be used */
    ProviderSettings read() {
        Optional<Value> geminiKey =
                sources.get(SettingKey.GOOGLE_API_KEY).or(() -> sources.get(SettingKey.GEMINI_API_KEY));
        return new ProviderSettings(
                geminiKey.map(Value::text).map(Secret::new),
                new ServerAddress(SettingKey.GEMINI_BASE_URL, "https://host", "GOOGLE_API_KEY")
                        .read(sources, geminiKey, warnings),
                aws(),
                sources.get(SettingKey.SIMULATION).map(ProviderReader::simulation),
                residency(),
                sources.get(SettingKey.PRICES).map(PriceFile::path));
    }

    private ProviderSettings.Aws aws() {
        boolean elsewhere = sources.get(SettingKey.AWS_ROLE_OF_WEB_IDENTITY)
                .or(() -> sources.get(SettingKey.AWS_CONTAINER))
                .or(() -> sources.get(SettingKey.AWS_CONTAINER_FULL))
                .isPresent();
        return new ProviderSettings.Aws(
                endpoint(elsewhere),
                text(SettingKey.AWS_REGION).or(() -> text(SettingKey.AWS_DEFAULT_REGION)),
                text(SettingKey.AWS_BEARER_TOKEN_BEDROCK).map(Secret::new),
                text(SettingKey.AWS_ACCESS_KEY_ID),
                text(SettingKey.AWS_SECRET_ACCESS_KEY).map(Secret::new),
                text(SettingKey.AWS_SESSION_TOKEN).map(Secret::new),
                text(SettingKey.AWS_PROFILE),
                elsewhere);
    }

    /** A file in the working folder names an endpoint for the credentials it holds itself, and for no others. */
    private Optional<URI> endpoint(boolean elsewhere) {
        Optional<Value> secret = sources.get(SettingKey.AWS_BEARER_TOKEN_BEDROCK)
                .or(() -> sources.get(SettingKey.AWS_SECRET_ACCESS_KEY));
        if (secret.isEmpty() || elsewhere) {
            // Those the SDK finds come from a place of the user's own, never from that file.
            secret = Optional.of(new Value("", Origin.ENVIRONMENT, "the profile of AWS"));
        }
        SettingKey key =
                sources.get(SettingKey.AWS_ENDPOINT_URL_BEDROCK_RUNTIME).isPresent()
                        ? SettingKey.AWS_ENDPOINT_URL_BEDROCK_RUNTIME
                        : SettingKey.AWS_ENDPOINT_URL;
        return new ServerAddress(key, "https://host", "the key of AWS").read(sources, secret, warnings);
    }

    private Residency residency() {
        Map<String, Boolean> teams = new TreeMap<>();
        inEu(SettingKey.RESIDENCY_MEETMIND).ifPresent(bound -> teams.put("meetmind", bound));
        inEu(SettingKey.RESIDENCY_SVEA).ifPresent(bound -> teams.put("svea", bound));
        inEu(SettingKey.RESIDENCY_FELICIA).ifPresent(bound -> teams.put("felicia", bound));
        return new Residency(inEu(SettingKey.RESIDENCY).orElse(false), teams);
    }

    private Optional<Boolean> inEu(SettingKey key) {
        Optional<Value> value = sources.get(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String wanted = value.get().text().toLowerCase(Locale.ROOT);
        if (!wanted.equals(EU) && !wanted.equals(ANY)) {
            throw new SettingsException("Unknown value '" + value.get().text() + "' for " + key.key() + " in "
                    + value.get().place() + ": use " + EU + " or " + ANY + ".");
        }
        if (wanted.equals(ANY) && value.get().origin() == Origin.DOT_ENV) {
            // A file that happens to lie in the working folder must not open what may be closed below it.
            warnings.accept(key.key() + " in " + value.get().place() + " was ignored, and eu holds: set it to " + ANY
                    + " in the environment or in config.yaml.");
            return Optional.of(true);
        }
        return Optional.of(wanted.equals(EU));
    }

    private static Simulation simulation(Value value) {
        try {
            return Simulation.parse(value.text());
        } catch (IllegalArgumentException wrong) {
            throw new SettingsException(wrong.getMessage() + " It stands in " + value.place() + ".", wrong);
        }
    }

    private Optional<String> text(SettingKey key) {
        return sources.get(key).map(Value::text);
    }
}
