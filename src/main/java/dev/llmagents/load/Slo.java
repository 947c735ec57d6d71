package dev.llmagents.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goals a load test is held to, as people write them: {@code p95<2s,error_rate<1%,cost_per_1000<1.50}. Immutable.
 *
 * @param goals at least one
 */
public record Slo(List<Goal> goals) {
    /** What may be named in a goal, for messages. */
    public static final String NAMES =
            "p50, p90, p95, p99, p99.9 or max (of the response time), first_token_p95 and the"
                    + " like, error_rate, answered_per_second, cost_per_1000, cost_total";

    private static final Pattern GOAL =
            Pattern.compile("([a-z0-9_.]{1,30})\\s*(<|>)\\s*(\\d{1,9}(?:\\.\\d{1,6})?)(ms|s|m|%)?");
    private static final Map<String, String> KINDS = Map.of(
            "first_token_", "firstToken", "service_", "service", "overhead_", "overhead", "cache_hit_", "cacheHit");

    public Slo {
        goals = List.copyOf(goals);
    }

    /**
     * One goal.
     *
     * @param text as it was written
     * @param most whether the figure is to stay below the limit, not above
     * @param limit in microseconds, as a share of 1, a second or US dollars
     */
    public record Goal(String text, String name, boolean most, double limit) {}

    /**
     * What came of a goal.
     *
     * @param actual in the unit of its limit; empty if there was nothing to measure, which is a goal missed
     */
    public record Outcome(Goal goal, OptionalDouble actual, boolean met) {}

    /** @throws IllegalArgumentException with a sentence that quotes the goal, if one cannot be read */
    public static Slo parse(String text) {
        List<Goal> goals = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            goals.add(goal(part.strip()));
        }
        return new Slo(goals);
    }

    private static Goal goal(String text) {
        Matcher matcher = GOAL.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no goal such as p95<2s or error_rate<1%");
        }
        String name = matcher.group(1);
        Optional<String> unit = Optional.ofNullable(matcher.group(4));
        double number = Double.parseDouble(matcher.group(3));
        boolean time = latency(name).isPresent();
        boolean known = time
                || List.of("error_rate", "answered_per_second", "cost_per_1000", "cost_total")
                        .contains(name);
        if (!known) {
            throw new IllegalArgumentException("'" + name + "' is no figure of a load test: use " + NAMES);
        }
        boolean fits = time
                ? unit.filter(named -> !named.equals("%")).isPresent()
                : unit.isEmpty() || (name.equals("error_rate") && unit.get().equals("%"));
        if (!fits) {
            throw new IllegalArgumentException("'" + text + "' needs "
                    + (time
                            ? "a unit: p95<2s or p95<300ms"
                            : name.equals("error_rate") ? "a share: error_rate<1%" : "a bare number"));
        }
        boolean share = name.equals("error_rate");
        if (share && number > (unit.isPresent() ? 100 : 1) || share && unit.isEmpty() && number == 1) {
            throw new IllegalArgumentException("'" + text
                    + "' is no share that a test can have: write one percent as error_rate<1% or error_rate<0.01");
        }
        double factor = switch (unit.orElse("")) {
            case "ms" -> 1e3;
            case "s" -> 1e6;
            case "m" -> 60e6;
            case "%" -> 0.01;
            default -> 1;
        };
        return new Goal(text, name, matcher.group(2).equals("<"), number * factor);
    }

    /** Kind of latency and percentile. */
    private static Optional<String[]> latency(String name) {
        String kind = "response";
        String rest = name;
        for (Map.Entry<String, String> known : KINDS.entrySet()) {
            if (name.startsWith(known.getKey())) {
                kind = known.getValue();
                rest = name.substring(known.getKey().length());
            }
        }
        boolean percentile =
                List.of("p50", "p90", "p95", "p99", "p99.9", "max", "mean").contains(rest);
        return percentile ? Optional.of(new String[] {kind, rest}) : Optional.empty();
    }

    public List<Outcome> judge(LoadResult result) {
        return goals.stream()
                .map(goal -> {
                    OptionalDouble actual = actual(goal.name(), result);
                    boolean met = actual.isPresent()
                            && (goal.most()
                                    ? actual.getAsDouble() < goal.limit()
                                    : actual.getAsDouble() > goal.limit());
                    return new Outcome(goal, actual, met);
                })
                .toList();
    }

    private static OptionalDouble actual(String name, LoadResult result) {
        Optional<String[]> time = latency(name);
        if (time.isPresent()) {
            return Optional.ofNullable(result.latencies().get(time.get()[0]))
                    .map(latency -> OptionalDouble.of(percentile(latency, time.get()[1])))
                    .orElseGet(OptionalDouble::empty);
        }
        return switch (name) {
            case "error_rate" ->
                result.counts().sent() == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(result.counts().errorRate());
            case "answered_per_second" -> OptionalDouble.of(result.sending().answeredPerSecond());
            // A sum that lacks something does not show that a goal was met.
            case "cost_total" -> money(result, Optional.of(result.cost().usd()));
            default -> money(result, result.cost().perThousand());
        };
    }

    private static OptionalDouble money(LoadResult result, Optional<BigDecimal> usd) {
        return usd.isEmpty() || result.cost().unpriced() > 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(usd.get().doubleValue());
    }

    private static double percentile(Latency latency, String name) {
        return switch (name) {
            case "p50" -> latency.p50();
            case "p90" -> latency.p90();
            case "p95" -> latency.p95();
            case "p99" -> latency.p99();
            case "p99.9" -> latency.p999();
            case "max" -> latency.max();
            default -> latency.mean();
        };
    }
}
