package dev.llmagents.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code config.yaml}: values by their key, each of which has to be known. Loads the YAML library, so only when needed. */
final class ConfigFile {
    private ConfigFile() {}

    static Map<String, String> read(Path file) {
        JsonNode root;
        try {
            root = new YAMLMapper().readTree(SettingsSources.text(file));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new SettingsException(file + (line > 0 ? ", line " + line : "") + ": this is no YAML.", e);
        }
        Map<String, String> values = new LinkedHashMap<>();
        if (root.isObject()) {
            collect("", root, file, values);
        } else if (!root.isMissingNode() && !root.isNull()) {
            throw new SettingsException(file + ": settings are 'key: value' pairs.");
        }
        return values;
    }

    private static void collect(String prefix, JsonNode node, Path file, Map<String, String> values) {
        node.properties().forEach(field -> {
            String key = prefix + field.getKey();
            JsonNode value = field.getValue();
            if (value.isObject()) {
                collect(key + ".", value, file, values);
                return;
            }
            if (NamedSetting.of(key).isEmpty()) {
                SettingKey.ofKey(key, file.toString());
            }
            if (value.isArray() && key.startsWith("models.")) {
                List<String> names = new ArrayList<>();
                value.forEach(name -> names.add(name.asText().strip()));
                values.put(key, String.join(", ", names));
                return;
            }
            if (value.isArray()) {
                throw new SettingsException(file + ": '" + key + "' is a single value, not a list.");
            }
            // A key without a value says nothing; taken as text it would be the word null.
            if (!value.isNull() && !value.asText().isBlank()) {
                values.put(key, text(value));
            }
        });
    }

    /** As the user would write it: small numbers would come back with an exponent. */
    private static String text(JsonNode value) {
        boolean isPlain = value.isFloatingPointNumber() && Double.isFinite(value.asDouble());
        return isPlain ? value.decimalValue().toPlainString() : value.asText().strip();
    }
}
