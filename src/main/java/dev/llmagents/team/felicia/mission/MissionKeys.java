package dev.llmagents.team.felicia.mission;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All keys of a mission file, by the section they stand in. */
final class MissionKeys {
    private static final int COLUMNS = 5;

    private final Map<String, Map<String, MissionKey>> bySection = new LinkedHashMap<>();

    private MissionKeys(List<MissionKey> keys) {
        for (MissionKey key : keys) {
            bySection
                    .computeIfAbsent(key.parent(), parent -> new LinkedHashMap<>())
                    .put(key.name(), key);
        }
    }

    /** The keys that stand in {@code mission-keys.tsv}. */
    static MissionKeys load() {
        List<MissionKey> keys = new ArrayList<>();
        try (InputStream bytes = MissionKeys.class.getResourceAsStream("mission-keys.tsv")) {
            if (bytes == null) {
                throw new IllegalStateException("mission-keys.tsv is missing from the program");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    keys.add(key(line.split("\t", COLUMNS)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MissionKeys(keys);
    }

    private static MissionKey key(String[] cells) {
        MissionKey.Type type = MissionKey.Type.valueOf(cells[1].toUpperCase(Locale.ROOT));
        String need = cells[2];
        boolean hasDefault = !List.of("!", "-", "{}").contains(need);
        String bounds = cells[3];
        boolean numeric = (type == MissionKey.Type.NUMBER || type == MissionKey.Type.WHOLE) && !bounds.equals("-");
        boolean above = bounds.startsWith(">");
        int dots = bounds.indexOf("..");
        return new MissionKey(
                cells[0],
                type,
                need.equals("!"),
                need.equals("{}"),
                hasDefault ? Optional.of(need) : Optional.empty(),
                numeric ? Optional.of(new BigDecimal(bounds.substring(above ? 1 : 0, dots))) : Optional.empty(),
                above,
                numeric ? Optional.of(new BigDecimal(bounds.substring(dots + 2))) : Optional.empty(),
                type == MissionKey.Type.CHOICE ? List.of(bounds.split("\\|", -1)) : List.of(),
                cells[4]);
    }

    /** The keys of a section in the order of the table; {@code ""} is the file itself. */
    Map<String, MissionKey> in(String section) {
        return bySection.getOrDefault(section, Map.of());
    }
}
