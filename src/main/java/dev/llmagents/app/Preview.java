package dev.llmagents.app;

import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMCall;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.LLMService;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.LLMUsageStats;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.llm.TokenUsage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Stands at the end of the pipeline in the place of all providers: keeps what would be sent, and sends nothing. Safe for
 * use by several threads.
 */
public final class Preview implements LLMStep.Next {
    static final LLMUsageStats NOTHING_USED = new LLMUsageStats(
            0,
            0,
            0,
            0,
            TokenUsage.NONE,
            BigDecimal.ZERO,
            0,
            BigDecimal.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Map.of());

    private final List<LLMRequest> requests = new ArrayList<>();

    /** A service that passes {@code steps} and ends here. */
    LLMService service(List<LLMStep> steps, TimeSource time) {
        return new LLMService(steps, this, () -> NOTHING_USED, time);
    }

    @Override
    public LLMResponse proceed(LLMCall call) {
        synchronized (requests) {
            requests.add(call.request());
        }
        throw new LLMException.Failed(ErrorType.UNAVAILABLE, "nothing is sent in a preview");
    }

    /**
     * The requests since the last call of this method.
     *
     * @param agents the ids of agents in the order wanted; an agent's requests stand in the order of their steps
     */
    public List<LLMRequest> take(List<String> agents) {
        List<LLMRequest> taken;
        synchronized (requests) {
            taken = new ArrayList<>(requests);
            requests.clear();
        }
        taken.sort(Comparator.<LLMRequest>comparingInt(
                        request -> agents.indexOf(request.origin().agent()))
                .thenComparingInt(request -> stepNumber(request.origin().step())));
        return taken;
    }

    private static int stepNumber(String step) {
        int dot = step.lastIndexOf('.') + 1;
        boolean numbered = dot < step.length() && step.chars().skip(dot).allMatch(c -> c >= '0' && c <= '9');
        return numbered ? Integer.parseInt(step, dot, step.length(), 10) : 0;
    }
}
