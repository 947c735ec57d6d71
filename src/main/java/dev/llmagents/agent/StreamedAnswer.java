package dev.llmagents.agent;

import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.prompt.Prompt;
import dev.llmagents.prompt.PromptException;
import dev.llmagents.prompt.PromptTemplate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;

/** One question of a person, answered by a model and handed over while it is written; no rules, asked once. */
public final class StreamedAnswer {
    private StreamedAnswer() {}

    /**
     * Asks and waits for the whole answer.
     *
     * @param prompt its id, for instance {@code common.followup}; also the agent's in the usage log
     * @param team on whose behalf: its budgets and its residency hold
     * @param input the values the prompt's template inserts
     * @param sink receives the answer while it is written, on a thread of the run's
     * @throws LLMException if no model answered, or the run was broken off
     * @throws PromptException if the prompt cannot be used
     */
    public static LLMResponse ask(
            String prompt, String team, Map<String, Object> input, ModelAccess.Open open, TokenSink sink) {
        try {
            return CompletableFuture.supplyAsync(
                            () -> open.service().stream(request(prompt, team, input, open), sink), open.calls())
                    .join();
        } catch (RejectedExecutionException over) {
            throw new LLMException.Failed(ErrorType.CANCELLED, "The run was broken off.", over);
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw failed;
        }
    }

    private static LLMRequest request(String id, String team, Map<String, Object> input, ModelAccess.Open open) {
        Prompt prompt = open.prompts().prompt(id);
        List<ModelTarget> targets = open.targets().apply(prompt.tier());
        if (targets.isEmpty()) {
            throw new LLMException.Failed(
                    ErrorType.UNAVAILABLE, "No model is set up for the tier '" + prompt.tier() + "'.");
        }
        LLMRequest request = Interview.request(
                id,
                id,
                prompt,
                open.prompts().form(prompt),
                targets,
                PromptTemplate.render(prompt, input),
                open.policy());
        LLMRequest.Origin origin = request.origin();
        return new LLMRequest(
                new LLMRequest.Origin(origin.tenant(), team, origin.agent(), origin.runId(), origin.step()),
                request.targets(),
                request.messages(),
                request.parameters(),
                request.promptHash(),
                request.check(),
                request.cache(),
                request.timeout(),
                request.sensitiveTerms());
    }
}
