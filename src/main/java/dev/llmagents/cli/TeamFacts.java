package dev.llmagents.cli;

import dev.llmagents.agent.AgentReply;
import dev.llmagents.agent.ModelAccess;
import dev.llmagents.agent.Source;
import dev.llmagents.app.App;
import dev.llmagents.app.MeetingRun;
import dev.llmagents.app.Settings;
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
import java.util.OptionalLong;
import java.util.Set;

/** Gathers what is to be said about a run beside its reports. */
final class TeamFacts {
    private final App app;
    private final Settings settings;
    private final Work work;

    /**
     * What a team has done in a run.
     *
     * @param inputs what was read
     * @param words of all inputs; empty if they are not counted in words
     * @param replies of the agents, in the order of the team
     * @param warnings what the user should know, a sentence each
     * @param problems why inputs could not be read; told by the command itself
     */
    record Work(
            String team,
            String command,
            List<RunFacts.Input> inputs,
            OptionalLong words,
            List<AgentReply<?>> replies,
            List<String> warnings,
            List<String> problems) {}

    TeamFacts(App app, Settings settings, Work work) {
        this.app = app;
        this.settings = settings;
        this.work = work;
    }

    /** Of a run of MeetMind. */
    static TeamFacts of(App app, Settings settings, List<MeetingRun.Outcome> outcomes, List<String> warnings) {
        List<RunFacts.Input> inputs = new ArrayList<>();
        List<AgentReply<?>> replies = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<String> all = new LinkedHashSet<>(warnings);
        long words = 0;
        for (MeetingRun.Outcome outcome : outcomes) {
            all.addAll(outcome.warnings());
            outcome.problem().ifPresent(problems::add);
            if (outcome.result().isPresent()) {
                inputs.add(new RunFacts.Input(outcome.name(), outcome.sha256(), outcome.bytes()));
                words += outcome.words();
                replies.addAll(outcome.result().get().agents());
            }
        }
        return new TeamFacts(
                app,
                settings,
                new Work(
                        "meetmind", "analyze", inputs, OptionalLong.of(words), replies, List.copyOf(all), problems));
    }

    /** The first failure of a provider, in a sentence. */
    Optional<String> providerFailure() {
        return work.replies().stream()
                .flatMap(reply -> reply.failure().stream())
                .filter(LLMException.class::isInstance)
                .map(RuntimeException::getMessage)
                .findFirst();
    }

    RunFacts toRunFacts(Duration wall) {
        int added = 0;
        int dropped = 0;
        Duration waiting = Duration.ZERO;
        List<RunFacts.AgentRow> rows = new ArrayList<>();
        for (AgentReply<?> reply : work.replies()) {
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
                work.team(),
                work.command(),
                app.runId(),
                settings.tenant(),
                work.inputs(),
                isDegraded(),
                allWarnings(),
                rows,
                added,
                dropped,
                new RunFacts.Performance(wall, waiting, work.words()),
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
        return work.replies().stream()
                .anyMatch(reply -> reply.failure().isPresent()
                        || (reply.reason().isPresent() && !reply.calls().isEmpty()));
    }

    private List<String> allWarnings() {
        Set<String> all = new LinkedHashSet<>(work.warnings());
        all.addAll(work.problems());
        work.replies().forEach(reply -> all.addAll(reply.notes()));
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
        for (AgentReply<?> reply : work.replies()) {
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
        remarks.removeAll(work.problems());
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
        OptionalLong words = facts.performance().words();
        lines.add("Run " + facts.runId() + ": " + (words.isPresent() ? words.getAsLong() + " words in " : "")
                + facts.performance().wall().toMillis() + " ms.");
        return lines;
    }
}
