package dev.llmagents.report;

import dev.llmagents.agent.AgentReply;
import dev.llmagents.agent.Source;
import dev.llmagents.llm.LLMResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is to be said about a run beside its result: what it read, who answered, what it took and cost.
 *
 * @param degraded whether rules answered where a model could have
 * @param warnings what the user should know, a sentence each
 * @param agents who answered, in the order of the team
 * @param added things in the result that are a model's
 * @param dropped things a model said that the input does not support
 * @param costUsd empty if a price is unknown
 * @param savedUsd what kept answers saved
 */
public record RunFacts(
        String team,
        String command,
        String runId,
        String tenant,
        List<Input> inputs,
        boolean degraded,
        List<String> warnings,
        List<AgentRow> agents,
        int added,
        int dropped,
        Performance performance,
        Optional<BigDecimal> costUsd,
        BigDecimal savedUsd) {
    public RunFacts {
        inputs = List.copyOf(inputs);
        warnings = List.copyOf(warnings);
        agents = List.copyOf(agents);
    }

    /** What was read. */
    public record Input(String name, String sha256, long bytes) {}

    /**
     * Measured figures of this run.
     *
     * @param wall from start to result
     * @param waiting how much of it was spent waiting for models
     * @param words of all inputs; empty if they are not counted in words
     */
    public record Performance(Duration wall, Duration waiting, OptionalLong words) {}

    /**
     * Who answered for an agent and what it took.
     *
     * @param model the model that answered; empty if none did
     * @param promptTokens billed ones; none for kept answers
     * @param costUsd empty if a price is unknown
     * @param calls how many answers of models there were, kept ones included
     * @param cached whether all of them were kept ones
     */
    public record AgentRow(
            String id,
            Source source,
            Optional<String> reason,
            Optional<String> model,
            Optional<String> provider,
            long promptTokens,
            long completionTokens,
            Optional<BigDecimal> costUsd,
            Duration latency,
            int calls,
            boolean cached) {

        public static AgentRow of(AgentReply<?> reply) {
            long prompt = 0;
            long completion = 0;
            Optional<BigDecimal> cost = Optional.of(BigDecimal.ZERO);
            for (LLMResponse call : reply.calls()) {
                if (!call.cached()) {
                    prompt += call.tokens().prompt();
                    completion += call.tokens().completion();
                }
                cost = cost.flatMap(sum -> call.costUsd().map(sum::add));
            }
            Optional<LLMResponse> last = reply.calls().isEmpty()
                    ? Optional.empty()
                    : Optional.of(reply.calls().get(reply.calls().size() - 1));
            return new AgentRow(
                    reply.agent(),
                    reply.source(),
                    reply.reason(),
                    last.map(LLMResponse::model),
                    last.map(LLMResponse::provider),
                    prompt,
                    completion,
                    cost,
                    reply.took(),
                    reply.calls().size(),
                    reply.source() == Source.CACHE);
        }
    }
}
