package dev.llmagents.llm;

import java.util.List;

/** One concern of a model call. Steps are safe for use by several threads. */
@FunctionalInterface
public interface LLMStep {

    /**
     * Answers {@code call}, by itself or by what follows.
     *
     * @throws LLMException if there is no answer
     */
    LLMResponse handle(LLMCall call, Next next);

    /** The rest of the pipeline. */
    @FunctionalInterface
    interface Next {
        LLMResponse proceed(LLMCall call);
    }

    /** The pipeline {@code steps}, outermost first, ending in {@code last}. */
    static Next chain(List<LLMStep> steps, Next last) {
        Next next = last;
        for (int i = steps.size() - 1; i >= 0; i--) {
            LLMStep step = steps.get(i);
            Next inner = next;
            next = call -> step.handle(call, inner);
        }
        return next;
    }
}
