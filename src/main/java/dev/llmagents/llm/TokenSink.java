package dev.llmagents.llm;

/** Receives an answer piece by piece while the model writes it. Called from one thread at a time. */
@FunctionalInterface
public interface TokenSink {
    /** For callers that want the whole answer at once. */
    TokenSink NONE = piece -> {};

    void accept(String piece);

    /** What was received so far is void: the answer begins again, from another attempt. */
    default void restart() {}
}
