package dev.llmagents.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code .env} files: {@code NAME=value} lines, comments, {@code export}, and quotes around a value. */
final class DotEnv {
    private DotEnv() {}

    /** @throws SettingsException if a line is none of these; the message names it but not what it holds */
    static Map<String, String> parse(Path file, String text) {
        Map<String, String> variables = new LinkedHashMap<>();
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("export ")) {
                line = line.substring("export ".length()).strip();
            }
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new SettingsException(file + ", line " + number + ": expected NAME=value.");
            }
            variables.put(
                    line.substring(0, equals).strip(),
                    value(line.substring(equals + 1).strip()));
        }
        return variables;
    }

    private static String value(String written) {
        if (written.startsWith("\"") || written.startsWith("'")) {
            int end = written.indexOf(written.charAt(0), 1);
            String behind = end < 0 ? "x" : written.substring(end + 1).strip();
            if (behind.isEmpty() || behind.startsWith("#")) {
                return written.substring(1, end);
            }
        }
        int comment = written.indexOf(" #");
        return comment < 0 ? written : written.substring(0, comment).strip();
    }
}
