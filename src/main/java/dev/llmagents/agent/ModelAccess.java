package dev.llmagents.agent;

import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMService;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.prompt.Prompt;
import dev.llmagents.prompt.PromptLibrary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

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
            implements ModelAccess {
        private Open under(Policy other) {
            return new Open(service, prompts, targets, calls, limit, other);
        }
    }

    /**
     * This access for one input.
     *
     * @param sensitiveTerms names in the input that no model may see as they are; asked for only when a call is made
     */
    default ModelAccess about(Supplier<List<String>> sensitiveTerms) {
        return this instanceof Open open ? open.under(open.policy().about(sensitiveTerms)) : this;
    }

    /** This access with somebody who hears of every attempt the moment it ends. */
    default ModelAccess heardBy(Workflow.Listener listener) {
        return this instanceof Open open ? open.under(open.policy().heardBy(listener)) : this;
    }

    /** This access with another limit of time for a call. */
    default ModelAccess within(Duration timeout) {
        return this instanceof Open open ? open.under(open.policy().within(timeout)) : this;
    }

    /** This access with prompts of a workflow's own, by their ids. */
    default ModelAccess prompting(Map<String, Prompt> own) {
        return this instanceof Open open
                ? new Open(
                        open.service(),
                        open.prompts().with(own),
                        open.targets(),
                        open.calls(),
                        open.limit(),
                        open.policy())
                : this;
    }

    /**
     * What holds for every call of a run.
     *
     * @param timeout how long a call may take, retries included
     * @param readCache whether earlier answers may serve
     * @param writeCache whether answers are kept
     * @param sensitiveTerms names in the input that is worked on
     * @param rules hears of answers that rules gave in a model's place
     * @param onlooker hears of every attempt
     */
    record Policy(
            String tenant,
            String runId,
            Duration timeout,
            boolean readCache,
            boolean writeCache,
            Supplier<List<String>> sensitiveTerms,
            RulesListener rules,
            Workflow.Listener onlooker) {

        /** A policy before there is an input. */
        public Policy(String tenant, String runId, Duration timeout, boolean readCache, boolean writeCache) {
            this(tenant, runId, timeout, readCache, writeCache, List::of, RulesListener.NONE, Workflow.Listener.NONE);
        }

        Policy about(Supplier<List<String>> terms) {
            return new Policy(tenant, runId, timeout, readCache, writeCache, terms, rules, onlooker);
        }

        Policy within(Duration limit) {
            return new Policy(tenant, runId, limit, readCache, writeCache, sensitiveTerms, rules, onlooker);
        }

        /** The same policy, with somebody who hears of answers that rules gave in a model's place. */
        public Policy with(RulesListener listener) {
            return new Policy(tenant, runId, timeout, readCache, writeCache, sensitiveTerms, listener, onlooker);
        }

        Policy heardBy(Workflow.Listener listener) {
            return new Policy(tenant, runId, timeout, readCache, writeCache, sensitiveTerms, rules, listener);
        }

        LLMRequest.CachePolicy cache(Duration ttl) {
            return new LLMRequest.CachePolicy(readCache, writeCache, ttl);
        }
    }

    /** Hears that the rules of an agent answered alone where a model was to add to them; called from several threads. */
    @FunctionalInterface
    interface RulesListener {
        RulesListener NONE = (agent, reason, failure) -> {};

        /**
         * @param reason why, in a few words
         * @param failure what the call failed with; empty if it gave an answer that was of no use
         */
        void answered(String agent, String reason, Optional<RuntimeException> failure);
    }
}
