package dev.llmagents.report.load;

import dev.llmagents.load.LoadReport;
import dev.llmagents.load.LoadResult;
import dev.llmagents.load.Slo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How figures of a load test are put into words, whatever the format and the machine's locale. */
final class LoadWords {
    static final Map<String, String> TITLES = Map.of(
            "response", "Response (from intended send)",
            "service", "Service (from actual send)",
            "firstToken", "First token",
            "betweenTokens", "Between tokens",
            "provider", "Provider",
            "overhead", "Own overhead",
            "cacheHit", "Cache hit",
            "failure", "Failed requests");

    private LoadWords() {}

    /** @param facts name and value, in order */
    record Section(String title, List<String[]> facts) {}

    static String decimals(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
    }

    static String time(long micros) {
        return time((double) micros);
    }

    /** {@code 0.043 ms}, {@code 850 ms}, {@code 1.09 s}. */
    static String time(double micros) {
        if (micros < 1_000_000) {
            double millis = micros / 1e3;
            return decimals(millis, millis < 10 ? 3 : millis < 100 ? 1 : 0) + " ms";
        }
        return decimals(micros / 1e6, 2) + " s";
    }

    static String whole(long number) {
        StringBuilder text = new StringBuilder(Long.toString(number));
        for (int at = text.length() - 3; at > 0; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    static String bytes(long bytes) {
        return bytes((double) bytes);
    }

    static String bytes(double bytes) {
        return decimals(bytes / (1 << 20), 1) + " MiB";
    }

    static String usd(BigDecimal usd) {
        return "$"
                + usd.setScale(usd.signum() == 0 ? 2 : 4, RoundingMode.HALF_UP).toPlainString();
    }

    static Optional<String> actual(Slo.Outcome outcome) {
        if (outcome.actual().isEmpty()) {
            return Optional.empty();
        }
        double actual = outcome.actual().getAsDouble();
        return Optional.of(
                switch (outcome.goal().name()) {
                    case "error_rate" -> decimals(actual * 100, 2) + "%";
                    case "answered_per_second" -> decimals(actual, 1);
                    case "cost_per_1000", "cost_total" -> decimals(actual, 4);
                    default -> time(actual);
                });
    }

    /** In a few words, for a heading; what exit code 7 stands for among them. */
    static String verdict(LoadReport report) {
        if (report.broken()) {
            return "broken off";
        }
        boolean valid = report.results().stream()
                .allMatch(result -> result.sending().invalid().isEmpty());
        if (!valid) {
            return report.goals().isEmpty() ? "figures invalid" : "figures invalid, so the goals are undecided";
        }
        return report.goals().isEmpty() ? "figures valid" : report.isPassed() ? "goals met" : "goals missed";
    }

    static String head(LoadReport report) {
        String rate = report.plan().rate().map(known -> "at " + known).orElse("closed loop");
        String callers = report.plan().concurrency().isPresent()
                ? ", " + report.plan().concurrency().getAsInt() + " at once"
                        + (report.plan().rate().isPresent() ? " at most" : "")
                : "";
        return rate + callers + ", " + seconds(report.plan().duration()) + " after "
                + seconds(report.plan().ramp()) + " of ramp and "
                + seconds(report.plan().warmup()) + " of warm-up";
    }

    private static String seconds(java.time.Duration duration) {
        return decimals(duration.toMillis() / 1e3, duration.toMillis() % 1000 == 0 ? 0 : 1) + " s";
    }

    static String machine(LoadReport report) {
        return report.machine().processor() + ", " + report.machine().processors() + " processors, load "
                + decimals(report.machine().load(), 2) + " before; "
                + report.machine().system() + "; "
                + report.machine().jvm() + ", " + report.machine().collectors() + ", "
                + report.machine().threads()
                + " threads; llm-agents " + report.version() + ", seed "
                + report.plan().seed();
    }

    /** What befell providers, in the order of time. */
    private static List<String[]> events(LoadResult result) {
        record Event(double second, String text) {}
        List<Event> events = new ArrayList<>();
        result.failovers()
                .forEach(failover -> events.add(new Event(
                        failover.second(),
                        "first failure; another provider was asked after " + time(failover.askedSeconds() * 1e6)
                                + " and answered after " + time(failover.tookSeconds() * 1e6))));
        result.breakers()
                .forEach(change -> events.add(new Event(
                        change.second(),
                        "breaker of " + change.provider() + " " + change.from() + " → " + change.to()
                                + change.error()
                                        .map(error -> " (" + error + ")")
                                        .orElse(""))));
        return events.stream()
                .sorted(Comparator.comparingDouble(Event::second))
                .map(event -> fact("at " + decimals(event.second(), 2) + " s", event.text()))
                .toList();
    }

    static List<Section> sections(LoadResult result) {
        List<Section> sections = new ArrayList<>();
        LoadResult.Sending sending = result.sending();
        LoadResult.Counts counts = result.counts();
        List<String[]> rate = new ArrayList<>();
        sending.intendedPerSecond().ifPresent(intended -> rate.add(fact("Intended", decimals(intended, 2) + "/s")));
        rate.add(fact("Achieved", decimals(sending.achievedPerSecond(), 2) + "/s"));
        rate.add(fact("Answered", decimals(sending.answeredPerSecond(), 2) + "/s"));
        rate.add(fact("Not sent", whole(sending.notSent())));
        rate.add(fact("Waited for room", whole(sending.held())));
        rate.add(fact("Most on their way", whole(sending.mostInFlight())));
        rate.add(fact("Generator lag p99", time(sending.lag().p99())));
        rate.add(fact(
                "Generator", sending.invalid().map(why -> "INVALID: " + why).orElse("valid")));
        sections.add(new Section("Sending", rate));

        List<String[]> requests = new ArrayList<>();
        requests.add(fact("Sent", whole(counts.sent())));
        requests.add(fact("Answered", whole(counts.answered())));
        requests.add(fact("Failed", whole(counts.failed()) + byName(result.errors())));
        if (counts.unfinished() > 0) {
            requests.add(fact("Unfinished", whole(counts.unfinished())));
        }
        requests.add(fact("Error rate", decimals(counts.errorRate() * 100, 2) + "%"));
        requests.add(fact(
                "Cache",
                whole(counts.hits()) + " hits, " + whole(counts.coalesced()) + " coalesced, " + whole(counts.misses())
                        + " misses"));
        requests.add(fact("Attempts", list(result.attempts().byCause())));
        if (!result.attempts().failed().isEmpty()) {
            requests.add(fact("Failed attempts", list(result.attempts().failed())));
        }
        sections.add(new Section("Requests", requests));

        List<String[]> events = events(result);
        if (!events.isEmpty()) {
            sections.add(new Section("Failures of providers", events));
        }

        List<String[]> cost = new ArrayList<>();
        cost.add(fact(
                "Total",
                usd(result.cost().usd()) + ", saved by the cache "
                        + usd(result.cost().savedUsd())));
        result.cost().perThousand().ifPresent(usd -> cost.add(fact("Per 1,000 answered", usd(usd))));
        result.cost().perThousandWithoutCache().ifPresent(usd -> cost.add(fact("Per 1,000 without cache", usd(usd))));
        if (result.cost().unpriced() > 0) {
            cost.add(fact("Without a known price", whole(result.cost().unpriced()) + " attempts"));
        }
        cost.add(fact("Prices", result.cost().basis()));
        sections.add(new Section("Cost", cost));

        LoadResult.Memory memory = result.memory();
        List<String[]> bytes = new ArrayList<>();
        bytes.add(fact("Heap", bytes(memory.heapStart()) + " at the start, peak " + bytes(memory.heapPeak())));
        memory.heapAfterGcSlope().ifPresent(slope -> bytes.add(fact("Heap after GC", slope(slope))));
        memory.rssPeak()
                .ifPresent(peak -> bytes.add(
                        fact("RSS", bytes(memory.rssStart().orElse(0)) + " at the start, peak " + bytes(peak))));
        memory.rssSlope().ifPresent(slope -> bytes.add(fact("RSS slope", slope(slope))));
        bytes.add(fact(
                "GC",
                whole(memory.gcCount()) + " collections, " + whole(memory.gcMillis()) + " ms, longest seen "
                        + whole(memory.gcLongestMillis()) + " ms"));
        sections.add(new Section("Memory", bytes));
        return sections;
    }

    private static String slope(double bytesPerMinute) {
        return (bytesPerMinute >= 0 ? "+" : "") + bytes(bytesPerMinute) + " a minute";
    }

    private static String[] fact(String name, String value) {
        return new String[] {name, value};
    }

    private static String byName(Map<String, Long> counts) {
        return counts.isEmpty() ? "" : " (" + list(counts) + ")";
    }

    private static String list(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(count -> whole(count.getValue()) + " " + count.getKey())
                        .collect(Collectors.joining(", "));
    }
}
