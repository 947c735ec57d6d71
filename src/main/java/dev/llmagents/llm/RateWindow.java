package dev.llmagents.llm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Hands out turns so that no minute sees more requests or tokens than its limits allow. Turns are given in the order in
 * which they are asked for. Safe for use by several threads.
 */
public interface RateWindow {

    /**
     * A limit.
     *
     * @param setting the setting it was made by, which also tells limits apart
     */
    record Limit(String setting, Unit unit, long perMinute) {
        public Limit {
            if (perMinute < 1) {
                throw new IllegalArgumentException(setting + " must be at least 1 but is " + perMinute);
            }
        }
    }

    /** What is counted. */
    enum Unit {
        REQUESTS,
        TOKENS;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param amount how much of the limit an attempt takes */
    record Demand(Limit limit, long amount) {}

    /**
     * A turn that was given.
     *
     * @param at the moment from which on it may be taken
     */
    record Turn(Instant at, List<Demand> demands) {
        public Turn {
            demands = List.copyOf(demands);
        }
    }

    /**
     * What became of the wish for a turn.
     *
     * @param turn empty if there is none in time; then nothing is taken
     * @param pause how long to wait for the turn, or how long one would have to wait
     * @param tightest the limit that decided
     */
    record Booking(Optional<Turn> turn, Duration pause, Limit tightest) {}

    /**
     * Takes the earliest turn that all of {@code demands} allow.
     *
     * @param patience no later turn is of use
     * @throws LLMException of type throttled if the store cannot be asked
     */
    Booking book(List<Demand> demands, Duration patience);

    /** Puts what an attempt really used in the place of what was taken for it. */
    void correct(Turn turn, long tokens);

    /** Gives back a turn that was not taken. */
    void giveBack(Turn turn);
}
