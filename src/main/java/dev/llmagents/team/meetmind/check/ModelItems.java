package dev.llmagents.team.meetmind.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.team.meetmind.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads items out of a model's replies, keeps those the meeting supports and counts the others. Use once. */
public final class ModelItems {
    private static final int LONGEST_TEXT = 600;

    private final Grounding grounding;
    private int dropped;

    public ModelItems(Grounding grounding) {
        this.grounding = grounding;
    }

    /**
     * An item that stands.
     *
     * @param node the whole entry, for further fields
     */
    public record Supported(String text, Evidence evidence, JsonNode node) {}

    /**
     * The supported entries of the array {@code field}.
     *
     * @param textField the field with the item's words
     */
    public List<Supported> in(JsonNode reply, String field, String textField) {
        List<Supported> items = new ArrayList<>();
        for (JsonNode entry : reply.path(field)) {
            Optional<Supported> item = supported(entry, textField);
            if (item.isPresent()) {
                items.add(item.get());
            } else {
                drop();
            }
        }
        return items;
    }

    private Optional<Supported> supported(JsonNode entry, String textField) {
        String text = entry.path(textField).asText("").strip().replaceAll("\\s+", " ");
        boolean sensible = !text.isEmpty() && text.length() <= LONGEST_TEXT;
        if (!sensible || !grounding.mentions(text, Set.of())) {
            return Optional.empty();
        }
        return grounding
                .quoted(entry.path("quote").asText(""), entry.path("line").asInt(0))
                .map(evidence -> new Supported(text, evidence, entry));
    }

    /** Counts something that was said without support. */
    public void drop() {
        dropped++;
    }

    /** How many things were dropped so far. */
    public int dropped() {
        return dropped;
    }
}
