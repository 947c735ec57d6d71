package dev.llmagents.agent.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.json.LinedYaml;
import dev.llmagents.prompt.LintFinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A recorded answer and what an agent is to make of it.
 *
 * @param file for people
 * @param agent its name, in a workflow without the workflow's
 * @param input the variables of the prompt
 * @param answer what a model said, letter by letter
 * @param conforms whether it is to have the form of the schema
 * @param dropped how many things of it are not to stand; empty if that does not matter
 * @param expected what the checked answer is to hold at least; missing if that does not matter
 * @param asks texts that the messages to the model are to hold
 */
public record FlowCase(
        String file,
        String agent,
        Map<String, Object> input,
        String answer,
        Optional<Boolean> conforms,
        OptionalInt dropped,
        JsonNode expected,
        List<String> asks) {
    public FlowCase {
        input = new LinkedHashMap<>(input);
        asks = List.copyOf(asks);
    }

    /** What came of a file: a case, or what is wrong with it. */
    public record Reading(Optional<FlowCase> recorded, List<LintFinding> findings) {
        public Reading {
            findings = List.copyOf(findings);
        }
    }

    /** @param file for messages */
    public static Reading read(String text, String file) {
        List<LintFinding> findings = new ArrayList<>();
        Optional<FlowCase> read = Optional.empty();
        try {
            read = read(new FlowSection(LinedYaml.read(text, 0), "", file, findings::add), file);
        } catch (LinedYaml.Problem broken) {
            findings.add(new LintFinding(
                    file, broken.line(), LintFinding.Severity.ERROR, "yaml", broken.getMessage() + "."));
        }
        return new Reading(findings.isEmpty() ? read : Optional.empty(), findings);
    }

    private static Optional<FlowCase> read(FlowSection top, String file) {
        if (!top.node().isObject()) {
            top.error(1, "case", "a case is made of 'key: value' pairs: agent, input, answer and expect.");
            return Optional.empty();
        }
        top.onlyKnown(List.of("agent", "description", "input", "answer", "expect"));
        Optional<String> agent = top.text("agent");
        if (top.at("agent").isMissingNode()) {
            top.missing("agent", "name the agent whose answer it is");
        }
        if (top.at("answer").isMissingNode()) {
            top.missing("answer", "write down what the model said");
        }
        JsonNode input = top.at("input");
        if (!input.isMissingNode() && !input.isObject()) {
            top.wrong("input", "be a section of 'variable: value' pairs");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        input.properties().forEach(value -> values.put(value.getKey(), Json.plain(value.getValue())));
        FlowSection expect = top.section("expect");
        if (!expect.node().isMissingNode()) {
            expect.onlyKnown(List.of("conforms", "dropped", "answer", "asks"));
        }
        JsonNode dropped = expect.at("dropped");
        if (!dropped.isMissingNode() && !(dropped.isInt() && dropped.asInt() >= 0)) {
            expect.wrong("dropped", "be a whole number");
        }
        JsonNode conforms = expect.at("conforms");
        if (!conforms.isMissingNode() && !conforms.isBoolean()) {
            expect.wrong("conforms", "be true or false");
        }
        JsonNode answer = top.at("answer");
        return Optional.of(new FlowCase(
                file,
                agent.orElse(""),
                values,
                answer.isTextual() ? answer.asText() : Json.write(answer.isMissingNode() ? Json.object() : answer),
                conforms.isMissingNode() ? Optional.empty() : Optional.of(conforms.asBoolean()),
                dropped.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(dropped.asInt()),
                expect.at("answer"),
                expect.texts("asks")));
    }
}
