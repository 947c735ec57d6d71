package dev.llmagents.app;

import dev.llmagents.app.SettingsSources.Value;
import dev.llmagents.llm.RateLimits;
import dev.llmagents.llm.RateLimits.PerMinute;
import dev.llmagents.usage.Budgets;
import dev.llmagents.usage.Usd;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Reads what the settings allow a user to spend and to ask. */
final class AllowanceReader {
    private static final long MOST_PER_MINUTE = 1_000_000_000L;

    private final SettingsSources sources;

    AllowanceReader(SettingsSources sources) {
        this.sources = sources;
    }

    /** @throws SettingsException if a figure is none */
    Budgets budgets() {
        Map<String, Map<String, BigDecimal>> byKind = new TreeMap<>();
        sources.named().forEach((setting, value) -> {
            if (setting.group().equals(NamedSetting.BUDGETS)) {
                byKind.computeIfAbsent(setting.kind(), kind -> new TreeMap<>()).put(setting.name(), usd(value));
            }
        });
        return new Budgets(
                Optional.empty(),
                sources.get(SettingKey.BUDGETS_DAILY).map(AllowanceReader::usd),
                byKind.getOrDefault("tenant", Map.of()),
                byKind.getOrDefault("team", Map.of()),
                byKind.getOrDefault("agent", Map.of()),
                sources.get(SettingKey.BUDGETS_WARN).map(AllowanceReader::share).orElse(Budgets.DEFAULT_WARN));
    }

    /** @throws SettingsException if a figure is none */
    RateLimits limits() {
        Map<String, PerMinute> teams = new TreeMap<>();
        Map<String, PerMinute> agents = new TreeMap<>();
        sources.named().forEach((setting, value) -> {
            if (setting.group().equals(NamedSetting.LIMITS)) {
                Map<String, PerMinute> of = setting.kind().equals("team") ? teams : agents;
                PerMinute other = of.getOrDefault(setting.name(), PerMinute.UNLIMITED);
                OptionalLong figure = OptionalLong.of(perMinute(value));
                of.put(
                        setting.name(),
                        setting.figure().equals(NamedSetting.REQUESTS)
                                ? new PerMinute(figure, other.tokens())
                                : new PerMinute(other.requests(), figure));
            }
        });
        return new RateLimits(
                new PerMinute(perMinute(SettingKey.LIMITS_REQUESTS), perMinute(SettingKey.LIMITS_TOKENS)),
                teams,
                agents);
    }

    private OptionalLong perMinute(SettingKey key) {
        Optional<Value> value = sources.get(key);
        return value.isPresent() ? OptionalLong.of(perMinute(value.get())) : OptionalLong.empty();
    }

    private static long perMinute(Value value) {
        Optional<BigDecimal> figure = number(value.text());
        if (figure.isEmpty()
                || figure.get().stripTrailingZeros().scale() > 0
                || figure.get().compareTo(BigDecimal.ONE) < 0
                || figure.get().compareTo(BigDecimal.valueOf(MOST_PER_MINUTE)) > 0) {
            throw new SettingsException("The limit '" + value.text() + "' in " + value.place()
                    + " is no whole number of at least 1 a minute.");
        }
        return figure.get().longValueExact();
    }

    private static BigDecimal usd(Value value) {
        return Usd.parse(value.text())
                .orElseThrow(() -> new SettingsException("The budget '" + value.text() + "' in " + value.place()
                        + " is no amount of USD such as 5.00."));
    }

    private static BigDecimal share(Value value) {
        return number(value.text())
                .filter(share -> share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0)
                .orElseThrow(() -> new SettingsException("The share '" + value.text() + "' for budgets.warn in "
                        + value.place() + " is not above 0 and at most 1: write 0.8."));
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("\\d{1,12}(\\.\\d{1,12})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
