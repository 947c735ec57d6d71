package dev.llmagents.agent.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.agent.Checked;
import dev.llmagents.json.Json;
import dev.llmagents.json.ModelJson;
import dev.llmagents.json.Schema;
import dev.llmagents.llm.Message;
import dev.llmagents.prompt.Prompt;
import dev.llmagents.prompt.PromptException;
import dev.llmagents.prompt.PromptLint;
import dev.llmagents.prompt.PromptTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives recorded answers to the checks that answers of models pass, without asking anybody. Safe for threads. */
public final class FlowCaseRun {
    private FlowCaseRun() {}

    /**
     * What is not as it should be, a sentence each.
     *
     * @param prompt the agent's
     * @param schema of its answer; empty for one text
     */
    public static List<String> problems(FlowCase recorded, Prompt prompt, Optional<JsonNode> schema) {
        List<String> problems = new ArrayList<>();
        String asked = asked(prompt, recorded.input(), problems);
        for (String text : recorded.asks()) {
            if (problems.isEmpty() && !asked.contains(text)) {
                problems.add("the messages do not hold '" + text + "'");
            }
        }
        Optional<ObjectNode> reply = reply(recorded.answer(), schema);
        boolean conforms = reply.isPresent()
                && schema.map(form -> new Schema(form).problemsWith(reply.get()).isEmpty())
                        .orElse(true);
        if (recorded.conforms().orElse(true) != conforms) {
            problems.add(conforms ? "the answer has the form of the schema" : nonconformity(reply, schema));
        }
        Checked<ObjectNode> checked = checked(reply, recorded.input(), schema);
        if (recorded.dropped().isPresent() && recorded.dropped().getAsInt() != checked.dropped()) {
            problems.add(checked.dropped() + " things were dropped, not "
                    + recorded.dropped().getAsInt());
        }
        differences("answer", recorded.expected(), checked.value(), problems);
        return problems;
    }

    /** What is wrong with a few-shot example of a prompt, a sentence each. */
    public static List<String> problemsOfExample(JsonNode example, Prompt prompt, Optional<JsonNode> schema) {
        List<String> problems = new ArrayList<>();
        Map<String, Object> input = PromptLint.inputOf(example);
        asked(prompt, input, problems);
        if (schema.isEmpty()) {
            return problems;
        }
        new Schema(schema.get()).problemsWith(example.path("output")).forEach(problems::add);
        if (problems.isEmpty() && example.path("output") instanceof ObjectNode output) {
            int dropped =
                    new QuoteCheck(texts(input)).check(schema.get(), output).dropped();
            if (dropped > 0) {
                problems.add(dropped + " of its quotes do not stand in its input");
            }
        }
        return problems;
    }

    private static String asked(Prompt prompt, Map<String, Object> input, List<String> problems) {
        StringBuilder asked = new StringBuilder();
        try {
            for (Message message : PromptTemplate.render(prompt, input)) {
                asked.append(message.text()).append('\n');
            }
        } catch (PromptException wrong) {
            problems.add(wrong.getMessage());
        }
        return asked.toString();
    }

    private static Optional<ObjectNode> reply(String answer, Optional<JsonNode> schema) {
        if (schema.isEmpty()) {
            return Optional.of(Json.object().put(FlowRules.TEXT, answer.strip()));
        }
        return ModelJson.objectIn(answer).filter(found -> !found.truncated()).map(found -> (ObjectNode) found.value());
    }

    private static String nonconformity(Optional<ObjectNode> reply, Optional<JsonNode> schema) {
        if (reply.isEmpty() || schema.isEmpty()) {
            return "no JSON object was found in the answer";
        }
        return "the answer has not the form of the schema: "
                + new Schema(schema.get()).problemsWith(reply.get()).get(0);
    }

    private static Checked<ObjectNode> checked(
            Optional<ObjectNode> reply, Map<String, Object> input, Optional<JsonNode> schema) {
        FlowRules rules = new FlowRules(schema, new QuoteCheck(texts(input)));
        ObjectNode empty = rules.answer(input);
        return reply.map(said -> rules.check(input, empty, List.of(said)))
                .orElseGet(() -> new Checked<>(empty, 0, 0, List.of()));
    }

    /** All texts of an input, since each of them may be quoted. */
    private static List<String> texts(Map<String, Object> input) {
        List<String> texts = new ArrayList<>();
        gather(Json.tree(input), texts);
        return texts;
    }

    private static void gather(JsonNode value, List<String> texts) {
        if (value.isTextual()) {
            texts.add(value.asText());
        }
        value.forEach(inner -> gather(inner, texts));
    }

    /** Objects may hold more than is expected; lists hold exactly what is. */
    private static void differences(String path, JsonNode expected, JsonNode actual, List<String> problems) {
        if (expected.isMissingNode()) {
            return;
        }
        if (expected.isObject()) {
            expected.properties()
                    .forEach(field -> differences(
                            path + "." + field.getKey(), field.getValue(), actual.path(field.getKey()), problems));
        } else if (expected.isArray()) {
            if (!actual.isArray() || actual.size() != expected.size()) {
                problems.add(path + " has " + (actual.isArray() ? actual.size() : "no list of") + " items, not "
                        + expected.size());
                return;
            }
            for (int i = 0; i < expected.size(); i++) {
                differences(path + "[" + i + "]", expected.get(i), actual.get(i), problems);
            }
        } else if (!expected.asText().equals(actual.asText()) || actual.isContainerNode()) {
            problems.add(path + " is " + (actual.isMissingNode() ? "missing" : Json.write(actual)) + ", not "
                    + Json.write(expected));
        }
    }
}
