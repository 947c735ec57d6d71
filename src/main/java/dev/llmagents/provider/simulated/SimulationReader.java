package dev.llmagents.provider.simulated;

import dev.llmagents.llm.ErrorType;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text form of a simulation. Use once. */
final class SimulationReader {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)%");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Set<ErrorType> CAUSES = EnumSet.complementOf(
            EnumSet.of(ErrorType.CANCELLED, ErrorType.INTERNAL, ErrorType.UNAVAILABLE, ErrorType.CUT_STREAM));

    private long seed = 1;
    private Delay firstToken = new Delay(Duration.ofMillis(300), Duration.ofMillis(1500));
    private Delay betweenTokens = Delay.fixed(Duration.ofMillis(10));
    private OptionalInt tokens = OptionalInt.empty();
    private final List<Fault> faults = new ArrayList<>();

    Simulation read(String script) {
        for (String part : script.split(";", -1)) {
            if (!part.isBlank()) {
                part(part.strip());
            }
        }
        return new Simulation(seed, firstToken, betweenTokens, tokens, faults);
    }

    private void part(String part) {
        Words words = new Words(part);
        String name = words.next("a name such as outage");
        switch (name) {
            case "seed" -> seed = words.number();
            case "tokens" -> tokens = OptionalInt.of(Math.max(1, words.number()));
            case "first-token" -> firstToken = words.delay();
            case "inter-token" -> betweenTokens = words.delay();
            case "latency" -> {
                firstToken = words.delay();
                betweenTokens = Delay.fixed(Duration.ZERO);
            }
            case "errors" -> faults.add(words.errors());
            case "outage" -> faults.add(words.fault(Fault.Kind.ERROR, Duration.ZERO, 0));
            case "stall" -> faults.add(words.fault(Fault.Kind.STALL, Duration.ZERO, 0));
            case "slow-first-token" -> faults.add(words.fault(Fault.Kind.SLOW_FIRST_TOKEN, words.duration(), 0));
            case "cut" -> faults.add(words.fault(Fault.Kind.CUT, Duration.ZERO, words.number()));
            case "storm" -> faults.add(words.fault(Fault.Kind.STORM, Duration.ofSeconds(1), 0));
            default ->
                throw words.wrong(
                        "is unknown: use seed, tokens, latency, first-token, inter-token, errors, outage, storm,"
                                + " stall, slow-first-token or cut");
        }
        words.end();
    }

    /** The words of one part. */
    private static final class Words {
        private final String part;
        private final Deque<String> words;

        Words(String part) {
            this.part = part;
            this.words = new ArrayDeque<>(Arrays.asList(part.split("\\s+", -1)));
        }

        IllegalArgumentException wrong(String what) {
            return new IllegalArgumentException("The part '" + part + "' of the simulation " + what + ".");
        }

        String next(String wanted) {
            if (words.isEmpty()) {
                throw wrong("lacks " + wanted);
            }
            return words.poll();
        }

        void end() {
            if (!words.isEmpty()) {
                throw wrong("has the word '" + words.peek() + "', which is not understood there");
            }
        }

        int number() {
            String word = next("a number");
            if (!NUMBER.matcher(word).matches()) {
                throw wrong("has '" + word + "' where a number belongs");
            }
            return Integer.parseInt(word);
        }

        Duration duration() {
            String word = next("a time such as 2s");
            return duration(word)
                    .orElseThrow(() -> wrong("has '" + word + "' where a time such as 300ms or 2s belongs"));
        }

        private static Optional<Duration> duration(String word) {
            Matcher matcher = DURATION.matcher(word);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            long amount = Long.parseLong(matcher.group(1));
            return Optional.of(
                    switch (matcher.group(2)) {
                        case "ms" -> Duration.ofMillis(amount);
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        default -> Duration.ofHours(amount);
                    });
        }

        /** {@code 300ms} or {@code p50 300ms p99 2s}. */
        Delay delay() {
            if (!"p50".equals(words.peek())) {
                return Delay.fixed(duration());
            }
            words.poll();
            Duration p50 = duration();
            if (!next("p99").equals("p99")) {
                throw wrong("has a p50 and no p99 behind it");
            }
            Duration p99 = duration();
            try {
                return new Delay(p50, p99);
            } catch (IllegalArgumentException unordered) {
                throw wrong("needs a p50 above nought and a p99 that is not below it");
            }
        }

        Fault errors() {
            if (words.isEmpty() || !PERCENT.matcher(words.peek()).matches()) {
                throw wrong("lacks a share such as 5%");
            }
            return fault(Fault.Kind.ERROR, Duration.ZERO, 0);
        }

        /** What may stand behind the name of any fault, in any order: a share, a window, a class, a pause. */
        Fault fault(Fault.Kind kind, Duration time, int tokens) {
            double share = 1;
            Optional<Fault.Window> window = Optional.empty();
            ErrorType error = ErrorType.OUTAGE;
            Duration told = time;
            while (!words.isEmpty()) {
                Matcher percent = PERCENT.matcher(words.peek());
                Optional<ErrorType> type = cause(words.peek());
                if (percent.matches()) {
                    share = share(percent.group(1));
                    words.poll();
                } else if (kind == Fault.Kind.ERROR && type.isPresent()) {
                    error = type.get();
                    words.poll();
                } else if (kind == Fault.Kind.STORM && words.peek().equals("retry-after")) {
                    words.poll();
                    told = duration();
                } else if (Character.isDigit(words.peek().charAt(0))) {
                    window = Optional.of(window(words.poll()));
                } else {
                    break;
                }
            }
            return new Fault(kind, share, window, error, told, tokens);
        }

        private double share(String number) {
            double percent = Double.parseDouble(number);
            if (percent > 100) {
                throw wrong("has a share above 100%");
            }
            return percent / 100;
        }

        private static Optional<ErrorType> cause(String word) {
            return CAUSES.stream().filter(type -> type.label().equals(word)).findFirst();
        }

        private Fault.Window window(String word) {
            int dash = word.indexOf('-');
            Optional<Duration> from = dash < 0 ? Optional.empty() : duration(word.substring(0, dash));
            Optional<Duration> to = dash < 0 ? Optional.empty() : duration(word.substring(dash + 1));
            if (from.isEmpty() || to.isEmpty() || from.get().compareTo(to.get()) >= 0) {
                throw wrong("has '" + word + "' where a stretch of time such as 10s-20s belongs");
            }
            return new Fault.Window(from.get(), to.get());
        }
    }
}
