package dev.llmagents.app;

import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMCall;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.LLMStep;

/** Lets nothing be sent to a model in a region that the settings do not allow. Stands before everything of a provider. */
final class ResidencyStep implements LLMStep {
    private final Residency residency;
    private final Regions regions;

    ResidencyStep(Residency residency, Regions regions) {
        this.residency = residency;
        this.regions = regions;
    }

    @Override
    public LLMResponse handle(LLMCall call, Next next) {
        String team = call.request().origin().team();
        if (residency.isBound(team)) {
            residency.refusal(team, regions.of(call.target())).ifPresent(why -> {
                throw new LLMException.Failed(
                        ErrorType.UNAVAILABLE, "Nothing was sent to " + call.target() + ": " + why + ".");
            });
        }
        return next.proceed(call);
    }
}
