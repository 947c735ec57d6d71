package dev.llmagents.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.llm.LLMResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

/**
 * An id, a prompt file of the same name, and rules. The rules always answer; a model, where it may be asked, adds to their
 * answer what the input supports.
 */
public final class Agent<I, O> {
    private final String id;
    private final Rules<I, O> rules;
    private final LongSupplier nanos;

    /**
     * @param id team and role, for instance {@code meetmind.qa}; also names the prompt
     * @param nanos a clock that never runs back
     */
    public Agent(String id, Rules<I, O> rules, LongSupplier nanos) {
        if (id.indexOf('.') < 1) {
            throw new IllegalArgumentException("an agent's id is team and role with a point between, not '" + id + "'");
        }
        this.id = id;
        this.rules = rules;
        this.nanos = nanos;
    }

    public String id() {
        return id;
    }

    /** Answers. Never fails for reasons of a model. */
    public AgentReply<O> answer(I input, ModelAccess access) {
        long start = nanos.getAsLong();
        O own = rules.answer(input);
        if (access instanceof ModelAccess.Open open) {
            return withModel(input, own, open, start);
        }
        return byRules(own, ((ModelAccess.Closed) access).reason(), List.of(), Optional.empty(), start);
    }

    private AgentReply<O> withModel(I input, O own, ModelAccess.Open open, long start) {
        List<Question> questions = rules.questions(input, own);
        if (questions.isEmpty()) {
            return byRules(own, "nothing here for a model to add to", List.of(), Optional.empty(), start);
        }
        List<CompletableFuture<Interview.Outcome>> asked = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            String step = questions.size() == 1 ? id : id + "." + (i + 1);
            asked.add(ask(question, step, open));
        }
        List<Interview.Outcome> outcomes =
                asked.stream().map(CompletableFuture::join).toList();
        AgentReply<O> reply = merged(input, own, outcomes, start);
        if (reply.source() == Source.RULES) {
            open.policy().rules().answered(id, reply.reason().orElse(""), reply.failure());
        }
        return reply;
    }

    private CompletableFuture<Interview.Outcome> ask(Question question, String step, ModelAccess.Open open) {
        try {
            return CompletableFuture.supplyAsync(() -> new Interview(id, step, open).ask(question), open.calls());
        } catch (RejectedExecutionException over) {
            return CompletableFuture.completedFuture(new Interview.Outcome(
                    List.of(), List.of(), Optional.of("the run was broken off"), Optional.of(over)));
        }
    }

    private AgentReply<O> merged(I input, O own, List<Interview.Outcome> outcomes, long start) {
        List<JsonNode> replies = new ArrayList<>();
        List<LLMResponse> calls = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Optional<Interview.Outcome> firstProblem = Optional.empty();
        int failed = 0;
        int conforming = 0;
        for (Interview.Outcome outcome : outcomes) {
            replies.addAll(outcome.replies());
            calls.addAll(outcome.calls());
            if (outcome.problem().isEmpty()) {
                conforming++;
            } else {
                firstProblem = firstProblem.or(() -> Optional.of(outcome));
                failed += outcome.replies().isEmpty() ? 1 : 0;
            }
        }
        Optional<String> problem = firstProblem.flatMap(Interview.Outcome::problem);
        Optional<RuntimeException> failure = firstProblem.flatMap(Interview.Outcome::failure);
        if (replies.isEmpty()) {
            return byRules(own, problem.orElse("the model said nothing"), calls, failure, start);
        }
        Checked<O> checked = rules.check(input, own, replies);
        notes.addAll(checked.notes());
        if (conforming == 0 && checked.added() == 0) {
            // It was paid for and looked through, but the answer is the rules' alone.
            return new AgentReply<>(
                    id, own, Source.RULES, problem, 0, checked.dropped(), notes, calls, failure, since(start));
        }
        boolean anyFresh = calls.stream().anyMatch(call -> !call.cached());
        boolean severalParts = outcomes.size() > 1 && failed > 0;
        String parts = severalParts ? failed + " of " + outcomes.size() + " parts: " : "";
        return new AgentReply<>(
                id,
                checked.value(),
                anyFresh ? Source.MODEL : Source.CACHE,
                problem.map(text -> parts + text),
                checked.added(),
                checked.dropped(),
                notes,
                calls,
                failure,
                since(start));
    }

    private AgentReply<O> byRules(
            O own, String reason, List<LLMResponse> calls, Optional<RuntimeException> failure, long start) {
        return new AgentReply<>(
                id, own, Source.RULES, Optional.of(reason), 0, 0, List.of(), calls, failure, since(start));
    }

    private Duration since(long start) {
        return Duration.ofNanos(nanos.getAsLong() - start);
    }
}
