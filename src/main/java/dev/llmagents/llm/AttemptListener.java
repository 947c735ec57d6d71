package dev.llmagents.llm;

/** Is told of each attempt at the moment it ends. May be called from several threads. */
@FunctionalInterface
public interface AttemptListener {
    AttemptListener NONE = attempt -> {};

    void ended(Attempt attempt);
}
