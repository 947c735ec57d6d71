package dev.llmagents.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.json.Sha256;
import dev.llmagents.llm.AtRest;
import dev.llmagents.llm.CanonicalRequest;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.Message;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TokenUsage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A model call that has ended, as it is kept.
 *
 * @param key fingerprint of the question; nothing of the prompt can be read from it
 * @param promptHash fingerprint of the prompt file the question was made from
 * @param asked the model the answer was wanted from
 * @param measured what it took; empty in a recording, which would differ with each run
 */
public record KeptCall(
        String key,
        String agent,
        String step,
        String promptHash,
        ModelTarget asked,
        Outcome outcome,
        Optional<Measured> measured) {

    /** In the order of a recording: by agent and step, the steps of an agent by their numbers. */
    public static final Comparator<KeptCall> ORDER = Comparator.comparing(KeptCall::agent)
            .thenComparingInt(call -> call.step().length())
            .thenComparing(KeptCall::step)
            .thenComparing(call -> call.key())
            .thenComparing(call -> Json.write(call.toJson()));

    /** What came of a call. */
    public sealed interface Outcome {}

    /**
     * An answer.
     *
     * @param content in the form it rests in
     * @param tokens what the answering attempt used
     * @param cached whether it came out of the cache
     */
    public record Answered(
            String content, String model, String provider, TokenUsage tokens, FinishReason finish, boolean cached)
            implements Outcome {}

    /** No answer. */
    public record Failed(ErrorType type, String message) implements Outcome {}

    /**
     * What a call took.
     *
     * @param attempts how many reached a provider
     * @param billed tokens of all of them
     * @param costUsd of all of them; empty if a price is unknown
     * @param retried whether it takes the place of an earlier call of the same question, which had failed
     */
    public record Measured(
            Instant ended,
            Duration latency,
            int attempts,
            TokenUsage billed,
            Optional<BigDecimal> costUsd,
            String requestId,
            boolean retried) {}

    /** The fingerprint of {@code request}, were it to hold {@code messages}. Not bound to a tenant, a run or a machine. */
    static String key(LLMRequest request, List<Message> messages) {
        ObjectNode question = CanonicalRequest.of(request, messages);
        question.put("agent", request.origin().agent());
        return Sha256.of(Json.canonical(question));
    }

    boolean isFailed() {
        return outcome instanceof Failed;
    }

    /**
     * The answer, as if it had just come.
     *
     * @param cached whether it is to be told as one out of a cache
     * @throws LLMException the failure, if there was none
     */
    LLMResponse answer(LLMRequest request, AtRest.Form form, boolean cached, Duration latency, Instant now) {
        if (outcome instanceof Failed failed) {
            throw new LLMException.Failed(failed.type(), failed.message());
        }
        Answered answered = (Answered) outcome;
        return new LLMResponse(
                measured.map(Measured::requestId).orElse(""),
                request.origin().agent(),
                form.show().apply(answered.content()),
                answered.model(),
                answered.provider(),
                answered.tokens(),
                Optional.of(BigDecimal.ZERO),
                latency,
                Optional.empty(),
                cached,
                answered.finish(),
                now);
    }

    KeptCall withoutMeasures() {
        return new KeptCall(key, agent, step, promptHash, asked, outcome, Optional.empty());
    }

    ObjectNode toJson() {
        return KeptCallJson.write(this);
    }
}
