package dev.llmagents.team.felicia.mission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of one section, checked against the table of keys: what is asked for here has the type it says there. */
final class Values {
    private final int line;
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    Values(int line) {
        this.line = line;
    }

    void put(String key, Object value, int atLine) {
        values.put(key, value);
        lines.put(key, atLine);
    }

    /** Where {@code key} stands, or its section if it was left out. */
    int line(String key) {
        return lines.getOrDefault(key, line);
    }

    int line() {
        return line;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    <T> Optional<T> optional(String key, Class<T> type) {
        return Optional.ofNullable(values.get(key)).map(type::cast);
    }

    private <T> T required(String key, Class<T> type) {
        return optional(key, type).orElseThrow(() -> new IllegalStateException("the table of keys demands no " + key));
    }

    String text(String key) {
        return required(key, String.class);
    }

    Optional<String> optionalText(String key) {
        return optional(key, String.class);
    }

    BigDecimal number(String key) {
        return required(key, BigDecimal.class);
    }

    Optional<BigDecimal> optionalNumber(String key) {
        return optional(key, BigDecimal.class);
    }

    int whole(String key) {
        return required(key, Integer.class);
    }

    boolean flag(String key) {
        return required(key, Boolean.class);
    }

    LocalDate date(String key) {
        return required(key, LocalDate.class);
    }

    Optional<LocalDate> optionalDate(String key) {
        return optional(key, LocalDate.class);
    }

    @SuppressWarnings("unchecked") // The reader of keys puts nothing else under a key of this type.
    List<String> names(String key) {
        return optional(key, List.class).orElse(List.of());
    }

    @SuppressWarnings("unchecked") // As above.
    Map<String, BigDecimal> numbers(String key) {
        return optional(key, Map.class).orElse(Map.of());
    }

    /** The sections of a list; in a list of requests also plain texts, see {@link #items}. */
    @SuppressWarnings("unchecked") // As above.
    List<Values> list(String key) {
        return optional(key, List.class).orElse(List.of());
    }

    /** The elements of a list of requests, each {@link Values} or a {@link Node.Scalar}. */
    @SuppressWarnings("unchecked") // As above.
    List<Object> items(String key) {
        return optional(key, List.class).orElse(List.of());
    }

    Optional<Values> section(String key) {
        return optional(key, Values.class);
    }
}
