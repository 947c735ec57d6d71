package dev.llmagents.report.runs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.record.KeptCall;
import dev.llmagents.record.RunRecord;
import dev.llmagents.report.clean.JsonText;
import java.util.List;

/** Runs for programs. Answers of models are left out: they are in the run's report. Pure and safe for threads. */
public final class RunJson {
    private RunJson() {}

    /** An array of outlines. */
    public static String list(List<RunRecord> runs) {
        ArrayNode all = Json.array();
        runs.forEach(run -> all.add(run.toJson()));
        return JsonText.safe(Json.writePretty(all)) + "\n";
    }

    /** An outline with its calls under {@code steps}. */
    public static String show(RunRecord run, List<KeptCall> calls) {
        ObjectNode node = run.toJson();
        ArrayNode steps = node.putArray("steps");
        calls.stream().sorted(KeptCall.ORDER).forEach(call -> step(steps.addObject(), call));
        return JsonText.safe(Json.writePretty(node)) + "\n";
    }

    private static void step(ObjectNode step, KeptCall call) {
        step.put("agent", call.agent());
        step.put("step", call.step());
        step.put("source", RunTexts.source(call));
        step.put("key", call.key());
        if (call.outcome() instanceof KeptCall.Answered answered) {
            step.put("provider", answered.provider()).put("model", answered.model());
        } else {
            step.put("provider", call.asked().provider())
                    .put("model", call.asked().model());
        }
        call.measured().ifPresent(measured -> {
            step.put("attempts", measured.attempts());
            step.put("promptTokens", measured.billed().prompt());
            step.put("completionTokens", measured.billed().completion());
            step.put("costUsd", measured.costUsd().orElse(null));
            step.put("latencyMs", measured.latency().toMillis());
            step.put("ended", measured.ended().toString());
        });
        if (call.outcome() instanceof KeptCall.Failed failed) {
            step.put("errorType", failed.type().label()).put("error", failed.message());
        } else {
            step.putNull("errorType").putNull("error");
        }
    }
}
