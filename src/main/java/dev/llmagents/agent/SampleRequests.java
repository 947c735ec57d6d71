package dev.llmagents.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.prompt.Prompt;
import dev.llmagents.prompt.PromptException;
import dev.llmagents.prompt.PromptLibrary;
import dev.llmagents.prompt.PromptTemplate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Requests as an agent makes them, of real size and form, for tests of what is below: the few-shot examples are the inputs. */
public final class SampleRequests {
    private SampleRequests() {}

    /**
     * One request for each example of the agent's prompt.
     *
     * @param targets the models of a tier
     * @throws PromptException if there is no such prompt or it has no examples
     */
    public static List<LLMRequest> of(
            String agent,
            PromptLibrary prompts,
            Function<String, List<ModelTarget>> targets,
            ModelAccess.Policy policy) {
        Prompt prompt = prompts.prompt(agent);
        if (prompt.examples().isEmpty()) {
            throw new PromptException("The prompt of " + agent + " has no examples to make requests of.");
        }
        List<ModelTarget> models = targets.apply(prompt.tier());
        return prompt.examples().stream()
                .map(example -> Interview.request(
                        agent,
                        agent,
                        prompt,
                        prompts.form(prompt),
                        models,
                        PromptTemplate.render(prompt, input(example)),
                        policy))
                .toList();
    }

    /**
     * The request an agent of that prompt makes of an input.
     *
     * @param input the values the prompt's template inserts
     * @throws PromptException if the template cannot be filled
     */
    public static LLMRequest of(
            Prompt prompt, Map<String, Object> input, List<ModelTarget> models, ModelAccess.Policy policy) {
        return Interview.request(
                prompt.id(),
                prompt.id(),
                prompt,
                new PromptLibrary(Optional.empty()).form(prompt),
                models,
                PromptTemplate.render(prompt, input),
                policy);
    }

    private static Map<String, Object> input(JsonNode example) {
        Map<String, Object> input = new LinkedHashMap<>();
        example.path("input").properties().forEach(field -> input.put(field.getKey(), Json.plain(field.getValue())));
        return input;
    }
}
