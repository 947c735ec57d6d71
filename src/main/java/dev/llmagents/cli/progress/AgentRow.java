package dev.llmagents.cli.progress;

import dev.llmagents.agent.AgentReply;
import dev.llmagents.agent.Source;
import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.LLMResponse;
import java.math.BigDecimal;
import java.util.Optional;

/** How far one agent is. Use under the lock of its board. */
final class AgentRow {
    /** Where an agent stands. */
    enum State {
        WAITING,
        AT_WORK,
        DONE,
        /** The rules answered where a model was to. */
        FELL_BACK
    }

    private final String name;
    private State state = State.WAITING;
    private long start;
    private long end;
    private int failedAttempts;
    private String outcome = "";
    private Expense expense = Expense.NOTHING;

    AgentRow(String name) {
        this.name = name;
    }

    void started(long now) {
        state = State.AT_WORK;
        start = now;
    }

    void attempted(Attempt attempt, Optional<BigDecimal> price) {
        expense = expense.plus(attempt, price);
        failedAttempts += attempt.error().isPresent() ? 1 : 0;
    }

    void answered(AgentReply<?> reply) {
        state = reply.failure().isPresent() ? State.FELL_BACK : State.DONE;
        String reason = reply.reason().map(text -> ": " + text).orElse("");
        outcome = switch (reply.source()) {
            case MODEL ->
                "done by "
                        + reply.calls().stream()
                                .filter(call -> !call.cached())
                                .map(LLMResponse::model)
                                .findFirst()
                                .orElse(Source.MODEL.label())
                        + reason;
            case CACHE -> "done from the cache" + reason;
            case RULES -> (state == State.FELL_BACK ? "rules stepped in" : "done by rules") + reason;
        };
    }

    void finished(long now) {
        end = now;
        // An agent that threw has given no answer.
        state = state == State.AT_WORK ? State.FELL_BACK : state;
        outcome = outcome.isEmpty() ? "broke off" : outcome;
    }

    State state() {
        return state;
    }

    Expense expense() {
        return expense;
    }

    String name() {
        return name;
    }

    String words() {
        return switch (state) {
            case WAITING -> "waiting";
            case AT_WORK -> failedAttempts == 0 ? "at work" : "at work, attempt " + (failedAttempts + 1);
            case DONE, FELL_BACK -> outcome;
        };
    }

    /** How long it has worked, in nanoseconds. */
    long worked(long now) {
        return switch (state) {
            case WAITING -> 0;
            case AT_WORK -> now - start;
            case DONE, FELL_BACK -> (end == 0 ? now : end) - start;
        };
    }
}
