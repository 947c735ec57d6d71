package dev.llmagents.agent;

import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMService;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.prompt.PromptLibrary;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Whether and how agents may ask a model in this run. */
public sealed interface ModelAccess {

    /**
     * Models may not be asked.
     *
     * @param reason why, in a few words: {@code no API key}
     */
    record Closed(String reason) implements ModelAccess {}

    /**
     * Models may be asked.
     *
     * @param targets the models of a tier, best first; empty if the run has none for it
     * @param calls runs the calls of an agent side by side
     * @param limit how many calls are on their way at once
     * @param policy what holds for every call of the run
     */
    record Open(
            LLMService service,
            PromptLibrary prompts,
            Function<String, List<ModelTarget>> targets,
            Executor calls,
            Semaphore limit,
            Policy policy)
            implements ModelAccess {}

    /**
     * What holds for every call of a run.
     *
     * @param timeout how long a call may take, retries included
     * @param readCache whether earlier answers may serve
     * @param writeCache whether answers are kept
     */
    record Policy(String tenant, String runId, Duration timeout, boolean readCache, boolean writeCache) {
        LLMRequest.CachePolicy cache(Duration ttl) {
            return new LLMRequest.CachePolicy(readCache, writeCache, ttl);
        }
    }
}
