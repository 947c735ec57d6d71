package dev.llmagents.agent.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.prompt.Prompt;
import dev.llmagents.prompt.PromptSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workflow, read and checked.
 *
 * @param name names its team in the usage log
 * @param agents in the order of the file
 * @param stages names of agents; those of one inner list wait for the same number of others
 * @param maxCost US dollars a run may spend
 * @param timeout of each call, for agents that have none of their own
 * @param mask names that no model may see as they are
 */
public record FlowPlan(
        String name,
        String description,
        List<FlowAgent> agents,
        List<List<String>> stages,
        Optional<BigDecimal> maxCost,
        Optional<Duration> timeout,
        List<String> mask) {
    public FlowPlan {
        agents = List.copyOf(agents);
        stages = List.copyOf(stages);
        mask = List.copyOf(mask);
    }

    /** The same workflow, in which no call takes longer. */
    public FlowPlan within(Duration longest) {
        List<FlowAgent> hurried = agents.stream()
                .map(agent -> agent.within(agent.timeout()
                        .filter(own -> own.compareTo(longest) < 0)
                        .orElse(longest)))
                .toList();
        return new FlowPlan(name, description, hurried, stages, maxCost, Optional.of(longest), mask);
    }

    /** The ids of the agents in the order in which they begin; those of one inner list work side by side. */
    public List<List<String>> idStages() {
        return stages.stream()
                .map(stage -> stage.stream().map(agent -> name + "." + agent).toList())
                .toList();
    }

    /**
     * An agent of a workflow.
     *
     * @param name without the workflow's
     * @param id with it, for instance {@code letters.tone}
     * @param source the prompt's text
     * @param prompt asked as the workflow says
     * @param schema JSON Schema of the answer; empty if the answer is one text
     * @param inputs the variables that are filled by a run, by their names
     * @param values the variables that the file fills
     * @param after names of the agents it waits for, in the order of the file
     * @param maxCost US dollars it may spend in a run
     * @param maxInput characters its variables may have together
     */
    public record FlowAgent(
            String name,
            String id,
            PromptSource source,
            Prompt prompt,
            Optional<JsonNode> schema,
            Map<String, FlowSource> inputs,
            Map<String, Object> values,
            List<String> after,
            Optional<Duration> timeout,
            Optional<BigDecimal> maxCost,
            int maxInput) {
        public FlowAgent {
            inputs = new LinkedHashMap<>(inputs);
            values = new LinkedHashMap<>(values);
            after = List.copyOf(after);
        }

        FlowAgent waitingFor(List<String> others) {
            return new FlowAgent(name, id, source, prompt, schema, inputs, values, others, timeout, maxCost, maxInput);
        }

        FlowAgent within(Duration limit) {
            return new FlowAgent(
                    name, id, source, prompt, schema, inputs, values, after, Optional.of(limit), maxCost, maxInput);
        }
    }

    /** Where the value of a variable comes from. */
    public sealed interface FlowSource {
        /** As it is written. */
        String written();

        /** The text of all input files. */
        record Input() implements FlowSource {
            @Override
            public String written() {
                return "input";
            }
        }

        /** The input files, each with its name and text. */
        record Files() implements FlowSource {
            @Override
            public String written() {
                return "files";
            }
        }

        /**
         * What another agent answered.
         *
         * @param path field names into its answer; none for the whole
         */
        record Answer(String agent, List<String> path) implements FlowSource {
            public Answer {
                path = List.copyOf(path);
            }

            @Override
            public String written() {
                return path.isEmpty() ? agent : agent + "." + String.join(".", path);
            }
        }
    }
}
