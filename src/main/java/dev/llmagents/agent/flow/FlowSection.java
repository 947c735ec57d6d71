package dev.llmagents.agent.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.LinedYaml;
import dev.llmagents.json.NearName;
import dev.llmagents.prompt.LintFinding;
import dev.llmagents.prompt.LintFinding.Severity;
import dev.llmagents.prompt.WrittenDuration;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A section of a workflow file; tells of what has not the form it should have, and reads on. */
final class FlowSection {
    private static final BigDecimal MOST_USD = new BigDecimal(1_000_000);

    private final LinedYaml yaml;
    private final String pointer;
    private final String file;
    private final Consumer<LintFinding> findings;

    FlowSection(LinedYaml yaml, String pointer, String file, Consumer<LintFinding> findings) {
        this.yaml = yaml;
        this.pointer = pointer;
        this.file = file;
        this.findings = findings;
    }

    FlowSection section(String key) {
        return new FlowSection(yaml, LinedYaml.field(pointer, key), file, findings);
    }

    JsonNode node() {
        return yaml.value().at(pointer);
    }

    JsonNode at(String key) {
        return node().path(key);
    }

    /** The path of another file as it looks from where the user is. */
    String beside(String path) {
        String folder = file.substring(0, file.replace('\\', '/').lastIndexOf('/') + 1);
        return path.startsWith("/") ? path : folder + path;
    }

    int line() {
        return yaml.line(pointer);
    }

    int line(String... keys) {
        String at = pointer;
        for (String key : keys) {
            at = LinedYaml.field(at, key);
        }
        return yaml.line(at);
    }

    void onlyKnown(List<String> known) {
        node().fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                error(line(key), "unknown-key", "unknown key '" + full(key) + "'" + NearName.hint(key, known));
            }
        });
    }

    /** A key as people name it, with the agent's name before it. */
    String full(String key) {
        return pointer.isEmpty() ? key : pointer.substring(pointer.lastIndexOf('/') + 1) + "." + key;
    }

    Optional<String> text(String key) {
        JsonNode value = at(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isValueNode() || value.asText().isBlank() || value.isNull()) {
            wrong(key, "be a text");
            return Optional.empty();
        }
        return Optional.of(value.asText());
    }

    /** One text or a list of them. */
    List<String> texts(String key) {
        JsonNode value = at(key);
        List<String> texts = new ArrayList<>();
        if (value.isTextual()) {
            texts.add(value.asText());
        } else if (value.isArray()) {
            value.forEach(item -> texts.add(item.asText()));
        } else if (!value.isMissingNode()) {
            wrong(key, "be a list such as [one, other]");
        }
        if (texts.stream().anyMatch(String::isBlank)) {
            wrong(key, "be a list of texts");
        }
        return texts;
    }

    Optional<BigDecimal> amount(String key) {
        JsonNode value = at(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (value.isNumber()
                && value.decimalValue().signum() >= 0
                && value.decimalValue().compareTo(MOST_USD) < 0) {
            return Optional.of(new BigDecimal(value.asText()));
        }
        wrong(key, "be an amount of USD such as 0.05");
        return Optional.empty();
    }

    Optional<Duration> duration(String key, Duration longest) {
        JsonNode value = at(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        Optional<Duration> time = WrittenDuration.of(value.asText(), longest);
        if (time.isEmpty()) {
            wrong(key, "be a duration such as 30s or 2m, at most " + longest.toHours() + "h");
        }
        return time;
    }

    OptionalInt whole(String key) {
        JsonNode value = at(key);
        if (value.isMissingNode()) {
            return OptionalInt.empty();
        }
        if (value.isIntegralNumber() && value.canConvertToInt() && value.asInt() > 0) {
            return OptionalInt.of(value.asInt());
        }
        wrong(key, "be a whole number above 0");
        return OptionalInt.empty();
    }

    void missing(String key, String wayOut) {
        error(line(), "missing-key", "'" + full(key) + "' is missing: " + wayOut + ".");
    }

    void wrong(String key, String what) {
        error(line(key), "value", "'" + full(key) + "' has to " + what + ".");
    }

    void error(int line, String code, String message) {
        findings.accept(new LintFinding(file, line, Severity.ERROR, code, message));
    }

    void found(LintFinding finding) {
        findings.accept(finding);
    }
}
