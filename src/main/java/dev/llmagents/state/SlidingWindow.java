package dev.llmagents.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.RateWindow;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A rate window in a {@link Cell}: a sliding minute, counted by seconds.
 *
 * <p>A turn in second s is given if what is booked in the sixty seconds before s and in s itself leaves room, so that no
 * stretch of sixty seconds, wherever it begins, holds more than the limit. Turns in the future are booked at once: those
 * who wait sleep once, in order, and do not all come back at the same moment.
 */
final class SlidingWindow implements RateWindow {
    private static final long WINDOW = 60;
    /** No turn is given further ahead; bookings beyond it were made under a clock that has been set back since. */
    static final Duration HORIZON = Duration.ofMinutes(10);

    private final Cell cell;
    private final Supplier<Instant> now;
    private final Consumer<String> warnings;

    SlidingWindow(Cell cell, Supplier<Instant> now, Consumer<String> warnings) {
        this.cell = cell;
        this.now = now;
        this.warnings = warnings;
    }

    @Override
    public Booking book(List<Demand> demands, Duration patience) {
        try {
            return cell.update(text -> {
                // Inside: who waits for the lock must not book in the past.
                Instant moment = now.get();
                Page page = Page.parse(text, moment.getEpochSecond());
                return book(page, demands, moment, patience.compareTo(HORIZON) > 0 ? HORIZON : patience);
            });
        } catch (IOException trouble) {
            throw new LLMException.Failed(
                    ErrorType.THROTTLED,
                    "The rate limits could not be checked, since another process does not let go of them: try again.",
                    trouble);
        }
    }

    private static Cell.Edited<Booking> book(Page page, List<Demand> demands, Instant moment, Duration patience) {
        long second = moment.getEpochSecond();
        Limit tightest = demands.get(0).limit();
        // A later second for one limit may be too early for another: until none moves it any more.
        for (boolean moved = true; moved; ) {
            moved = false;
            for (Demand demand : demands) {
                long earliest = page.earliest(demand, second);
                if (earliest > second) {
                    second = earliest;
                    tightest = demand.limit();
                    moved = true;
                }
            }
        }
        Instant at = Instant.ofEpochSecond(second);
        Duration wait = at.isAfter(moment) ? Duration.between(moment, at) : Duration.ZERO;
        if (wait.compareTo(patience) > 0) {
            return new Cell.Edited<>(Optional.empty(), new Booking(Optional.empty(), wait, tightest));
        }
        for (Demand demand : demands) {
            page.add(demand.limit(), second, demand.amount());
        }
        return new Cell.Edited<>(
                Optional.of(page.text()), new Booking(Optional.of(new Turn(at, demands)), wait, tightest));
    }

    @Override
    public void correct(Turn turn, long tokens) {
        change(page -> turn.demands().stream()
                .filter(demand -> demand.limit().unit() == Unit.TOKENS)
                .forEach(demand -> page.add(demand.limit(), turn.at().getEpochSecond(), tokens - demand.amount())));
    }

    @Override
    public void giveBack(Turn turn) {
        change(page -> turn.demands()
                .forEach(demand -> page.add(demand.limit(), turn.at().getEpochSecond(), -demand.amount())));
    }

    private void change(Consumer<Page> change) {
        try {
            cell.update(text -> {
                Page page = Page.parse(text, now.get().getEpochSecond());
                change.accept(page);
                return new Cell.Edited<>(Optional.of(page.text()), true);
            });
        } catch (IOException trouble) {
            warnings.accept("The rate limits count too much for a minute, since " + trouble.getMessage() + ".");
        }
    }

    /** What is booked: amounts by second, by limit. */
    private static final class Page {
        private final Map<String, TreeMap<Long, Long>> booked = new TreeMap<>();

        /** Leaves out what no longer counts. */
        static Page parse(String text, long now) {
            Page page = new Page();
            if (text.isEmpty()) {
                return page;
            }
            try {
                JsonNode root = Json.parse(text);
                root.properties()
                        .forEach(limit -> limit.getValue().properties().forEach(entry -> {
                            long second = Long.parseLong(entry.getKey());
                            if (second >= now - WINDOW && second <= now + HORIZON.toSeconds() + 1) {
                                page.booked
                                        .computeIfAbsent(limit.getKey(), name -> new TreeMap<>())
                                        .put(second, entry.getValue().asLong());
                            }
                        }));
                return page;
            } catch (JsonProcessingException | NumberFormatException noWindow) {
                return new Page();
            }
        }

        String text() {
            ObjectNode root = Json.object();
            booked.forEach((limit, seconds) -> {
                ObjectNode node = root.putObject(limit);
                seconds.forEach((second, amount) -> node.put(Long.toString(second), amount));
            });
            return Json.write(root);
        }

        /** The first second from {@code from} on that has room. */
        long earliest(Demand demand, long from) {
            TreeMap<Long, Long> seconds = booked.getOrDefault(demand.limit().setting(), new TreeMap<>());
            // Never before a turn that was given already: then it suffices to look back.
            long second = seconds.isEmpty() ? from : Math.max(from, seconds.lastKey());
            while (sum(seconds, second) + demand.amount() > demand.limit().perMinute()) {
                Long oldest = seconds.ceilingKey(second - WINDOW);
                if (oldest == null) {
                    // More than the limit itself, which the caller has ruled out.
                    return second;
                }
                second = oldest + WINDOW + 1;
            }
            return second;
        }

        private static long sum(NavigableMap<Long, Long> seconds, long second) {
            long sum = 0;
            for (long amount :
                    seconds.subMap(second - WINDOW, true, second, true).values()) {
                sum += amount;
            }
            return sum;
        }

        void add(Limit limit, long second, long amount) {
            TreeMap<Long, Long> seconds = booked.computeIfAbsent(limit.setting(), name -> new TreeMap<>());
            long sum = seconds.merge(second, amount, Long::sum);
            if (sum <= 0) {
                seconds.remove(second);
            }
        }
    }
}
