package dev.llmagents.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Makes docs/performance.md of the suite's results: {@code Report RESULTS PAGE}. What stands between the lines
 * {@code <!-- suite -->} and {@code <!-- /suite -->} of the page is replaced; a page without them is all replaced.
 */
public final class Report {
    private static final String BEGIN = "<!-- suite -->";
    private static final String END = "<!-- /suite -->";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path results;
    private final StringBuilder text = new StringBuilder();

    private Report(Path results) {
        this.results = results;
    }

    public static void main(String[] arguments) throws IOException {
        String made = new Report(Path.of(arguments[0])).make();
        Path page = Path.of(arguments[1]);
        String whole = BEGIN + "\n" + made + END + "\n";
        if (Files.isRegularFile(page)) {
            String old = Files.readString(page);
            int begin = old.indexOf(BEGIN);
            int end = old.indexOf(END);
            if (begin >= 0 && end > begin) {
                whole = old.substring(0, begin) + whole.strip() + old.substring(end + END.length());
            }
        }
        Files.writeString(page, whole);
    }

    private List<JsonNode> lines(String name) throws IOException {
        Path file = results.resolve(name);
        List<JsonNode> lines = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                lines.add(MAPPER.readTree(line));
            }
        }
        return lines;
    }

    /** Medians of the rounds, and how far they lie apart. */
    private record Spread(double median, double least, double most) {
        static Spread of(List<JsonNode> lines, String field) {
            double[] values =
                    lines.stream().mapToDouble(line -> line.path(field).asDouble()).sorted().toArray();
            return new Spread(median(values), values[0], values[values.length - 1]);
        }

        private static double median(double[] sorted) {
            int half = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        }

        @Override
        public String toString() {
            return figure(median) + " (" + figure(least) + "–" + figure(most) + ")";
        }
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value >= 1000 ? "%,.0f" : value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.3f", value);
    }

    /** Ratios of two clients round by round: both met the same machine. */
    private static double ratio(List<JsonNode> one, List<JsonNode> other, String field) {
        double[] ratios = new double[Math.min(one.size(), other.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = one.get(i).path(field).asDouble() / other.get(i).path(field).asDouble();
        }
        Arrays.sort(ratios);
        return ratios.length == 0 ? Double.NaN : Spread.median(ratios);
    }

    private String make() throws IOException {
        JsonNode machine = lines("machine").get(0);
        line("Made by `scripts/bench/performance" + (machine.path("mode").asText().equals("full") ? "" : " --" + machine.path("mode").asText())
                + "`: " + machine.path("processors").asInt() + " processors (" + machine.path("processor").asText() + "), "
                + machine.path("kernel").asText() + ", JDK " + machine.path("jdk").asText() + ", revision "
                + machine.path("revision").asText() + ". Medians of rounds, least and most in brackets; ratios are medians of the");
        line("ratios of rounds that followed each other. The server is a process of its own on loopback; both share the processors.");
        line("");
        calls();
        thousand();
        startup();
        load();
        benchmarks();
        loads();
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void target(String what, double measured, Predicate<Double> isMet, String target) {
        String verdict = Double.isNaN(measured) ? "not measured" : isMet.test(measured) ? "met" : "missed";
        line("| " + what + " | " + (Double.isNaN(measured) ? "-" : figure(measured)) + " | " + target + " | " + verdict + " |");
    }

    private void head(String title) {
        line("");
        line("| " + title + " | measured | target | |");
        line("| --- | ---: | --- | --- |");
    }

    private Map<String, List<JsonNode>> byClient(String name, String field) throws IOException {
        Map<String, List<JsonNode>> clients = new TreeMap<>();
        for (JsonNode line : lines(name)) {
            clients.computeIfAbsent(line.path(field).asText(), any -> new ArrayList<>()).add(line);
        }
        return clients;
    }

    private void calls() throws IOException {
        line("## Calls");
        line("");
        line("| scenario | client | p50 µs | p99 µs | calls/s |");
        line("| --- | --- | ---: | ---: | ---: |");
        for (String[] scenario : new String[][] {
            {"call-one", "one caller, 0 ms"}, {"call-32", "32 callers, 0 ms"}, {"call-100ms", "8 callers, 100 ms"}
        }) {
            for (Map.Entry<String, List<JsonNode>> client : byClient(scenario[0], "client").entrySet()) {
                line("| " + scenario[1] + " | " + client.getKey() + " | " + Spread.of(client.getValue(), "p50Us") + " | "
                        + Spread.of(client.getValue(), "p99Us") + " | " + Spread.of(client.getValue(), "perSecond") + " |");
            }
        }
        line("");
        line("`plain` is OkHttp and Jackson, `langchain4j` LangChain4j's bare client, `service` the whole service with everything on,");
        line("`hit` the same answered by the cache. Prompts are of 1,500 characters.");
        Map<String, List<JsonNode>> one = byClient("call-one", "client");
        Map<String, List<JsonNode>> many = byClient("call-32", "client");
        Map<String, List<JsonNode>> slow = byClient("call-100ms", "client");
        List<JsonNode> none = List.of();
        head("call");
        target("p50 of a call, 0 ms backend, times plain", ratio(one.getOrDefault("service", none), one.getOrDefault("plain", none), "p50Us"), r -> r <= 1.6, "at most 1.6");
        target("p50 of a call, 100 ms backend, times plain", ratio(slow.getOrDefault("service", none), slow.getOrDefault("plain", none), "p50Us"), r -> r <= 1.01, "at most 1.01");
        target("32 callers, calls/s, times plain", ratio(many.getOrDefault("service", none), many.getOrDefault("plain", none), "perSecond"), r -> r >= 0.65, "at least 0.65");
        target("32 callers, calls/s, times LangChain4j", ratio(many.getOrDefault("service", none), many.getOrDefault("langchain4j", none), "perSecond"), r -> r >= 1.5, "at least 1.5");
        if (one.containsKey("hit")) {
            target("cache hit, p50 ms", Spread.of(one.get("hit"), "p50Us").median() / 1e3, r -> r <= 0.05, "at most 0.05");
            target("cache hit, p99 ms", Spread.of(one.get("hit"), "p99Us").median() / 1e3, r -> r < 1, "under 1");
            target("cache hits a second on one thread", Spread.of(one.get("hit"), "perSecond").median(), r -> r >= 20_000, "at least 20,000");
        }
        line("");
    }

    private void thousand() throws IOException {
        Map<String, List<JsonNode>> clients = byClient("thousand", "client");
        if (clients.size() < 2) {
            return;
        }
        line("## A thousand at once, 500 ms backend");
        line("");
        line("| client | answered | p50 ms | p99 ms | peak RSS MiB |");
        line("| --- | ---: | ---: | ---: | ---: |");
        clients.forEach((client, lines) -> line("| " + client + " | "
                + lines.stream().mapToLong(l -> l.path("answered").asLong()).sum() + " of "
                + lines.stream().mapToLong(l -> l.path("calls").asLong()).sum() + " | " + Spread.of(lines, "p50Ms") + " | "
                + Spread.of(lines, "p99Ms") + " | " + Spread.of(lines, "peakRssMiB") + " |"));
        head("a thousand at once");
        List<JsonNode> service = clients.get("service");
        target("not answered", service.stream().mapToLong(l -> l.path("failed").asLong()).sum(), r -> r == 0, "0");
        target("p50, times plain", ratio(service, clients.get("plain"), "p50Ms"), r -> r <= 1.1, "at most 1.1");
        target("peak RSS, MiB", Spread.of(service, "peakRssMiB").most(), r -> r <= 300, "at most 300");
        line("");
    }

    private void startup() throws IOException {
        Map<String, List<JsonNode>> commands = byClient("startup", "what");
        if (commands.isEmpty()) {
            return;
        }
        line("## Start-up");
        line("");
        line("| command | wall s |");
        line("| --- | ---: |");
        commands.forEach((what, lines) -> line("| " + what + " | " + Spread.of(lines, "seconds") + " |"));
        head("start-up");
        for (String[] pair : new String[][] {
            {"--version", "java -version", "3"},
            {"--help", "--help, plain java", "0.65"},
            {"stats", "stats, plain java", "0.45"},
            {"one page", "one page, plain java", "0.45"}
        }) {
            double most = Double.parseDouble(pair[2]);
            target(pair[0] + ", times " + pair[1], ratio(commands.get(pair[0]), commands.get(pair[1]), "seconds"), r -> r <= most, "at most " + pair[2]);
        }
        target("9,500 words, s", Spread.of(commands.get("9,500 words"), "seconds").median(), r -> r <= 1.2, "at most 1.2");
        target("the five model calls of one page in a fresh process beyond the offline run, s (target for the first call)",
                Spread.of(commands.get("one page with a model"), "seconds").median() - Spread.of(commands.get("one page"), "seconds").median(),
                r -> r <= 0.7, "at most 0.7");
        line("");
    }

    private void load() throws IOException {
        line("## Under load");
        line("");
        line("| scenario | provider | sent | error rate | p50 ms | p95 ms | p99 ms | own p50 ms | hits | other provider asked (answered) after s | USD/1,000 (no cache) | generator |");
        line("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- | --- |");
        for (String[] scenario : new String[][] {
            {"providers", "each provider, 20 ms server"},
            {"hits", "four of ten asked before, 200 ms"},
            {"hundred", "120 callers, 200 ms"},
            {"failover", "provider dies at 8 s, 50/s"},
            {"failover-killed", "server killed, 50/s"},
            {"failover-cold", "dead from the start, one caller"},
            {"failover-open", "breaker open, 50/s"},
            {"errors", "60 % errors, 50/s"},
            {"stalls", "stands 2 s of 10 s, 100/s"},
            {"sustained", "1,000 a minute"}
        }) {
            for (JsonNode report : lines(scenario[0])) {
                for (JsonNode result : report.path("results")) {
                    JsonNode response = result.at("/latencyMs/response");
                    List<String> failovers = new ArrayList<>();
                    result.path("failovers").forEach(one -> failovers.add(figure(one.path("askedSeconds").asDouble()) + " ("
                            + figure(one.path("tookSeconds").asDouble()) + ")"));
                    line("| " + scenario[1] + " | " + result.path("provider").asText() + " | " + result.at("/requests/sent").asLong()
                            + " | " + figure(result.at("/requests/errorRate").asDouble()) + " | " + figure(response.path("p50").asDouble()) + " | "
                            + figure(response.path("p95").asDouble()) + " | " + figure(response.path("p99").asDouble()) + " | "
                            + figure(result.at("/latencyMs/overhead/p50").asDouble()) + " | " + result.at("/requests/cacheHits").asLong() + " | "
                            + String.join(", ", failovers.subList(0, Math.min(3, failovers.size()))) + " | "
                            + figure(result.at("/cost/usdPerThousand").asDouble()) + " ("
                            + figure(result.at("/cost/usdPerThousandWithoutCache").asDouble()) + ") | "
                            + result.at("/sending/verdict").asText() + " |");
                }
            }
        }
        head("under load");
        for (String[] failover : new String[][] {
            {"failover", "failover, warm: provider dies under 50/s, ms until another is asked", "200"},
            {"failover-killed", "failover, warm: server is killed under 50/s, ms until another is asked", "200"},
            {"failover-cold", "failover, cold: first call of a process, ms until another is asked", "2000"}
        }) {
            double most = Double.parseDouble(failover[2]);
            for (JsonNode report : lines(failover[0])) {
                JsonNode first = report.at("/results/0/failovers/0/askedSeconds");
                target(failover[1], first.isNumber() ? first.asDouble() * 1e3 : Double.NaN, r -> r < most, "under " + failover[2]);
            }
        }
        for (JsonNode report : lines("failover-open")) {
            // Nothing failed in a request that knows of an open breaker: what it loses is the service's own time.
            target("breaker open, own time of a request, p99 ms", report.at("/results/0/latencyMs/overhead/p99").asDouble(), r -> r < 200, "under 200");
        }
        for (JsonNode report : lines("stalls")) {
            JsonNode response = report.at("/results/0/latencyMs/response");
            // A request at t of 10 s waits 2 s - t if t < 2 s, and 20 ms besides: worked out, not measured.
            for (String[] truth : new String[][] {{"p50", "20"}, {"p95", "1520"}, {"p99", "1920"}}) {
                double wanted = Double.parseDouble(truth[1]);
                double off = Math.abs(response.path(truth[0]).asDouble() - wanted);
                target("stalls: " + truth[0] + " off the truth of " + truth[1] + " ms by, ms", off, r -> r <= Math.max(10, wanted * 0.05), "5 % or 10 ms");
            }
        }
        for (JsonNode report : lines("sustained")) {
            JsonNode result = report.at("/results/0");
            line("");
            line("1,000 requests a minute for " + figure(report.at("/plan/durationSeconds").asDouble() / 60)
                    + " minutes: error rate " + figure(result.at("/requests/errorRate").asDouble()) + ", heap after collections "
                    + kib(result.at("/memory/heapAfterGcBytesPerMinute")) + " a minute, RSS "
                    + kib(result.at("/memory/rssBytesPerMinute")) + " a minute, RSS from "
                    + result.at("/memory/rssStartBytes").asLong() / (1 << 20) + " to at most "
                    + result.at("/memory/rssPeakBytes").asLong() / (1 << 20) + " MiB.");
        }
        line("");
    }

    private static String kib(JsonNode bytes) {
        return bytes.isNumber() ? figure(bytes.asDouble() / 1024) + " KiB" : "unknown";
    }

    private void benchmarks() throws IOException {
        List<JsonNode> all = lines("benchmarks");
        if (all.isEmpty()) {
            return;
        }
        line("## Parts (JMH)");
        line("");
        line("| benchmark | µs | ± | p50 µs | p99 µs |");
        line("| --- | ---: | ---: | ---: | ---: |");
        for (JsonNode one : all) {
            boolean sampled = one.path("mode").asText().equals("sample");
            line("| " + one.path("benchmark").asText().replaceAll(".*bench\\.", "") + " | " + figure(one.path("score").asDouble()) + " | "
                    + (one.path("error").isNumber() ? figure(one.path("error").asDouble()) : "-") + " | "
                    + (sampled ? figure(one.at("/percentiles/50.0").asDouble()) : "") + " | "
                    + (sampled ? figure(one.at("/percentiles/99.0").asDouble()) : "") + " |");
        }
        line("");
    }

    private void loads() throws IOException {
        Map<String, String> loads = new TreeMap<>();
        try (var files = Files.list(results)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".load")).sorted().toList()) {
                List<String> words = Files.readAllLines(file);
                loads.put(file.getFileName().toString().replace(".load", ""), words.get(0).split(" ")[0]);
            }
        }
        line("Load of the machine when each step began (1 minute): " + loads.toString().replaceAll("[{}]", "") + ".");
        line("");
    }
}
