package dev.llmagents.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table in docs/settings.md names the settings there are, and no others. */
class SettingsTableTest {
    private static final Pattern KEY = Pattern.compile("`([a-z][a-z_.<>…]+)`");
    private static final Pattern VARIABLE = Pattern.compile("`([A-Z][A-Z0-9_]+)`");
    /** Read by the AWS SDK; the program only looks whether they are there. */
    private static final Set<SettingKey> OF_THE_SDK = Set.of(
            SettingKey.AWS_ROLE_OF_WEB_IDENTITY, SettingKey.AWS_CONTAINER, SettingKey.AWS_CONTAINER_FULL);
    /** Known by their variable: the table names one key for both. */
    private static final Set<SettingKey> SECOND_NAMES = Set.of(SettingKey.GEMINI_API_KEY, SettingKey.AWS_DEFAULT_REGION);

    private static List<String[]> rows() throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("docs/settings.md"))) {
            boolean isHead = line.startsWith("| `config.yaml`");
            if (line.startsWith("| `") && !isHead && line.split("\\|", -1).length == 7) {
                rows.add(line.split("\\|", -1));
            }
        }
        return rows;
    }

    private static Set<String> found(Pattern pattern, int column) throws IOException {
        Set<String> found = new TreeSet<>();
        for (String[] row : rows()) {
            Matcher name = pattern.matcher(row[column]);
            while (name.find()) {
                found.add(name.group(1));
            }
        }
        return found;
    }

    @Test
    void every_setting_stands_in_the_table_and_the_table_names_no_other() throws IOException {
        Set<String> told = found(KEY, 1);
        told.removeIf(name -> name.contains("<"));
        Set<String> known = new TreeSet<>();
        for (SettingKey key : SettingKey.values()) {
            boolean ofOneTeam = key.key().startsWith("teams.");
            if (!ofOneTeam && !OF_THE_SDK.contains(key) && !SECOND_NAMES.contains(key)) {
                known.add(key.key());
            }
        }
        assertEquals(known, told);
    }

    @Test
    void every_variable_in_the_table_is_read() throws IOException {
        Set<String> known = new TreeSet<>();
        for (SettingKey key : SettingKey.values()) {
            known.add(key.variable());
        }
        Set<String> unknown = found(VARIABLE, 2);
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown);
    }
}
