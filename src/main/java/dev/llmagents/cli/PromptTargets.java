package dev.llmagents.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.agent.flow.FlowPlan;
import dev.llmagents.agent.flow.FlowReader;
import dev.llmagents.app.Settings;
import dev.llmagents.app.SettingsReader;
import dev.llmagents.app.WorkflowFile;
import dev.llmagents.json.NearName;
import dev.llmagents.prompt.LintFinding;
import dev.llmagents.prompt.Prompt;
import dev.llmagents.prompt.PromptException;
import dev.llmagents.prompt.PromptLibrary;
import dev.llmagents.prompt.PromptLint;
import dev.llmagents.prompt.PromptSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the prompts that the arguments of a command name: agents, teams, prompt files, workflows. */
final class PromptTargets {
    private final CommandContext context;
    private final PromptLibrary library;
    private final List<Target> targets = new ArrayList<>();
    private final List<LintFinding> findings = new ArrayList<>();
    private final List<FlowPlan> plans = new ArrayList<>();

    /**
     * A prompt.
     *
     * @param binding what is known of its variables beyond its file
     * @param agent the agent of a workflow it belongs to
     */
    record Target(PromptSource source, Optional<PromptLint.Binding> binding, Optional<FlowPlan.FlowAgent> agent) {
        /** @throws PromptException if it cannot be used */
        Prompt prompt() {
            return agent.isPresent() ? agent.get().prompt() : source.prompt();
        }

        /** The schema of its answer. */
        Optional<JsonNode> schema() {
            return agent.isPresent() ? agent.get().schema() : source.prompt().outputSchema();
        }
    }

    private PromptTargets(CommandContext context, PromptLibrary library) {
        this.context = context;
        this.library = library;
    }

    static Settings settings(CommandContext context, Path config) {
        SettingsReader.Options options = new SettingsReader.Options(
                Optional.ofNullable(config), Optional.empty(), Optional.empty(), Optional.empty());
        return SettingsReader.read(context.environment(), context.workingFolder(), options, context.streams()::tell);
    }

    /**
     * @param arguments none for all agents there are
     * @throws CommandFailure if one names nothing
     * @throws IOException if a workflow cannot be read at all
     */
    static PromptTargets of(CommandContext context, Settings settings, List<String> arguments) throws IOException {
        PromptTargets found = new PromptTargets(context, new PromptLibrary(settings.prompts()));
        try {
            if (arguments.isEmpty()) {
                found.library.ids().forEach(found::agent);
            }
            for (String argument : arguments) {
                found.add(argument);
            }
        } catch (PromptException unreadable) {
            throw new CommandFailure(ExitCode.INPUT, unreadable.getMessage());
        }
        return found;
    }

    List<Target> targets() {
        return targets;
    }

    /** What is wrong with workflows, so that their prompts could not be looked at. */
    List<LintFinding> findings() {
        return findings;
    }

    List<FlowPlan> plans() {
        return plans;
    }

    private void add(String argument) throws IOException {
        if (argument.endsWith(".yaml") || argument.endsWith(".yml")) {
            workflow(argument);
        } else if (argument.endsWith(".prompt")) {
            String name = argument.substring(argument.replace('\\', '/').lastIndexOf('/') + 1);
            String id = "file." + name.substring(0, name.length() - ".prompt".length());
            Path file = context.workingFolder().resolve(argument);
            targets.add(new Target(PromptLibrary.file(id, file, argument), Optional.empty(), Optional.empty()));
        } else if (library.ids().contains(argument)) {
            agent(argument);
        } else {
            team(argument);
        }
    }

    private void team(String team) {
        List<String> members =
                library.ids().stream().filter(id -> id.startsWith(team + ".")).toList();
        if (members.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "There is no agent '" + team + "'"
                            + NearName.to(team, likely(team))
                                    .map(near -> ": did you mean '" + near + "'?")
                                    .orElse(":")
                            + " 'llm-agents prompts list' lists all; files end in .prompt, workflows in .yaml.");
        }
        members.forEach(this::agent);
    }

    /** A team that is written right makes two names look alike: agents have to be like one another without it. */
    private List<String> likely(String written) {
        String own = written.substring(written.lastIndexOf('.') + 1);
        return library.ids().stream()
                .filter(id -> own.equals(written)
                        || NearName.to(own, List.of(id.substring(id.lastIndexOf('.') + 1)))
                                .isPresent())
                .toList();
    }

    private void agent(String id) {
        PromptSource source = library.source(id);
        Optional<PromptLint.Binding> binding = source.isOwn() ? shippedBinding(id) : Optional.empty();
        targets.add(new Target(source, binding, Optional.empty()));
    }

    /** A prompt in the place of one that ships is given the same variables. */
    private static Optional<PromptLint.Binding> shippedBinding(String id) {
        PromptLibrary shipped = new PromptLibrary(Optional.empty());
        if (!shipped.ids().contains(id)) {
            return Optional.empty();
        }
        Prompt prompt = shipped.prompt(id);
        Set<String> variables = new TreeSet<>(prompt.inputs().trusted());
        prompt.examples().forEach(example -> example.path("input").fieldNames().forEachRemaining(variables::add));
        return Optional.of(new PromptLint.Binding(variables, prompt.inputs().trusted(), Optional.empty()));
    }

    private void workflow(String argument) throws IOException {
        FlowReader.Reading reading = WorkflowFile.read(context.workingFolder().resolve(argument), argument);
        findings.addAll(reading.findings());
        reading.plan().ifPresent(plan -> {
            plans.add(plan);
            plan.agents()
                    .forEach(agent -> targets.add(
                            new Target(agent.source(), Optional.of(FlowReader.binding(agent)), Optional.of(agent))));
        });
    }
}
