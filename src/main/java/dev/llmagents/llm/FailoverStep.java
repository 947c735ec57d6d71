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
                if (!firstFailure.type().triesNextProvider() || call.deadline().isOver()) {
                    break;
                }
                call.sink().restart();
                current = call.fallingBackTo(target);
            }
            try {
                return ask(current);
            } catch (LLMException failure) {
                if (firstFailure == null) {
                    firstFailure = failure;
                } else {
                    // The first choice's failure is what the user has to act on; the others stand beside it.
                    firstFailure.addSuppressed(failure);
                }
                if (!failure.type().triesNextProvider()) {
                    break;
                }
            }
        }
        throw firstFailure;
    }

    private LLMResponse ask(LLMCall call) {
        LLMStep.Next provider = providers.get(call.target().provider());
        if (provider == null) {
            throw new LLMException.Failed(
                    ErrorType.UNAVAILABLE, "the provider " + call.target().provider() + " is not set up");
        }
        return provider.proceed(call);
    }
}
