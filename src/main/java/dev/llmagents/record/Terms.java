package dev.llmagents.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.llm.ModelTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * On what terms a run asks models: what decides, beside the input and the prompts, which questions are put.
 *
 * @param models the models of each tier, best first
 */
public record Terms(Map<String, List<ModelTarget>> models, Sent sent) {

    /** What of the personal data is sent. What rests is masked in any case. */
    public enum Sent {
        MASKED,
        /** Names as they are, numbers and addresses masked. */
        NAMES,
        UNMASKED
    }

    public Terms {
        models = Map.copyOf(models);
    }

    /** The same without what must not be kept. */
    public Terms scrubbed(Secrets secrets) {
        Map<String, List<ModelTarget>> clean = new TreeMap<>();
        models.forEach((tier, targets) ->
                clean.put(tier, targets.stream().map(secrets::scrub).toList()));
        return new Terms(clean, sent);
    }

    void write(ObjectNode node) {
        node.put("sent", sent.name().toLowerCase(Locale.ROOT));
        ObjectNode tiers = node.putObject("models");
        new TreeMap<>(models).forEach((tier, targets) -> {
            var list = tiers.putArray(tier);
            targets.forEach(target ->
                    list.addObject().put("provider", target.provider()).put("model", target.model()));
        });
    }

    /** @throws IllegalArgumentException if {@code node} holds no terms */
    static Terms read(JsonNode node) {
        Map<String, List<ModelTarget>> models = new TreeMap<>();
        node.path("models").properties().forEach(tier -> {
            List<ModelTarget> targets = new ArrayList<>();
            tier.getValue()
                    .forEach(target -> targets.add(new ModelTarget(
                            target.path("provider").asText(),
                            target.path("model").asText())));
            models.put(tier.getKey(), List.copyOf(targets));
        });
        return new Terms(models, Sent.valueOf(node.path("sent").asText().toUpperCase(Locale.ROOT)));
    }
}
