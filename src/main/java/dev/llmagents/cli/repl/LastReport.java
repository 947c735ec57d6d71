package dev.llmagents.cli.repl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.report.RunFacts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A report the session can be asked about.
 *
 * @param formats the report in a format by its label ({@code json}, {@code markdown}, …); empty where there is none
 * @param input what the report was made from, as far as it is text
 * @param names of people and parties that no model may see as they are
 */
public record LastReport(
        RunFacts facts,
        Function<String, Optional<String>> formats,
        Supplier<List<Passage>> input,
        Supplier<List<String>> names) {

    /** The {@code result} of the JSON output. */
    JsonNode result() {
        try {
            return Json.parse(formats.apply("json").orElse("{}")).path("result");
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("the report is no JSON", ours);
        }
    }

    /** The report in the format that {@code file}'s ending asks for; empty if there is none. */
    Optional<String> forFile(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "md", "markdown" -> formats.apply("markdown");
            case "txt", "text" -> formats.apply("text");
            case "json" -> formats.apply("json");
            case "csv" -> formats.apply("csv");
            case "html", "htm" -> formats.apply("html");
            case "ics" -> formats.apply("ics");
            case "sarif" -> formats.apply("sarif");
            default -> Optional.empty();
        };
    }
}
