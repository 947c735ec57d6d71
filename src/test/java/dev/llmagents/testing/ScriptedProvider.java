package dev.llmagents.testing;

import dev.llmagents.llm.Deadline;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMProvider;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.llm.TokenUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A provider that does what it was told to, turn by turn; the last turn is repeated. */
public final class ScriptedProvider implements LLMProvider {
    public static final TokenUsage TOKENS = new TokenUsage(100, 20, 0, 10, 4);

    private final String id;
    private final Deque<Turn> turns = new ArrayDeque<>();
    private final List<LLMRequest> asked = new ArrayList<>();

    /** One answer, or the lack of one. */
    @FunctionalInterface
    public interface Turn {
        LLMResponse take(LLMRequest request, String model, TokenSink sink, Deadline deadline);
    }

    public ScriptedProvider(String id) {
        this.id = id;
    }

    public ScriptedProvider then(Turn turn) {
        turns.add(turn);
        return this;
    }

    public ScriptedProvider thenSay(String content) {
        return then((request, model, sink, deadline) -> answer(id, model, content, FinishReason.STOP));
    }

    public ScriptedProvider thenFail(RuntimeException failure) {
        return then((request, model, sink, deadline) -> {
            throw failure;
        });
    }

    public static LLMResponse answer(String provider, String model, String content, FinishReason finish) {
        return new LLMResponse(
                "request-1",
                "meetmind.qa",
                content,
                model,
                provider,
                TOKENS,
                Optional.empty(),
                Duration.ZERO,
                Optional.empty(),
                false,
                finish,
                Instant.EPOCH);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String host() {
        return id + ".example";
    }

    @Override
    public LLMResponse complete(LLMRequest request, String model, TokenSink sink, Deadline deadline) {
        Turn turn;
        synchronized (this) {
            asked.add(request);
            turn = turns.size() > 1 ? turns.poll() : turns.peek();
        }
        return turn.take(request, model, sink, deadline);
    }

    /** What it was asked, in order. */
    public synchronized List<LLMRequest> asked() {
        return List.copyOf(asked);
    }
}
