package dev.llmagents.team.felicia.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.team.felicia.Facts;
import dev.llmagents.team.felicia.Validation.Verdict;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the prose of a model sentence by sentence; drops, and counts, those that cannot stand. Use for one agent. */
public final class ModelSentences {
    private static final int MOST = 12;

    private final NumberGuard guard;
    private int kept;
    private int dropped;

    /** Of an agent that works before there is a verdict. */
    public ModelSentences(Facts facts) {
        this.guard = new NumberGuard(facts, Optional.empty());
    }

    public ModelSentences(Facts facts, Verdict verdict) {
        this.guard = new NumberGuard(facts, Optional.of(verdict));
    }

    /** The sentences of a text or of an array of texts that may stand. */
    public List<String> of(JsonNode prose) {
        List<String> stand = new ArrayList<>();
        if (prose.isArray()) {
            prose.forEach(text -> sentences(text.asText(""), stand));
        } else {
            sentences(prose.asText(""), stand);
        }
        return stand;
    }

    private void sentences(String text, List<String> stand) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String sentence = text.substring(start, end).strip();
            if (sentence.isEmpty()) {
                continue;
            }
            if (kept < MOST && guard.passes(sentence)) {
                kept++;
                stand.add(sentence);
            } else {
                dropped++;
            }
        }
    }

    /** A value that has to be one of {@code known}; empty, and counted, if it is another; empty if there is none. */
    public Optional<String> oneOf(JsonNode value, Set<String> known) {
        String text = value.asText("").strip();
        if (text.isEmpty() || known.contains(text)) {
            return Optional.of(text).filter(known::contains);
        }
        dropped++;
        return Optional.empty();
    }

    /** Counts something that was not used. */
    public void drop() {
        dropped++;
    }

    /** Counts something that was used. */
    public void keep() {
        kept++;
    }

    public int kept() {
        return kept;
    }

    public int dropped() {
        return dropped;
    }
}
