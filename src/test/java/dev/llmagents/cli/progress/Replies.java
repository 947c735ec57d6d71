package dev.llmagents.cli.progress;

import dev.llmagents.agent.AgentReply;
import dev.llmagents.agent.Source;
import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TokenUsage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Answers and attempts as they are told of. */
final class Replies {
    private Replies() {}

    static Attempt attempt(Attempt.Cause cause, long prompt, long completion) {
        return attempt(cause, prompt, completion, Optional.empty());
    }

    static Attempt failed() {
        return attempt(
                Attempt.Cause.INITIAL,
                0,
                0,
                Optional.of(new LLMException.Failed(ErrorType.UNAVAILABLE, "the server is busy")));
    }

    private static Attempt attempt(Attempt.Cause cause, long prompt, long completion, Optional<LLMException> error) {
        return new Attempt(
                cause,
                new ModelTarget("openai", "small"),
                "localhost",
                "small-2026",
                "id",
                new TokenUsage(prompt, 0, 0, completion, 0),
                Duration.ofMillis(70),
                Optional.empty(),
                Duration.ZERO,
                error);
    }

    static AgentReply<String> from(String agent, Source source, Optional<RuntimeException> failure) {
        return new AgentReply<>(
                agent,
                "",
                source,
                failure.map(Throwable::getMessage),
                0,
                0,
                List.of(),
                List.of(),
                failure,
                Duration.ofMillis(80));
    }
}
