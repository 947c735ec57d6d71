package dev.llmagents.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * The service and its peers against one server, by turns in rounds within one process, so that whatever else the machine
 * does meets all of them. {@code Duel URL DELAY CALLERS WARM ROUNDS SECONDS WHO...}; DELAY: milliseconds that the server, a
 * LoopbackServer, is told to take for an answer once all are warm; WARM: seconds for which each of them asks before the
 * first round, of a server that answers at once; who: service, hit, plain, langchain4j. Prints a line of JSON for each
 * round and client.
 */
public final class Duel {
    private static final int PROMPT_CHARS = 1_500;

    private Duel() {}

    public static void main(String[] arguments) throws Exception {
        String url = arguments[0];
        long delay = Long.parseLong(arguments[1]);
        int callers = Integer.parseInt(arguments[2]);
        double warm = Double.parseDouble(arguments[3]);
        int rounds = Integer.parseInt(arguments[4]);
        double seconds = Double.parseDouble(arguments[5]);
        Set<String> who = Set.of(java.util.Arrays.copyOfRange(arguments, 6, arguments.length));
        try (Service service = new Service(Optional.of(url), PROMPT_CHARS)) {
            Map<String, Caller> clients = new LinkedHashMap<>();
            if (who.contains("plain")) {
                clients.put("plain", new PlainClient(url, callers, service::messages));
            }
            if (who.contains("service")) {
                clients.put("service", service);
            }
            if (who.contains("hit")) {
                clients.put("hit", new Repeating(service));
            }
            if (who.contains("langchain4j")) {
                clients.put("langchain4j", langChain4j(url, service));
            }
            // Round 0: a slow server would leave the compiler with too few calls in any time.
            take(url, 0);
            for (Map.Entry<String, Caller> client : clients.entrySet()) {
                round(client.getKey(), client.getValue(), callers, warm, 0);
            }
            take(url, delay);
            for (int round = 1; round <= rounds; round++) {
                for (Map.Entry<String, Caller> client : clients.entrySet()) {
                    System.out.println(
                            round(client.getKey(), client.getValue(), callers, seconds, round));
                }
            }
            System.out.flush();
        }
        // Clients may leave threads of theirs behind.
        System.exit(0);
    }

    /** Tells the server how many milliseconds to take for an answer. */
    private static void take(String url, long delay) throws IOException {
        try (InputStream answer = URI.create(url).resolve("/delay/" + delay).toURL().openStream()) {
            answer.readAllBytes();
        }
    }

    /** By its name, so that the check of ratios, which leaves it out, needs none of its libraries. */
    private static Caller langChain4j(String url, Service service) throws ReflectiveOperationException {
        Function<String, List<String[]>> messages = service::messages;
        return (Caller) Class.forName("dev.llmagents.bench.LangChain4jClient")
                .getDeclaredConstructor(String.class, Function.class)
                .newInstance(url, messages);
    }

    /** Asks one question over and over. */
    private record Repeating(Service service) implements Caller {
        @Override
        public void ask(String mark) {
            service.ask("asked again");
        }

        @Override
        public List<String[]> messages(String mark) {
            return service.messages("asked again");
        }

        @Override
        public void close() {
            service.close();
        }
    }

    private static String round(String name, Caller client, int callers, double seconds, int round)
            throws Exception {
        ConcurrentHistogram times = new ConcurrentHistogram(60_000_000_000L, 3);
        AtomicReference<Throwable> trouble = new AtomicReference<>();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        List<Thread> threads = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            String mark = letters(name + round + "x" + caller + "x");
            Thread thread = new Thread(() -> {
                try {
                    for (int number = 0; System.nanoTime() < end; number++) {
                        long begun = System.nanoTime();
                        client.ask(mark + letters(Integer.toString(number)));
                        times.recordValue(System.nanoTime() - begun);
                    }
                } catch (RuntimeException | Error failure) {
                    trouble.compareAndSet(null, failure);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (trouble.get() != null) {
            throw new IllegalStateException(name + " failed", trouble.get());
        }
        double took = (System.nanoTime() - start) / 1e9;
        return String.format(
                Locale.ROOT,
                "{\"client\":\"%s\",\"callers\":%d,\"round\":%d,\"perSecond\":%.1f,\"p50Us\":%.1f,\"p99Us\":%.1f,\"calls\":%d}",
                name,
                callers,
                round,
                times.getTotalCount() / took,
                times.getValueAtPercentile(50) / 1e3,
                times.getValueAtPercentile(99) / 1e3,
                times.getTotalCount());
    }

    /** Digits as letters: numbers might look like somebody's, and would be masked. */
    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.chars().forEach(c -> letters.append((char) (c >= '0' && c <= '9' ? c - '0' + 'a' : c)));
        return letters.toString();
    }
}
