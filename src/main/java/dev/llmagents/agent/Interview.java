package dev.llmagents.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.AnswerForm;
import dev.llmagents.json.Json;
import dev.llmagents.json.ModelJson;
import dev.llmagents.llm.AnswerFormat;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.Message;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.prompt.Prompt;
import dev.llmagents.prompt.PromptException;
import dev.llmagents.prompt.PromptTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gets an answer of the wanted form out of a model: one question, and, if the answer does not conform, the same question
 * once more with what was wrong. Whatever can be read of answers that do not conform is handed on; a paid answer is not
 * thrown away.
 */
final class Interview {
    private static final String ASK_AGAIN = "common.again";

    private final String agent;
    private final String step;
    private final ModelAccess.Open open;
    private final List<LLMResponse> calls = new ArrayList<>();
    private final List<JsonNode> replies = new ArrayList<>();

    Interview(String agent, String step, ModelAccess.Open open) {
        this.agent = agent;
        this.step = step;
        this.open = open;
    }

    /**
     * What came of a question.
     *
     * @param replies what could be read, also of answers that did not conform
     * @param calls all answers
     * @param problem what was wrong, for people; empty if an answer conformed
     * @param failure why a call gave no answer
     */
    record Outcome(
            List<JsonNode> replies,
            List<LLMResponse> calls,
            Optional<String> problem,
            Optional<RuntimeException> failure) {}

    Outcome ask(Question question) {
        try {
            Prompt prompt = open.prompts().prompt(agent);
            List<ModelTarget> targets = open.targets().apply(prompt.tier());
            if (targets.isEmpty()) {
                return outcome(
                        Optional.of("no model is set up for the tier '" + prompt.tier() + "'"), Optional.empty());
            }
            return ask(request(
                    agent,
                    step,
                    prompt,
                    open.prompts().form(prompt),
                    targets,
                    PromptTemplate.render(prompt, question.input()),
                    open.policy()));
        } catch (LLMException | PromptException failure) {
            return outcome(Optional.of(withoutPeriod(failure.getMessage())), Optional.of(failure));
        } catch (RuntimeException unforeseen) {
            // The rules have answered already: a fault here costs the model's part and nothing else. Its message is not
            // shown, since it may hold text of the input.
            return outcome(
                    Optional.of("asking the model failed in an unforeseen way ("
                            + unforeseen.getClass().getSimpleName() + ")"),
                    Optional.of(unforeseen));
        }
    }

    private Outcome ask(LLMRequest request) {
        LLMResponse first = complete(request);
        Optional<String> problem = take(request, first);
        if (problem.isEmpty()) {
            return outcome(Optional.empty(), Optional.empty());
        }
        if (first.finishReason() == FinishReason.LENGTH) {
            // It ran out of tokens and would do so again.
            return outcome(Optional.of("the model's answer was cut at its limit of tokens"), Optional.empty());
        }
        LLMResponse second = complete(askedAgain(request, first, problem.get()));
        int ofFirst = replies.size();
        Optional<String> secondProblem = take(request, second);
        if (secondProblem.isEmpty()) {
            // The corrected answer stands for both: what is in the first would only be there twice.
            replies.subList(0, ofFirst).clear();
            return outcome(Optional.empty(), Optional.empty());
        }
        return outcome(Optional.of("the model's answer had not the form it was asked for"), Optional.empty());
    }

    private LLMRequest askedAgain(LLMRequest request, LLMResponse answer, String problem) {
        List<Message> messages = new ArrayList<>(request.messages());
        messages.add(Message.assistant(answer.content()));
        messages.addAll(PromptTemplate.render(open.prompts().prompt(ASK_AGAIN), Map.of("problem", problem)));
        return request.withMessages(messages);
    }

    /** Keeps what can be read of an answer and says what is wrong with it. */
    private Optional<String> take(LLMRequest request, LLMResponse response) {
        if (request.parameters().format().isJson()) {
            ModelJson.objectIn(response.content()).ifPresent(found -> replies.add(found.value()));
        } else if (!response.content().isBlank()) {
            replies.add(Json.object().put("text", response.content().strip()));
        }
        return request.check().problemWith(response.content());
    }

    private LLMResponse complete(LLMRequest request) {
        try {
            open.limit().acquire();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new LLMException.Failed(ErrorType.CANCELLED, "The call was cancelled.", cancelled);
        }
        try {
            LLMResponse response = open.service().stream(
                    request, TokenSink.NONE, attempt -> open.policy().onlooker().attempted(agent, attempt));
            calls.add(response);
            return response;
        } finally {
            open.limit().release();
        }
    }

    /**
     * The request of an agent whose prompt has become {@code messages}.
     *
     * @param form what its answer has to look like; empty for plain text
     */
    static LLMRequest request(
            String agent,
            String step,
            Prompt prompt,
            Optional<AnswerForm> form,
            List<ModelTarget> targets,
            List<Message> messages,
            ModelAccess.Policy policy) {
        String team = agent.substring(0, agent.indexOf('.'));
        return new LLMRequest(
                new LLMRequest.Origin(policy.tenant(), team, agent, policy.runId(), step),
                targets,
                messages,
                new LLMRequest.Parameters(
                        prompt.temperature(),
                        prompt.maxTokens(),
                        new AnswerFormat(agent.replace('.', '_'), prompt.outputSchema())),
                prompt.hash(),
                text -> form.flatMap(wanted -> wanted.problemWith(text)),
                policy.cache(prompt.ttl()),
                policy.timeout(),
                policy.sensitiveTerms().get());
    }

    private Outcome outcome(Optional<String> problem, Optional<RuntimeException> failure) {
        return new Outcome(List.copyOf(replies), List.copyOf(calls), problem, failure);
    }

    private static String withoutPeriod(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
