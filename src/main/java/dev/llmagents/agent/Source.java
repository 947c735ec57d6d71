package dev.llmagents.agent;

import java.util.Locale;

/** Who said a thing: the rules of the program, a model now, or a model's earlier answer out of the cache. */
public enum Source {
    MODEL,
    CACHE,
    RULES;

    /** The name used in every output: {@code model}, {@code cache} or {@code rules}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
