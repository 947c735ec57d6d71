package dev.llmagents.report;

import dev.llmagents.agent.AgentReply;
import dev.llmagents.agent.Source;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.LLMUsageStats;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the agents of a team did in a run, and what is to be said about it beside their result.
 *
 * @param tenant whose data it was
 * @param inputs what was read
 * @param words of all inputs; empty if they are not counted in words
 * @param replies of the agents, in the order of the team
 * @param warnings what the user should know, a sentence each
 * @param problems why inputs could not be read, a sentence each
 * @param models whether models could be asked, and what they came to
 */
public record TeamRun(
        String team,
        String command,
        String runId,
        String tenant,
        List<RunFacts.Input> inputs,
        OptionalLong words,
        List<AgentReply<?>> replies,
        List<String> warnings,
        List<String> problems,
        Models models) {
    /** The command of workflows of the user's own: their agents have no rules that could answer. */
    public static final String WORKFLOW = "run";

    public TeamRun {
        inputs = List.copyOf(inputs);
        replies = List.copyOf(replies);
        warnings = List.copyOf(warnings);
        problems = List.copyOf(problems);
    }

    /**
     * Whether models could be asked.
     *
     * @param closed why not, in a few words; empty if they could
     * @param isRefused whether the user wanted the rules alone
     * @param usage what the calls came to; empty if none could be made
     */
    public record Models(Optional<String> closed, boolean isRefused, Optional<LLMUsageStats> usage) {}

    /** The first failure of a provider, in a sentence. */
    public Optional<String> providerFailure() {
        return replies.stream()
                .flatMap(reply -> reply.failure().stream())
                .filter(LLMException.class::isInstance)
                .map(RuntimeException::getMessage)
                .findFirst();
    }

    /** Whether a budget kept an agent from asking a model. */
    public boolean isBudgetExceeded() {
        return replies.stream()
                .flatMap(reply -> reply.failure().stream())
                .anyMatch(failure -> failure instanceof LLMException known && known.type() == ErrorType.BUDGET);
    }

    /** @param wall from start to result */
    public RunFacts facts(Duration wall) {
        int added = 0;
        int dropped = 0;
        Duration waiting = Duration.ZERO;
        List<RunFacts.AgentRow> rows = new ArrayList<>();
        for (AgentReply<?> reply : replies) {
            rows.add(RunFacts.AgentRow.of(reply));
            added += reply.added();
            dropped += reply.dropped();
            for (LLMResponse call : reply.calls()) {
                waiting = waiting.plus(call.latency());
            }
        }
        Optional<LLMUsageStats> usage = models.usage();
        return new RunFacts(
                team,
                command,
                runId,
                tenant,
                inputs,
                isDegraded(),
                allWarnings(),
                rows,
                added,
                dropped,
                new RunFacts.Performance(wall, waiting, words),
                isUnpriced()
                        ? Optional.empty()
                        : Optional.of(usage.map(LLMUsageStats::costUsd).orElse(BigDecimal.ZERO)),
                usage.map(LLMUsageStats::savedUsd).orElse(BigDecimal.ZERO));
    }

    /** Whether a rule answered where a model could have; not if the user wanted the rules alone. */
    public boolean isDegraded() {
        if (models.closed().isPresent()) {
            return !models.isRefused();
        }
        return replies.stream()
                .anyMatch(reply -> reply.failure().isPresent()
                        || (reply.reason().isPresent() && !reply.calls().isEmpty()));
    }

    /** Every sentence the user should see, those about inputs that could not be read included. */
    public List<String> allWarnings() {
        Set<String> all = new LinkedHashSet<>(warnings);
        all.addAll(problems);
        replies.forEach(reply -> all.addAll(reply.notes()));
        all.addAll(whyRules());
        if (isUnpriced()) {
            all.add("The price of the model is not known, so the cost of this run is not known either.");
        }
        return List.copyOf(all);
    }

    /** Why rules answered although a model could be asked: agents with the same trouble on one line. */
    private List<String> whyRules() {
        if (models.closed().isPresent()) {
            return List.of();
        }
        Map<String, Set<String>> agentsByTrouble = new LinkedHashMap<>();
        for (AgentReply<?> reply : replies) {
            boolean trouble = reply.failure().isPresent() || !reply.calls().isEmpty();
            if (trouble && reply.reason().isPresent()) {
                agentsByTrouble
                        .computeIfAbsent(
                                whoAnswered(reply) + ", since "
                                        + inMidSentence(reply.reason().get()) + ".",
                                sentence -> new LinkedHashSet<>())
                        .add(reply.agent());
            }
        }
        List<String> sentences = new ArrayList<>();
        agentsByTrouble.forEach((trouble, agents) -> sentences.add(String.join(", ", agents) + ": " + trouble));
        return sentences;
    }

    private String whoAnswered(AgentReply<?> reply) {
        boolean whole = reply.source() == Source.RULES;
        if (command.equals(WORKFLOW)) {
            return whole ? "no answer" : "a part of the answer is missing";
        }
        return whole ? "the rules answered" : "the rules answered in part";
    }

    private static String inMidSentence(String reason) {
        return reason.startsWith("The ") ? "the " + reason.substring(4) : reason;
    }

    private boolean isUnpriced() {
        return models.usage().isPresent() && models.usage().get().unpricedAttempts() > 0;
    }

    /** Who answered and how long it took, a line each. */
    public List<String> details(RunFacts facts) {
        List<String> lines = new ArrayList<>();
        for (RunFacts.AgentRow row : facts.agents()) {
            lines.add(row.id() + ": " + row.source().label()
                    + row.reason().map(reason -> " (" + reason + ")").orElse("")
                    + row.model().map(model -> ", " + model).orElse("")
                    + ", " + row.latency().toMillis() + " ms");
        }
        OptionalLong words = facts.performance().words();
        lines.add("Run " + facts.runId() + ": " + (words.isPresent() ? words.getAsLong() + " words in " : "")
                + facts.performance().wall().toMillis() + " ms.");
        return lines;
    }
}
