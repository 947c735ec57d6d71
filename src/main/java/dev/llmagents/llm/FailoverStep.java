package dev.llmagents.llm;

import java.util.Map;

/** The end of the pipeline: asks the request's models one after the other until one answers. */
public final class FailoverStep implements LLMStep.Next {
    private final Map<String, LLMStep.Next> providers;

    /** @param providers the way to each provider, by its id */
    public FailoverStep(Map<String, LLMStep.Next> providers) {
        this.providers = Map.copyOf(providers);
    }

    @Override
    public LLMResponse proceed(LLMCall call) {
        LLMException firstFailure = null;
        LLMCall current = call;
        for (ModelTarget target : call.request().targets()) {
            if (firstFailure != null) {
                if (call.deadline().isOver()) {
                    break;
                }
                call.sink().restart();
                current = call.fallingBackTo(target);
            }
            try {
                return ask(current);
            } catch (LLMException failure) {
                if (failure.type() == ErrorType.CANCELLED) {
                    throw failure;
                }
                if (firstFailure == null) {
                    firstFailure = failure;
                } else {
                    noteBeside(firstFailure, failure);
                }
                if (!failure.type().triesNextProvider()) {
                    break;
                }
            }
        }
        throw firstFailure;
    }

    /** The first choice's failure is what the user has to act on; the others stand beside it. */
    private static void noteBeside(LLMException first, LLMException later) {
        // Java refuses an exception that suppresses itself, and a provider may well throw the same one twice.
        if (first != later) {
            first.addSuppressed(later);
        }
    }

    private LLMResponse ask(LLMCall call) {
        LLMStep.Next provider = providers.get(call.target().provider());
        if (provider == null) {
            throw new LLMException.Failed(
                    ErrorType.UNAVAILABLE, "The provider " + call.target().provider() + " is not set up.");
        }
        return provider.proceed(call);
    }
}
