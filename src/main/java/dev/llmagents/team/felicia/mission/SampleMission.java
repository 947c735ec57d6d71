package dev.llmagents.team.felicia.mission;

import dev.llmagents.team.felicia.mission.SamplePrices.Share;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A mission that runs as it is, with prices of shares that do not exist. */
public final class SampleMission {
    private static final long SEED = 20251231;
    private static final int BARS = 750;

    /** Some days after the mission's own, so that its orders can be filled on paper. */
    private static final LocalDate LAST_BAR = LocalDate.of(2026, 1, 9);

    private static final List<Share> SHARES = List.of(
            new Share("KVANT", "technology", 84.00, 0.14, 0.30, 900_000),
            new Share("PIXEL", "technology", 41.50, 0.11, 0.34, 1_400_000),
            new Share("LIMPA", "food", 62.20, 0.06, 0.15, 600_000),
            new Share("MEJERI", "food", 28.40, 0.05, 0.14, 750_000),
            new Share("TURBIN", "energy", 53.10, 0.07, 0.22, 1_100_000),
            new Share("KRANEN", "industry", 117.80, 0.08, 0.25, 500_000));

    private SampleMission() {}

    /** Its files by their path below the folder of the mission, in order of the paths; the same bytes at every call. */
    public static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        SamplePrices.csv(SHARES, SamplePrices.weekdays(LAST_BAR, BARS), SEED)
                .forEach((symbol, csv) -> files.put("data/" + symbol + ".csv", csv));
        files.put("mission.yaml", resource("sample-mission.yaml"));
        files.put("uppdrag.md", resource("sample-mission.md"));
        return files;
    }

    private static byte[] resource(String name) {
        try (InputStream bytes = SampleMission.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
