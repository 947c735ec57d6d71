package dev.llmagents.llm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets an attempt wait for its turn, so that no minute sees more requests or tokens than the limits of its agent, its team
 * and the machine allow. An attempt whose turn comes after the call's deadline is refused at once.
 */
public final class RateLimitStep implements LLMStep {
    private final RateLimits limits;
    private final RateWindow window;
    private final TimeSource time;

    public RateLimitStep(RateLimits limits, RateWindow window, TimeSource time) {
        this.limits = limits;
        this.window = window;
        this.time = time;
    }

    @Override
    public LLMResponse handle(LLMCall call, Next next) {
        List<RateWindow.Demand> demands = demands(call.request());
        if (demands.isEmpty()) {
            return next.proceed(call);
        }
        RateWindow.Turn turn = await(demands, call.deadline().remaining());
        AtomicReference<Attempt> made = new AtomicReference<>();
        try {
            return next.proceed(call.withAttempts(attempt -> {
                made.set(attempt);
                call.attempts().ended(attempt);
            }));
        } finally {
            settle(turn, made.get());
        }
    }

    private List<RateWindow.Demand> demands(LLMRequest request) {
        List<RateWindow.Demand> demands = new ArrayList<>();
        for (RateWindow.Limit limit : limits.of(request.origin())) {
            long amount = limit.unit() == RateWindow.Unit.REQUESTS
                    ? 1
                    : TokenEstimate.atMost(request) + request.parameters().maxTokens();
            demands.add(new RateWindow.Demand(limit, amount));
        }
        return demands;
    }

    private RateWindow.Turn await(List<RateWindow.Demand> demands, Duration patience) {
        for (RateWindow.Demand demand : demands) {
            if (demand.amount() > demand.limit().perMinute()) {
                throw new LLMException.Failed(
                        ErrorType.THROTTLED,
                        "The call may take " + demand.amount() + " tokens, and "
                                + demand.limit().setting() + " allows "
                                + demand.limit().perMinute() + ": raise it, or use a smaller input.");
            }
        }
        RateWindow.Booking booking = window.book(demands, patience);
        if (booking.turn().isEmpty()) {
            RateWindow.Limit limit = booking.tightest();
            throw new LLMException.Failed(
                    ErrorType.THROTTLED,
                    "The limit of " + limit.perMinute() + " " + limit.unit().label() + " a minute (" + limit.setting()
                            + ") leaves no turn for " + (booking.pause().toSeconds() + 1)
                            + " s, longer than the call may take.");
        }
        RateWindow.Turn turn = booking.turn().get();
        try {
            if (!booking.pause().isZero()) {
                time.sleeper().sleep(booking.pause());
            }
            return turn;
        } catch (InterruptedException cancelled) {
            window.giveBack(turn);
            Thread.currentThread().interrupt();
            throw new LLMException.Failed(ErrorType.CANCELLED, "The call was cancelled.", cancelled);
        }
    }

    private void settle(RateWindow.Turn turn, Attempt made) {
        if (made == null) {
            window.giveBack(turn);
            return;
        }
        boolean countsTokens =
                turn.demands().stream().anyMatch(demand -> demand.limit().unit() == RateWindow.Unit.TOKENS);
        TokenUsage used = made.tokens();
        // An attempt that failed without a word on tokens may have used what was taken for it.
        if (countsTokens && !(used.equals(TokenUsage.NONE) && made.error().isPresent())) {
            window.correct(turn, used.prompt() + used.completion());
        }
    }
}
