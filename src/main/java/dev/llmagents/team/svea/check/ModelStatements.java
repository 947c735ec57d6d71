package dev.llmagents.team.svea.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.team.svea.law.KnownLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a model has stated and drops, and counts, what the material does not support: a number that is not in it, a
 * finding or name that is not there, a quote nobody has written. A reference to law outside the catalogue is not hidden but
 * marked. Use for one reply of one agent; not safe for use by several threads.
 */
public final class ModelStatements {
    /** Stands behind a text that names law outside the catalogue. */
    public static final String UNKNOWN_LAW = " [lagrum utanför regelkatalogen: ej kontrollerat]";

    private static final int LONGEST = 500;

    private final KnownLaw law;
    private final KnownNumbers numbers;
    private final String material;
    private int dropped;

    /** @param material everything the model was shown of the input */
    public ModelStatements(KnownLaw law, String material) {
        this.law = law;
        this.numbers = new KnownNumbers(material);
        this.material = squeezed(material);
    }

    /** The text of {@code field}, marked where it has to be; empty, and counted, if it cannot stand. */
    public Optional<String> text(JsonNode item, String field) {
        String text = item.path(field).asText("").strip();
        boolean stands = !text.isEmpty() && text.length() <= LONGEST && numbers.coverAllOf(law.withoutReferences(text));
        if (!stands) {
            dropped++;
            return Optional.empty();
        }
        return Optional.of(law.unknownIn(text).isEmpty() ? text : text + UNKNOWN_LAW);
    }

    /** The texts of an array of objects. */
    public List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : array) {
            text(item, field).ifPresent(texts::add);
        }
        return texts;
    }

    /** A value that has to be one of {@code known}; empty, and counted, if it is not. */
    public Optional<String> oneOf(JsonNode item, String field, Set<String> known) {
        String value = item.path(field).asText("").strip();
        if (known.contains(value)) {
            return Optional.of(value);
        }
        dropped++;
        return Optional.empty();
    }

    /** A quote, if it is in the material letter by letter but for spaces and case; else empty, and counted. */
    public Optional<String> quote(JsonNode item, String field) {
        String quote = item.path(field).asText("").strip();
        if (!quote.isEmpty() && quote.length() <= LONGEST && material.contains(squeezed(quote))) {
            return Optional.of(quote);
        }
        dropped++;
        return Optional.empty();
    }

    private static String squeezed(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /** What was dropped so far. */
    public int dropped() {
        return dropped;
    }
}
