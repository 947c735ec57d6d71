package dev.llmagents.llm;

/** A place where models answer. Implementations are safe for use by several threads and never retry by themselves. */
public interface LLMProvider extends AutoCloseable {

    /** The name in settings, logs and reports, for instance {@code openai}. */
    String id();

    /** The host calls go to, for the usage log. */
    String host();

    /**
     * Asks {@code model} once.
     *
     * @param sink receives the answer while it is written; {@link TokenSink#NONE} if nobody wants it so
     * @param deadline no answer is awaited beyond it
     * @return the answer, without its cost
     * @throws LLMException if there is none, of the type that the provider's own error stands for
     */
    LLMResponse complete(LLMRequest request, String model, TokenSink sink, Deadline deadline);

    @Override
    default void close() {}
}
