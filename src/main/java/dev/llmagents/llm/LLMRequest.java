package dev.llmagents.llm;

import java.time.Duration;
import java.util.List;

/**
 * One question to a model, without a word on how it travels.
 *
 * @param origin who asks
 * @param targets the models that may answer, best first; the others serve when the first cannot
 * @param messages the conversation so far, system message first
 * @param parameters how the model is to answer
 * @param promptHash fingerprint of the prompt file the messages were made from
 * @param check decides whether an answer is worth keeping
 * @param cache how the answer may be kept
 * @param timeout how long the whole call may take, retries and other providers included
 * @param sensitiveTerms names of people and parties that stand in the messages and must not leave the process as they are
 */
public record LLMRequest(
        Origin origin,
        List<ModelTarget> targets,
        List<Message> messages,
        Parameters parameters,
        String promptHash,
        AnswerCheck check,
        CachePolicy cache,
        Duration timeout,
        List<String> sensitiveTerms) {

    public LLMRequest {
        targets = List.copyOf(targets);
        messages = List.copyOf(messages);
        sensitiveTerms = List.copyOf(sensitiveTerms);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("a request needs at least one model");
        }
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("a request needs at least one message");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("the timeout must be above zero but is " + timeout);
        }
    }

    /** A request that names nobody. */
    public LLMRequest(
            Origin origin,
            List<ModelTarget> targets,
            List<Message> messages,
            Parameters parameters,
            String promptHash,
            AnswerCheck check,
            CachePolicy cache,
            Duration timeout) {
        this(origin, targets, messages, parameters, promptHash, check, cache, timeout, List.of());
    }

    /**
     * Who asks.
     *
     * @param tenant whose data it is; answers never cross tenants
     * @param team for instance {@code meetmind}
     * @param agent for instance {@code meetmind.qa}
     * @param runId the run of the program the call belongs to
     * @param step the step of the run, the agent's id with a number where it asks more than once
     */
    public record Origin(String tenant, String team, String agent, String runId, String step) {}

    /**
     * How the model is to answer.
     *
     * @param temperature 0 to 2
     * @param maxTokens upper limit of the answer's tokens; every request has one
     */
    public record Parameters(double temperature, int maxTokens, AnswerFormat format) {
        public Parameters {
            if (!(temperature >= 0 && temperature <= 2)) {
                throw new IllegalArgumentException("the temperature must be 0 to 2 but is " + temperature);
            }
            if (maxTokens < 1) {
                throw new IllegalArgumentException("maxTokens must be at least 1 but is " + maxTokens);
            }
        }
    }

    /**
     * How an answer may be kept.
     *
     * @param read whether an earlier answer may serve
     * @param write whether the answer may serve later
     * @param ttl for how long
     */
    public record CachePolicy(boolean read, boolean write, Duration ttl) {
        public static final CachePolicy OFF = new CachePolicy(false, false, Duration.ZERO);
    }

    /** The model the answer is wanted from. */
    public ModelTarget primaryTarget() {
        return targets.get(0);
    }

    /** Characters of all messages. */
    public int promptChars() {
        int chars = 0;
        for (Message message : messages) {
            chars += message.text().length();
        }
        return chars;
    }

    /** The same request with other messages, for a question asked again. */
    public LLMRequest withMessages(List<Message> newMessages) {
        return new LLMRequest(
                origin, targets, newMessages, parameters, promptHash, check, cache, timeout, sensitiveTerms);
    }

    /** The same request with other sensitive terms. */
    public LLMRequest naming(List<String> terms) {
        return new LLMRequest(origin, targets, messages, parameters, promptHash, check, cache, timeout, terms);
    }

    /** The same request as it may leave the process: it holds no sensitive terms any more. */
    public LLMRequest masked(List<Message> maskedMessages, AnswerCheck maskedCheck) {
        return new LLMRequest(
                origin, targets, maskedMessages, parameters, promptHash, maskedCheck, cache, timeout, List.of());
    }
}
