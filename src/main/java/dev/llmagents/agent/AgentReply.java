package dev.llmagents.agent;

import dev.llmagents.llm.LLMResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an agent answered and how it came about.
 *
 * @param agent the agent's id
 * @param source who answered: a model if at least one call of one was fresh, the cache if all were kept ones; the rules too
 *     if no answer had the wanted form and nothing of them could be used
 * @param reason why the rules answered all or a part of it; empty if a model answered the whole
 * @param calls the answers of models, those included that turned out to be of no use
 * @param failure the first failure of a call, for those who want to act on it
 * @param took from start to end
 */
public record AgentReply<O>(
        String agent,
        O value,
        Source source,
        Optional<String> reason,
        int added,
        int dropped,
        List<String> notes,
        List<LLMResponse> calls,
        Optional<RuntimeException> failure,
        Duration took) {
    public AgentReply {
        notes = List.copyOf(notes);
        calls = List.copyOf(calls);
    }
}
