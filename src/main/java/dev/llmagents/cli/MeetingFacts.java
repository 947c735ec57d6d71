package dev.llmagents.cli;

import dev.llmagents.agent.AgentReply;
import dev.llmagents.agent.ModelAccess;
import dev.llmagents.agent.Source;
import dev.llmagents.app.App;
import dev.llmagents.app.MeetingRun;
import dev.llmagents.app.Settings;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.LLMUsageStats;
import dev.llmagents.report.RunFacts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers what is to be said about a run beside its reports. */
final class MeetingFacts {
    private final App app;
    private final Settings settings;
    private final List<MeetingRun.Outcome> outcomes;
    private final List<String> warnings;
    private final List<AgentReply<?>> replies = new ArrayList<>();

    MeetingFacts(App app, Settings settings, List<MeetingRun.Outcome> outcomes, List<String> warnings) {
        this.app = app;
        this.settings = settings;
        this.outcomes = outcomes;
        this.warnings = warnings;
        for (MeetingRun.Outcome outcome : outcomes) {
            outcome.result().ifPresent(result -> replies.addAll(result.agents()));
        }
    }

    /** The first failure of a provider, in a sentence. */
    Optional<String> providerFailure() {
        return replies.stream()
                .flatMap(reply -> reply.failure().stream())
                .filter(LLMException.class::isInstance)
                .map(RuntimeException::getMessage)
                .findFirst();
    }

    /** Whether a budget kept an agent from asking a model. */
    boolean isBudgetExceeded() {
        return replies.stream()
                .flatMap(reply -> reply.failure().stream())
                .anyMatch(failure -> failure instanceof LLMException known && known.type() == ErrorType.BUDGET);
    }

    RunFacts toRunFacts(Duration wall) {
        List<RunFacts.Input> inputs = new ArrayList<>();
        long words = 0;
        for (MeetingRun.Outcome outcome : outcomes) {
            if (outcome.result().isPresent()) {
                inputs.add(new RunFacts.Input(outcome.name(), outcome.sha256(), outcome.bytes()));
                words += outcome.words();
            }
        }
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
        Optional<LLMUsageStats> usage = app.usage();
        boolean unpriced = usage.isPresent() && usage.get().unpricedAttempts() > 0;
        return new RunFacts(
                "meetmind",
                "analyze",
                app.runId(),
                settings.tenant(),
                inputs,
                isDegraded(),
                allWarnings(),
                rows,
                added,
                dropped,
                new RunFacts.Performance(wall, waiting, words),
                unpriced
                        ? Optional.empty()
                        : Optional.of(usage.map(LLMUsageStats::costUsd).orElse(BigDecimal.ZERO)),
                usage.map(LLMUsageStats::savedUsd).orElse(BigDecimal.ZERO));
    }

    /** Whether a rule answered where a model could have; not if the user wanted the rules alone. */
    private boolean isDegraded() {
        if (app.access() instanceof ModelAccess.Closed closed) {
            return !closed.reason().equals(App.OFFLINE);
        }
        return replies.stream()
                .anyMatch(reply -> reply.failure().isPresent()
                        || (reply.reason().isPresent() && !reply.calls().isEmpty()));
    }

    private List<String> allWarnings() {
        Set<String> all = new LinkedHashSet<>(warnings);
        outcomes.forEach(outcome -> all.addAll(outcome.warnings()));
        outcomes.forEach(outcome -> outcome.problem().ifPresent(all::add));
        replies.forEach(reply -> all.addAll(reply.notes()));
        all.addAll(whyRules());
        if (app.usage().isPresent() && app.usage().get().unpricedAttempts() > 0) {
            all.add("The price of the model is not known, so the cost of this run is not known either.");
        }
        return List.copyOf(all);
    }

    /** Why rules answered although a model could be asked: agents with the same trouble on one line. */
    private List<String> whyRules() {
        if (app.access() instanceof ModelAccess.Closed) {
            return List.of();
        }
        Map<String, Set<String>> agentsByTrouble = new LinkedHashMap<>();
        for (AgentReply<?> reply : replies) {
            boolean trouble = reply.failure().isPresent() || !reply.calls().isEmpty();
            if (trouble && reply.reason().isPresent()) {
                String who = reply.source() == Source.RULES ? "the rules answered" : "the rules answered in part";
                agentsByTrouble
                        .computeIfAbsent(
                                who + ", since " + reply.reason().get() + ".", sentence -> new LinkedHashSet<>())
                        .add(reply.agent());
            }
        }
        List<String> sentences = new ArrayList<>();
        agentsByTrouble.forEach((trouble, agents) -> sentences.add(String.join(", ", agents) + ": " + trouble));
        return sentences;
    }

    /** What the user should hear on standard error, in any case on one line about who answered. */
    List<String> remarks(App run) {
        List<String> remarks = new ArrayList<>(allWarnings());
        outcomes.forEach(outcome -> outcome.problem().ifPresent(remarks::remove));
        if (run.access() instanceof ModelAccess.Closed closed) {
            remarks.add(
                    closed.reason().equals(App.OFFLINE)
                            ? "The rules answered, as asked: no model was used."
                            : "The rules answered (" + closed.reason()
                                    + "). For a model's view as well, set OPENAI_API_KEY"
                                    + " (names and numbers are masked before they are sent), or OPENAI_BASE_URL to a model server"
                                    + " on this machine.");
        }
        return remarks;
    }

    /** Who answered and how long it took, a line each. */
    List<String> details(RunFacts facts) {
        List<String> lines = new ArrayList<>();
        for (RunFacts.AgentRow row : facts.agents()) {
            lines.add(row.id() + ": " + row.source().label()
                    + row.reason().map(reason -> " (" + reason + ")").orElse("")
                    + row.model().map(model -> ", " + model).orElse("")
                    + ", " + row.latency().toMillis() + " ms");
        }
        lines.add("Run " + facts.runId() + ": " + facts.performance().words() + " words in "
                + facts.performance().wall().toMillis() + " ms.");
        return lines;
    }
}
