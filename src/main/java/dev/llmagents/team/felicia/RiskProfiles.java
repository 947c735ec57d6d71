package dev.llmagents.team.felicia;

import dev.llmagents.team.felicia.mission.RiskProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What each risk profile allows, by {@code risk-profiles.tsv}. Immutable. */
final class RiskProfiles {
    private final Map<RiskProfile, ProductBrief.Limits> limits = new EnumMap<>(RiskProfile.class);

    RiskProfiles() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RiskProfiles.class.getResourceAsStream("risk-profiles.tsv")),
                StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] fields = line.split("\t", -1);
                for (RiskProfile profile : RiskProfile.values()) {
                    if (profile.label().equals(fields[0])) {
                        limits.put(
                                profile,
                                new ProductBrief.Limits(
                                        new BigDecimal(fields[1]),
                                        new BigDecimal(fields[2]),
                                        new BigDecimal(fields[3])));
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProductBrief.Limits of(RiskProfile profile) {
        return limits.get(profile);
    }
}
