package dev.llmagents.llm;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Counts money against caps: what was spent in a period, and what is reserved by attempts that are on their way.
 *
 * <p>A reservation is granted only if it fits beside what is spent and reserved under every cap, in one step, so that
 * attempts at the same moment never pass a cap together. Safe for use by several threads. All amounts are US dollars.
 */
public interface BudgetLedger {

    /** Whose money it is. */
    record Scope(Kind kind, String name) {
        /** What has a budget of its own. */
        public enum Kind {
            RUN,
            TENANT,
            TEAM,
            AGENT;

            private final String label = name().toLowerCase(Locale.ROOT);

            public String label() {
                return label;
            }
        }

        /** One name for the ledger. */
        public String key() {
            return kind.label() + "/" + name;
        }

        /** The scope of that key; empty if it is none. */
        public static Optional<Scope> ofKey(String key) {
            int slash = key.indexOf('/');
            for (Kind kind : Kind.values()) {
                if (slash > 0 && key.substring(0, slash).equals(kind.label())) {
                    return Optional.of(new Scope(kind, key.substring(slash + 1)));
                }
            }
            return Optional.empty();
        }

        /** As people say it: {@code tenant acme}, {@code this run}. */
        public String words() {
            if (kind == Kind.RUN) {
                return name.isEmpty() ? "this run" : "agent " + name + " in this run";
            }
            return kind.label() + " " + name;
        }
    }

    /** @param limitUsd what may be spent in a period */
    record Cap(Scope scope, BigDecimal limitUsd) {
        public Cap {
            if (limitUsd.signum() < 0) {
                throw new IllegalArgumentException("a budget is not below zero");
            }
        }
    }

    /**
     * How a cap stands.
     *
     * @param spent settled amounts of this period, and what should have been settled and was not, in full
     * @param reserved by attempts that are on their way
     */
    record Standing(Cap cap, BigDecimal spent, BigDecimal reserved) {
        /** What may still be reserved; zero if the cap is passed. */
        public BigDecimal left() {
            return cap.limitUsd().subtract(spent).subtract(reserved).max(BigDecimal.ZERO);
        }

        public boolean hasRoomFor(BigDecimal amount) {
            return left().compareTo(amount) >= 0;
        }

        /** Whether {@code amount} would fit once all that is reserved has been given back. */
        public boolean mayHaveRoomFor(BigDecimal amount) {
            return spent.add(amount).compareTo(cap.limitUsd()) <= 0;
        }
    }

    /** @param period in which it was made and to which it is charged, also if it is settled in the next */
    record Reservation(String id, String period, BigDecimal amount, List<Cap> caps) {
        public Reservation {
            caps = List.copyOf(caps);
        }
    }

    /**
     * What became of the wish to reserve: one of the two is there.
     *
     * @param refusal the first cap that has no room
     */
    record Decision(Optional<Reservation> reservation, Optional<Standing> refusal) {}

    /**
     * Reserves {@code amount} under all of {@code caps} or under none.
     *
     * @param life within which it is settled; after that all of it counts as spent until somebody settles it
     * @throws LLMException of type budget if the ledger cannot be asked
     */
    Decision reserve(List<Cap> caps, BigDecimal amount, Duration life);

    /**
     * Puts what an attempt cost in the place of what was reserved for it. Never fails for reasons of the store: where the
     * cost cannot be written down, all that was reserved stays counted.
     *
     * @return how its caps stand now; empty if nobody knows
     */
    List<Standing> settle(Reservation reservation, BigDecimal cost);

    /** How {@code caps} stand in this period. */
    List<Standing> standings(List<Cap> caps);

    /** Those who have spent or reserved something in this period, by their keys. */
    List<Scope> scopes();
}
