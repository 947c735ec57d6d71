package dev.llmagents.usage.stats;

import java.util.Locale;
import java.util.Optional;

/** What the lines of the usage log can be grouped by. Days and hours are those of Universal Time. */
public enum Dimension {
    TEAM,
    AGENT,
    MODEL,
    PROVIDER,
    TENANT,
    DAY,
    HOUR,
    STATUS;

    /** The name in options and outputs, for instance {@code team}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The dimension of that name, however it is capitalised; empty if there is none. */
    public static Optional<Dimension> named(String label) {
        for (Dimension dimension : values()) {
            if (dimension.label().equals(label.toLowerCase(Locale.ROOT))) {
                return Optional.of(dimension);
            }
        }
        return Optional.empty();
    }

    /** Whether its values are stretches of time, which stand in order. */
    public boolean isTime() {
        return this == DAY || this == HOUR;
    }
}
