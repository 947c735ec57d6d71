package dev.llmagents.agent.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.agent.flow.FlowPlan.FlowAgent;
import dev.llmagents.agent.flow.FlowPlan.FlowSource;
import dev.llmagents.json.LinedYaml;
import dev.llmagents.json.NearName;
import dev.llmagents.prompt.LintFinding;
import dev.llmagents.prompt.LintFinding.Severity;
import dev.llmagents.prompt.PromptLint;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a workflow file, strictly: every key that is not known, every name that leads nowhere and every circle of agents is
 * told with its line. For one file and one thread.
 */
public final class FlowReader {
    /** Names that the program's own teams have in the usage log. */
    private static final Set<String> TAKEN = Set.of("meetmind", "svea", "felicia", "common");

    private static final String NAME_FORM = "[a-z][a-z0-9_-]{0,29}";
    private static final String NAME_WORDS =
            "begin with a small letter and hold small letters, digits, - and _, 30 at most";
    private static final int MOST_AGENTS = 50;
    private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);

    private final String file;
    private final Path folder;
    private final List<LintFinding> findings = new ArrayList<>();

    private FlowReader(String file, Path folder) {
        this.file = file;
        this.folder = folder;
    }

    /**
     * What came of a file.
     *
     * @param plan empty if there is an error
     * @param findings errors, in order of the lines
     */
    public record Reading(Optional<FlowPlan> plan, List<LintFinding> findings) {
        public Reading {
            findings = List.copyOf(findings);
        }
    }

    /**
     * @param shown the file's name in messages
     * @param folder what the paths of prompts start from
     */
    public static Reading read(String text, String shown, Path folder) {
        FlowReader reader = new FlowReader(shown, folder);
        Optional<FlowPlan> plan = Optional.empty();
        try {
            plan = reader.plan(LinedYaml.read(text.startsWith("\uFEFF") ? text.substring(1) : text, 0));
        } catch (LinedYaml.Problem broken) {
            reader.error(broken.line(), "yaml", broken.getMessage() + ".");
        }
        reader.findings.sort(
                Comparator.comparing((LintFinding finding) -> !finding.file().equals(shown))
                        .thenComparing(LintFinding::file)
                        .thenComparingInt(LintFinding::line));
        return new Reading(reader.findings.isEmpty() ? plan : Optional.empty(), reader.findings);
    }

    private Optional<FlowPlan> plan(LinedYaml yaml) {
        if (!yaml.value().isObject()) {
            error(1, "workflow", "a workflow is made of 'key: value' pairs: name, and agents with a prompt each.");
            return Optional.empty();
        }
        FlowSection top = new FlowSection(yaml, "", file, findings::add);
        top.onlyKnown(List.of("name", "description", "agents", "maxCost", "timeout", "mask"));
        String name = top.text("name").orElse("");
        if (name.isEmpty()) {
            top.missing("name", "give the workflow a name, which names it in reports and in the usage log");
        } else if (!name.matches(NAME_FORM)) {
            top.wrong("name", NAME_WORDS);
        } else if (TAKEN.contains(name)) {
            top.wrong("name", "be none of the program's own teams");
        }
        Map<String, FlowAgentReader> agents = agents(yaml, name);
        Optional<BigDecimal> maxCost = top.amount("maxCost");
        Optional<Duration> timeout = top.duration("timeout", LONGEST_TIMEOUT);
        List<String> mask = top.texts("mask");
        String description = top.text("description").orElse("");
        if (!findings.isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> stages = stages(agents);
        if (!findings.isEmpty()) {
            return Optional.empty();
        }
        List<FlowAgent> ready =
                agents.values().stream().map(FlowAgentReader::agent).toList();
        ready.forEach(agent -> paths(agent, agents));
        ready.forEach(agent -> findings.addAll(PromptLint.ofTemplate(agent.source(), binding(agent))));
        return Optional.of(new FlowPlan(name, description, ready, stages, maxCost, timeout, mask));
    }

    private Map<String, FlowAgentReader> agents(LinedYaml yaml, String workflow) {
        Map<String, FlowAgentReader> agents = new LinkedHashMap<>();
        JsonNode section = yaml.value().path("agents");
        if (!section.isObject() || section.isEmpty() || section.size() > MOST_AGENTS) {
            error(
                    yaml.line("/agents"),
                    section.isMissingNode() ? "missing-key" : "value",
                    "'agents' has to be a section of 1 to " + MOST_AGENTS
                            + " agents, each 'name:' with its keys below.");
            return agents;
        }
        List<String> names = new ArrayList<>();
        section.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            String pointer = LinedYaml.field("/agents", name);
            if (!name.matches(NAME_FORM) || name.equals("input") || name.equals("files")) {
                error(
                        yaml.line(pointer),
                        "value",
                        "the agent's name '" + name + "' has to " + NAME_WORDS + ", and be neither input nor files.");
            }
            FlowSection keys = new FlowSection(yaml, pointer, file, findings::add);
            agents.put(name, new FlowAgentReader(workflow, name, names, keys, folder));
        }
        agents.values().forEach(FlowAgentReader::read);
        return agents;
    }

    /** Sorts the agents by how many others they wait for one after the other. */
    private List<List<String>> stages(Map<String, FlowAgentReader> agents) {
        Map<String, Integer> stage = new LinkedHashMap<>();
        boolean found = true;
        while (found) {
            found = false;
            for (FlowAgentReader agent : agents.values()) {
                if (!stage.containsKey(agent.name()) && stage.keySet().containsAll(agent.after())) {
                    stage.put(
                            agent.name(),
                            agent.after().stream()
                                    .mapToInt(before -> stage.get(before) + 1)
                                    .max()
                                    .orElse(0));
                    found = true;
                }
            }
        }
        if (stage.size() < agents.size()) {
            circle(agents, stage.keySet());
            return List.of();
        }
        List<List<String>> stages = new ArrayList<>();
        for (String name : agents.keySet()) {
            while (stages.size() <= stage.get(name)) {
                stages.add(new ArrayList<>());
            }
            stages.get(stage.get(name)).add(name);
        }
        return stages;
    }

    /** Whoever is left waits for somebody who is left, so going on from one to the next comes back. */
    private void circle(Map<String, FlowAgentReader> agents, Set<String> done) {
        List<String> way = new ArrayList<>();
        String at = agents.keySet().stream()
                .filter(name -> !done.contains(name))
                .findFirst()
                .orElseThrow();
        while (!way.contains(at)) {
            way.add(at);
            at = agents.get(at).after().stream()
                    .filter(name -> !done.contains(name))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> circle = new ArrayList<>(way.subList(way.indexOf(at), way.size()));
        circle.add(at);
        error(
                agents.get(at).line(),
                "cycle",
                "these agents wait for each other: " + String.join(" → ", circle)
                        + ". Take one of them out of 'after' or 'inputs'.");
    }

    /** Whether the fields that inputs name are in the answers of the agents they name. */
    private void paths(FlowAgent agent, Map<String, FlowAgentReader> agents) {
        agent.inputs().forEach((variable, source) -> {
            if (source instanceof FlowSource.Answer answer) {
                JsonNode form = agents.get(answer.agent()).answerForm();
                for (String field : answer.path()) {
                    List<String> known = new ArrayList<>();
                    form.path("properties").fieldNames().forEachRemaining(known::add);
                    if (!known.contains(field)) {
                        error(
                                agents.get(agent.name()).line("inputs", variable),
                                "unknown-field",
                                "the answer of '" + answer.agent() + "' has no field '" + field + "'"
                                        + NearName.hint(field, known));
                        return;
                    }
                    form = form.path("properties").path(field);
                }
            }
        });
    }

    /** What an agent's prompt is given, for those who look at prompts. */
    public static PromptLint.Binding binding(FlowAgent agent) {
        Set<String> all = new java.util.TreeSet<>(agent.inputs().keySet());
        all.addAll(agent.values().keySet());
        return new PromptLint.Binding(all, agent.values().keySet(), agent.schema());
    }

    private void error(int line, String code, String message) {
        findings.add(new LintFinding(file, line, Severity.ERROR, code, message));
    }
}
