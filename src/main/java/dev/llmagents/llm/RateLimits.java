package dev.llmagents.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How much may be asked in a minute. Immutable.
 *
 * @param all for everything this user runs on this machine
 * @param teams by the team's name
 * @param agents by the agent's id
 */
public record RateLimits(PerMinute all, Map<String, PerMinute> teams, Map<String, PerMinute> agents) {
    /** No limits. */
    public static final RateLimits NONE = new RateLimits(PerMinute.UNLIMITED, Map.of(), Map.of());

    public RateLimits {
        teams = Map.copyOf(teams);
        agents = Map.copyOf(agents);
    }

    /** Limits of one who asks; empty where there is none. */
    public record PerMinute(OptionalLong requests, OptionalLong tokens) {
        public static final PerMinute UNLIMITED = new PerMinute(OptionalLong.empty(), OptionalLong.empty());
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** The limits that hold for a call, widest first. */
    List<RateWindow.Limit> of(LLMRequest.Origin origin) {
        List<RateWindow.Limit> limits = new ArrayList<>();
        add(limits, "limits", all);
        add(limits, "limits.team." + origin.team(), teams.getOrDefault(origin.team(), PerMinute.UNLIMITED));
        add(limits, "limits.agent." + origin.agent(), agents.getOrDefault(origin.agent(), PerMinute.UNLIMITED));
        return limits;
    }

    private static void add(List<RateWindow.Limit> limits, String prefix, PerMinute figures) {
        figures.requests()
                .ifPresent(most -> limits.add(
                        new RateWindow.Limit(prefix + ".requests_per_minute", RateWindow.Unit.REQUESTS, most)));
        figures.tokens()
                .ifPresent(most ->
                        limits.add(new RateWindow.Limit(prefix + ".tokens_per_minute", RateWindow.Unit.TOKENS, most)));
    }
}
