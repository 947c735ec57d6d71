package dev.llmagents.report.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.agent.flow.FlowRun;
import dev.llmagents.json.Json;
import dev.llmagents.report.JsonEnvelope;
import dev.llmagents.report.RunFacts;

/**
 * A workflow's report as one JSON object: an envelope about the run, and {@code result}. The schema is {@code
 * schemas/run.1.json} on the class path. Safe for threads.
 */
public final class FlowJson implements FlowRenderer {
    /** Names the form of the output; a change that readers would notice gets a new number. */
    public static final String SCHEMA = "https://llm-agents.example/schemas/run/1";

    @Override
    public String render(FlowRun.Result result, RunFacts facts) {
        ObjectNode object = Json.object();
        object.put("workflow", result.plan().name());
        object.put("description", result.plan().description());
        ArrayNode agents = object.putArray("agents");
        for (FlowRun.Answer answer : result.answers()) {
            ObjectNode agent = agents.addObject();
            agent.put("name", answer.agent().name());
            ArrayNode after = agent.putArray("after");
            answer.agent().after().forEach(after::add);
            agent.put("source", answer.reply().source().label());
            agent.put("reason", answer.reply().reason().orElse(null));
            agent.put("added", answer.reply().added());
            agent.put("dropped", answer.reply().dropped());
            agent.set("answer", answer.reply().value());
        }
        return JsonEnvelope.of(SCHEMA, facts, object);
    }
}
